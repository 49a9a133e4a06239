/* Many pictures on a few large textures, its pages, so that one call can draw them all. Pictures of a picture
 * cache are put in when they are first drawn; a page that is full makes room by being cleared once none of it
 * was drawn in this frame or the last. Used by the paths geometry and cached. */
#ifndef WARREN_PAINT_ATLAS_H
#define WARREN_PAINT_ATLAS_H

#include "paint/path_ops.h"

struct atlas;

struct atlas_place {
    SDL_Texture *texture;      /* NULL: there is no such picture, or no room */
    SDL_Rect rect;             /* of the picture on it; around it its edge is repeated for a pixel */
    float width_px, height_px; /* of the texture: powers of two */
};

/* The middle of a white square that each page has in its top left corner, for plain rectangles. */
#define ATLAS_WHITE_PX 2.0f

struct atlas *atlas_open(const struct paint_context *context);
void atlas_close(struct atlas *atlas);
void atlas_begin(struct atlas *atlas, int zoom_px); /* once a frame, after picture_cache_begin */

/* Valid until the next atlas_begin. */
struct atlas_place atlas_get(struct atlas *atlas, const struct picture_pixels *pixels);

/* The same for a picture that will be shown in that size. The software driver stretches anew for every copy:
 * there a picture of another size is stretched once for all of a zoom. */
struct atlas_place atlas_get_for(struct atlas *atlas, const struct picture_pixels *pixels, int width_px,
                                 int height_px);

void atlas_clear(struct atlas *atlas); /* textures are dead: all is made anew when it is drawn next */
int atlas_pages(const struct atlas *atlas);

#endif
