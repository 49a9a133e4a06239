/* The pictures of path blit: what the picture cache hands out, with the blocks that its study has found.
 * While the right size of a picture is still being made, a stretched copy of another size stands in for it,
 * also kept, so that it is stretched once and not in every frame. Called by blit_ground and blit_sprites; all
 * calls from one thread. */
#ifndef WARREN_PAINT_BLIT_GALLERY_H
#define WARREN_PAINT_BLIT_GALLERY_H

#include "paint/blit_picture.h"
#include "paint/picture_cache.h"

#include <stdint.h>

struct blit_shown {
    /* What will be seen: equal identities and sizes, equal pixels. 0: nothing, and then the rest is not set.
     */
    uint64_t identity;
    bool is_exact;               /* else a stand-in: ask again in the next frame */
    struct blit_picture picture; /* until the next blit_gallery_begin */
};

struct blit_gallery;

/* Of premultiplied pictures with this study. */
struct blit_gallery *blit_gallery_open(struct picture_cache *cache);
void *blit_gallery_study(const SDL_Surface *surface);
void blit_gallery_close(struct blit_gallery *gallery);

/* Once a frame, after picture_cache_begin. Drops the stand-ins when the zoom is another than in the last
 * frame. */
void blit_gallery_begin(struct blit_gallery *gallery, int zoom_px);

struct blit_shown blit_gallery_get(struct blit_gallery *gallery, int picture, int width_px, int height_px,
                                   bool mirrored);

/* The blocks of an identity of an earlier frame; NULL if they have gone, or if it was a stand-in. */
const struct blit_blocks *blit_gallery_blocks(const struct blit_gallery *gallery, uint64_t identity,
                                              int width_px, int height_px);

#endif
