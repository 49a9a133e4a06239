#include "paint/atlas.h"

#include "base/memory.h"
#include "paint/texture.h"

#include <string.h>

/* A new texture costs by its area, at once: some 10 ms for 2048 x 2048 pixels. So pages that are added while
 * somebody zooms are only as large as what is to be put in needs, and have at least so many pixels. */
enum {
    SIDE_PX = 2048,
    PAGE_MIN_PX = SIDE_PX * SIDE_PX / 8,
    PAGES_MAX = 128,
    BORDER_PX = 1,
    WHITE_SIDE_PX = 4,
    NONE = -1
};
static const int AREA_MAX_PX = 16 * SIDE_PX * SIDE_PX; /* of all pages */

/* Pictures stand in rows, each as high as its highest so far, as they come. */
struct page {
    SDL_Texture *texture;
    int width_px, height_px; /* powers of two */
    int row_x, row_y, row_h;
    uint32_t generation; /* goes up when the page is cleared */
    uint64_t used_in;    /* frame */
};

struct place {
    uint32_t serial, generation;
    int page;
    SDL_Rect rect;
};

struct atlas {
    const struct paint_context *context;
    struct page pages[PAGES_MAX];
    int page_count, current;
    int side_px;          /* of the largest page there may be */
    int area_px;          /* of all pages */
    struct place *places; /* by slot of the picture cache */
    int place_count;
    uint64_t frame;
    SDL_Surface *scratch; /* a picture with its border on the way to the texture */
};

void atlas_clear(struct atlas *atlas)
{
    for (int i = 0; i < atlas->page_count; i++) {
        SDL_DestroyTexture(atlas->pages[i].texture);
        atlas->pages[i].texture = NULL;
    }
    atlas->page_count = 0;
    atlas->area_px = 0;
    atlas->current = 0;
    for (int i = 0; i < atlas->place_count; i++) {
        atlas->places[i].serial = 0;
    }
}

void atlas_close(struct atlas *atlas)
{
    if (atlas != NULL) {
        atlas_clear(atlas);
        SDL_FreeSurface(atlas->scratch);
        memory_free(atlas->places);
        memory_free(atlas);
    }
}

void atlas_begin(struct atlas *atlas)
{
    atlas->frame++;
}

int atlas_pages(const struct atlas *atlas)
{
    return atlas->page_count;
}

static bool find_room(struct page *page, int width, int height, SDL_Rect *out)
{
    bool is_next_row = page->row_x + width > page->width_px;
    int x = is_next_row ? 0 : page->row_x;
    int y = is_next_row ? page->row_y + page->row_h : page->row_y;
    int row_h = is_next_row || height > page->row_h ? height : page->row_h;
    if (width > page->width_px || y + height > page->height_px) {
        return false;
    }
    *out = (SDL_Rect){x, y, width, height};
    page->row_x = x + width;
    page->row_y = y;
    page->row_h = row_h;
    return true;
}

/* The white square in the corner is the first thing in the first row, and stays when a page is cleared. */
static void start_page(struct page *page)
{
    page->generation++;
    page->row_x = WHITE_SIDE_PX;
    page->row_y = 0;
    page->row_h = WHITE_SIDE_PX;
}

static void put_white(struct page *page)
{
    uint32_t white[WHITE_SIDE_PX * WHITE_SIDE_PX];
    memset(white, 0xFF, sizeof white);
    SDL_Surface *square = SDL_CreateRGBSurfaceWithFormatFrom(white, WHITE_SIDE_PX, WHITE_SIDE_PX, 32,
                                                             WHITE_SIDE_PX * 4, SDL_PIXELFORMAT_ARGB8888);
    if (square != NULL) {
        texture_put(page->texture, 0, 0, square);
        SDL_FreeSurface(square);
    }
}

static int add_page(struct atlas *atlas, int width_px, int height_px)
{
    bool has_room = atlas->page_count < PAGES_MAX && atlas->area_px + width_px * height_px <= AREA_MAX_PX;
    SDL_Texture *texture = has_room ? texture_create(atlas->context, width_px, height_px, false) : NULL;
    if (texture == NULL) {
        return NONE;
    }
    struct page *page = &atlas->pages[atlas->page_count];
    *page = (struct page){
        .texture = texture, .width_px = width_px, .height_px = height_px, .generation = page->generation};
    atlas->area_px += width_px * height_px;
    start_page(page);
    put_white(page);
    return atlas->page_count++;
}

/* A page that is large enough, with nothing drawn of it in this frame or the last, cleared. Above what is put
 * in there may be the row of the white square. */
static int recycle_page(struct atlas *atlas, int width, int height)
{
    int oldest = NONE;
    for (int i = 0; i < atlas->page_count; i++) {
        const struct page *page = &atlas->pages[i];
        if (page->used_in + 1 < atlas->frame && page->width_px >= width &&
            page->height_px >= height + WHITE_SIDE_PX &&
            (oldest == NONE || page->used_in < atlas->pages[oldest].used_in)) {
            oldest = i;
        }
    }
    if (oldest != NONE) {
        start_page(&atlas->pages[oldest]);
    }
    return oldest;
}

static int power_of_two(int at_least, int at_most)
{
    int power = 64;
    while (power < at_least && power < at_most) {
        power *= 2;
    }
    return power < at_most ? power : at_most;
}

/* A new page for a picture of that size. */
static int make_page(struct atlas *atlas, int width, int height)
{
    int side_px = atlas->side_px;
    if (atlas->page_count == 0 && !atlas->context->is_software) {
        return add_page(atlas, side_px, side_px);
    }
    int width_px = power_of_two(width, side_px);
    int height_px = power_of_two(height + WHITE_SIDE_PX, side_px);
    while (width_px * height_px < PAGE_MIN_PX && (width_px < side_px || height_px < side_px)) {
        if (width_px < side_px) {
            width_px *= 2;
        } else {
            height_px *= 2;
        }
    }
    return add_page(atlas, width_px, height_px);
}

struct atlas *atlas_open(const struct paint_context *context)
{
    struct atlas *atlas = memory_get(sizeof *atlas);
    atlas->context = context;
    atlas->side_px = SIDE_PX;
    while (atlas->side_px > context->texture_max_px) {
        atlas->side_px /= 2;
    }
    atlas->frame = 2;
    if (!context->is_software) {
        add_page(atlas, atlas->side_px, atlas->side_px); /* so that mostly one call draws all */
    }
    return atlas;
}

static bool fit_scratch(struct atlas *atlas, int width, int height)
{
    if (atlas->scratch == NULL || atlas->scratch->w < width || atlas->scratch->h < height) {
        int old_w = atlas->scratch != NULL ? atlas->scratch->w : 0;
        int old_h = atlas->scratch != NULL ? atlas->scratch->h : 0;
        SDL_FreeSurface(atlas->scratch);
        atlas->scratch = SDL_CreateRGBSurfaceWithFormat(
            0, width > old_w ? width : old_w, height > old_h ? height : old_h, 32, SDL_PIXELFORMAT_ARGB8888);
    }
    return atlas->scratch != NULL;
}

/* Copies the picture with its outermost pixels repeated around it: a linear filter that looks over the edge
 * finds what it would find at the edge of a texture of its own. */
static void put(struct atlas *atlas, const struct page *page, const SDL_Rect *room, const SDL_Surface *pixels)
{
    if (!fit_scratch(atlas, room->w, room->h)) {
        return;
    }
    for (int y = 0; y < room->h; y++) {
        int from_y = y < BORDER_PX ? 0 : y - BORDER_PX < pixels->h ? y - BORDER_PX : pixels->h - 1;
        const uint32_t *from = (const uint32_t *)(const void *)((const char *)pixels->pixels +
                                                                (ptrdiff_t)from_y * pixels->pitch);
        uint32_t *to =
            (uint32_t *)(void *)((char *)atlas->scratch->pixels + (ptrdiff_t)y * atlas->scratch->pitch);
        to[0] = from[0];
        memcpy(to + BORDER_PX, from, (size_t)pixels->w * sizeof *to);
        to[BORDER_PX + pixels->w] = from[pixels->w - 1];
    }
    SDL_Surface view = *atlas->scratch;
    view.w = room->w;
    view.h = room->h;
    texture_put(page->texture, room->x, room->y, &view);
}

static void place(struct atlas *atlas, struct place *out, const struct picture_pixels *pixels)
{
    int width = pixels->surface->w + 2 * BORDER_PX;
    int height = pixels->surface->h + 2 * BORDER_PX;
    SDL_Rect room;
    int page = atlas->current;
    if (atlas->page_count == 0 || !find_room(&atlas->pages[page], width, height, &room)) {
        page = recycle_page(atlas, width, height);
        page = page != NONE ? page : make_page(atlas, width, height);
        if (page == NONE || !find_room(&atlas->pages[page], width, height, &room)) {
            return;
        }
        atlas->current = page;
    }
    put(atlas, &atlas->pages[page], &room, pixels->surface);
    *out = (struct place){
        .serial = pixels->serial,
        .generation = atlas->pages[page].generation,
        .page = page,
        .rect = {room.x + BORDER_PX, room.y + BORDER_PX, pixels->surface->w, pixels->surface->h}};
}

static void grow(struct atlas *atlas, int count)
{
    int room = atlas->place_count > 0 ? atlas->place_count : 1024;
    while (room < count) {
        room *= 2;
    }
    atlas->places = memory_resize(atlas->places, (size_t)room, sizeof *atlas->places);
    memset(atlas->places + atlas->place_count, 0,
           (size_t)(room - atlas->place_count) * sizeof *atlas->places);
    atlas->place_count = room;
}

struct atlas_place atlas_get(struct atlas *atlas, const struct picture_pixels *pixels)
{
    if (pixels->surface == NULL) {
        return (struct atlas_place){0};
    }
    if (pixels->slot >= atlas->place_count) {
        grow(atlas, pixels->slot + 1);
    }
    struct place *found = &atlas->places[pixels->slot];
    if (found->serial != pixels->serial || found->generation != atlas->pages[found->page].generation) {
        found->serial = 0;
        place(atlas, found, pixels);
        if (found->serial == 0) {
            return (struct atlas_place){0};
        }
    }
    atlas->pages[found->page].used_in = atlas->frame;
    return (struct atlas_place){.texture = atlas->pages[found->page].texture,
                                .rect = found->rect,
                                .width_px = (float)atlas->pages[found->page].width_px,
                                .height_px = (float)atlas->pages[found->page].height_px};
}
