/* The textures of an atlas, its pages: where on them the next picture goes, which of them are used again, and
 * when there are more. Puts no pictures on them. Used by atlas.c alone. */
#ifndef WARREN_PAINT_ATLAS_PAGES_H
#define WARREN_PAINT_ATLAS_PAGES_H

#include "paint/path_ops.h"

enum { PAGES_MAX = 128, PAGE_NONE = -1 };

/* Pictures in their own size stay. Those that were stretched are of no use at another zoom, and their pages
 * go to whoever needs one next. */
enum page_kind { PAGE_OWN_SIZE, PAGE_STRETCHED, PAGE_KINDS };

/* Pictures stand in rows, each as high as its highest so far, as they come. */
struct page {
    SDL_Texture *texture;
    enum page_kind kind;     /* of all that is on it */
    int width_px, height_px; /* powers of two */
    int row_x, row_y, row_h;
    uint32_t generation; /* goes up when the page is cleared */
    uint64_t used_in;    /* frame; the owner's to set */
};

struct pages {
    const struct paint_context *context;
    struct page list[PAGES_MAX];
    int count, current[PAGE_KINDS];
    int side_px; /* of the largest page there may be */
    int area_px; /* of all pages */
    int zoom_px;
    uint64_t frame;
};

void pages_open(struct pages *pages, const struct paint_context *context);
void pages_clear(struct pages *pages);              /* all textures are destroyed */
void pages_begin(struct pages *pages, int zoom_px); /* once a frame */

/* The page that the next picture of that kind and size goes on, with its place there; PAGE_NONE: there is no
 * room. */
int pages_find_room(struct pages *pages, enum page_kind kind, int width_px, int height_px, SDL_Rect *room);

#endif
