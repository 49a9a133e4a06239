#include "paint/atlas.h"

#include "base/memory.h"
#include "paint/texture.h"

#include <string.h>

/* A new texture costs by its area, at once: some 10 ms for 2048 x 2048 pixels. So pages that are added while
 * somebody zooms are only as large as what is to be put in needs, but not smaller than these. */
enum {
    SIDE_PX = 2048,
    PAGE_W_PX = 1024,
    PAGE_H_PX = 512,
    PAGES_MAX = 128,
    PLACES_AT_FIRST = 4096,
    BORDER_PX = 1,
    WHITE_SIDE_PX = 4,
    NONE = -1
};
static const int AREA_MAX_PX = 16 * SIDE_PX * SIDE_PX; /* of all pages */

/* Pictures in their own size stay. Those that were stretched are of no use at another zoom, and their pages
 * go to whoever needs one next. */
enum kind { OWN_SIZE, STRETCHED, KINDS };

/* Pictures stand in rows, each as high as its highest so far, as they come. */
struct page {
    SDL_Texture *texture;
    enum kind kind;          /* of all that is on it */
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
    int page_count, current[KINDS];
    int side_px;                 /* of the largest page there may be */
    int area_px;                 /* of all pages */
    struct place *places[KINDS]; /* by slot of the picture cache */
    int place_count;
    int zoom_px;
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
    for (int kind = 0; kind < KINDS; kind++) {
        atlas->current[kind] = NONE;
        memset(atlas->places[kind], 0, (size_t)atlas->place_count * sizeof *atlas->places[kind]);
    }
}

void atlas_close(struct atlas *atlas)
{
    if (atlas != NULL) {
        atlas_clear(atlas);
        SDL_FreeSurface(atlas->scratch);
        memory_free(atlas->places[OWN_SIZE]);
        memory_free(atlas->places[STRETCHED]);
        memory_free(atlas);
    }
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

/* As many pages again as the last frame drew from are to be free, as with another zoom all of them can be
 * needed at once: then one is made ahead. On GL, where the first page is large, others are rare. */
static void make_spare(struct atlas *atlas)
{
    int free_more = 0;
    for (int i = 0; i < atlas->page_count; i++) {
        free_more += atlas->pages[i].used_in + 1 < atlas->frame ? 1 : -1;
    }
    if (atlas->context->is_software && free_more < 0) {
        add_page(atlas, PAGE_W_PX, PAGE_H_PX);
    }
}

/* What was stretched for another zoom is needed no more: its pages can be taken at once. */
void atlas_begin(struct atlas *atlas, int zoom_px)
{
    atlas->frame++;
    make_spare(atlas);
    for (int i = 0; i < atlas->page_count && zoom_px != atlas->zoom_px; i++) {
        if (atlas->pages[i].kind == STRETCHED) {
            atlas->pages[i].used_in = 0;
        }
    }
    if (zoom_px != atlas->zoom_px) {
        atlas->current[STRETCHED] = NONE;
    }
    atlas->zoom_px = zoom_px;
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

static int power_of_two(int from, int at_least, int at_most)
{
    int power = from;
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
    return add_page(atlas, power_of_two(PAGE_W_PX, width, side_px),
                    power_of_two(PAGE_H_PX, height + WHITE_SIDE_PX, side_px));
}

static void grow(struct atlas *atlas, int count)
{
    int room = atlas->place_count > 0 ? atlas->place_count : PLACES_AT_FIRST;
    while (room < count) {
        room *= 2;
    }
    for (int kind = 0; kind < KINDS; kind++) {
        struct place **places = &atlas->places[kind];
        *places = memory_resize(*places, (size_t)room, sizeof **places);
        memset(*places + atlas->place_count, 0, (size_t)(room - atlas->place_count) * sizeof **places);
    }
    atlas->place_count = room;
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
    grow(atlas, PLACES_AT_FIRST);
    atlas_clear(atlas);
    if (!context->is_software) {
        add_page(atlas, atlas->side_px, atlas->side_px); /* so that mostly one call draws all */
        atlas->current[OWN_SIZE] = 0;
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

static uint32_t *row_of(const SDL_Surface *surface, int y)
{
    return (uint32_t *)(void *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

/* Puts the picture into the middle of the scratch surface, in the size that is wanted. */
static void copy_picture(struct atlas *atlas, const SDL_Rect *inner, SDL_Surface *pixels)
{
    if (pixels->w != inner->w || pixels->h != inner->h) {
        SDL_Rect to = *inner;
        SDL_SoftStretchLinear(pixels, NULL, atlas->scratch, &to);
        return;
    }
    for (int y = 0; y < inner->h; y++) {
        memcpy(row_of(atlas->scratch, inner->y + y) + inner->x, row_of(pixels, y),
               (size_t)inner->w * sizeof(uint32_t));
    }
}

/* Copies the picture with its outermost pixels repeated around it: a linear filter that looks over the edge
 * finds what it would find at the edge of a texture of its own. */
static void put(struct atlas *atlas, const struct page *page, const SDL_Rect *room, SDL_Surface *pixels)
{
    if (!fit_scratch(atlas, room->w, room->h)) {
        return;
    }
    SDL_Rect inner = {BORDER_PX, BORDER_PX, room->w - 2 * BORDER_PX, room->h - 2 * BORDER_PX};
    copy_picture(atlas, &inner, pixels);
    for (int y = inner.y; y < inner.y + inner.h; y++) {
        uint32_t *row = row_of(atlas->scratch, y);
        row[0] = row[inner.x];
        row[inner.x + inner.w] = row[inner.x + inner.w - 1];
    }
    size_t bytes = (size_t)room->w * sizeof(uint32_t);
    memcpy(row_of(atlas->scratch, 0), row_of(atlas->scratch, inner.y), bytes);
    memcpy(row_of(atlas->scratch, inner.y + inner.h), row_of(atlas->scratch, inner.y + inner.h - 1), bytes);
    SDL_Surface view = *atlas->scratch;
    view.w = room->w;
    view.h = room->h;
    texture_put(page->texture, room->x, room->y, &view);
}

/* The page that the next picture of that kind goes on, with its place there; NONE: there is no room. */
static int find_page(struct atlas *atlas, enum kind kind, int width, int height, SDL_Rect *room)
{
    int page = atlas->current[kind];
    if (page != NONE && find_room(&atlas->pages[page], width, height, room)) {
        return page;
    }
    page = recycle_page(atlas, width, height);
    page = page != NONE ? page : make_page(atlas, width, height);
    if (page == NONE || !find_room(&atlas->pages[page], width, height, room)) {
        return NONE;
    }
    for (int i = 0; i < KINDS; i++) {
        atlas->current[i] = atlas->current[i] == page ? NONE : atlas->current[i];
    }
    atlas->pages[page].kind = kind;
    atlas->current[kind] = page;
    return page;
}

static void place(struct atlas *atlas, enum kind kind, const struct picture_pixels *pixels, int width_px,
                  int height_px)
{
    SDL_Rect room;
    int page = find_page(atlas, kind, width_px + 2 * BORDER_PX, height_px + 2 * BORDER_PX, &room);
    if (page == NONE) {
        return;
    }
    put(atlas, &atlas->pages[page], &room, pixels->surface);
    atlas->places[kind][pixels->slot] =
        (struct place){.serial = pixels->serial,
                       .generation = atlas->pages[page].generation,
                       .page = page,
                       .rect = {room.x + BORDER_PX, room.y + BORDER_PX, width_px, height_px}};
}

static struct atlas_place get_in_size(struct atlas *atlas, enum kind kind,
                                      const struct picture_pixels *pixels, int width_px, int height_px)
{
    if (pixels->slot >= atlas->place_count) {
        grow(atlas, pixels->slot + 1);
    }
    struct place *found = &atlas->places[kind][pixels->slot];
    if (found->serial != pixels->serial || found->generation != atlas->pages[found->page].generation ||
        found->rect.w != width_px || found->rect.h != height_px) {
        found->serial = 0;
        place(atlas, kind, pixels, width_px, height_px);
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

struct atlas_place atlas_get(struct atlas *atlas, const struct picture_pixels *pixels)
{
    if (pixels->surface == NULL) {
        return (struct atlas_place){0};
    }
    return get_in_size(atlas, OWN_SIZE, pixels, pixels->surface->w, pixels->surface->h);
}

struct atlas_place atlas_get_for(struct atlas *atlas, const struct picture_pixels *pixels, int width_px,
                                 int height_px)
{
    struct atlas_place found = {0};
    if (!pixels->is_exact && pixels->surface != NULL && atlas->context->is_software) {
        found = get_in_size(atlas, STRETCHED, pixels, width_px, height_px);
    }
    return found.texture != NULL ? found : atlas_get(atlas, pixels);
}
