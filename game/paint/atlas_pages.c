#include "paint/atlas_pages.h"

#include "paint/texture.h"

#include <string.h>

/* A new texture costs by its area, at once: some 10 ms for 2048 x 2048 pixels. So pages that are added while
 * somebody zooms are only as large as what is to be put in needs, but not smaller than these. */
enum { SIDE_PX = 2048, WIDTH_PX = 1024, HEIGHT_PX = 512, WHITE_SIDE_PX = 4 };
static const int AREA_MAX_PX = 16 * SIDE_PX * SIDE_PX; /* of all pages */

static bool find_room_on(struct page *page, int width, int height, SDL_Rect *out)
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

static int add_page(struct pages *pages, int width_px, int height_px)
{
    bool has_room = pages->count < PAGES_MAX && pages->area_px + width_px * height_px <= AREA_MAX_PX;
    SDL_Texture *texture = has_room ? texture_create(pages->context, width_px, height_px, false) : NULL;
    if (texture == NULL) {
        return PAGE_NONE;
    }
    struct page *page = &pages->list[pages->count];
    *page = (struct page){
        .texture = texture, .width_px = width_px, .height_px = height_px, .generation = page->generation};
    pages->area_px += width_px * height_px;
    start_page(page);
    put_white(page);
    return pages->count++;
}

void pages_clear(struct pages *pages)
{
    for (int i = 0; i < pages->count; i++) {
        SDL_DestroyTexture(pages->list[i].texture);
        pages->list[i].texture = NULL;
    }
    pages->count = 0;
    pages->area_px = 0;
    for (int kind = 0; kind < PAGE_KINDS; kind++) {
        pages->current[kind] = PAGE_NONE;
    }
}

void pages_open(struct pages *pages, const struct paint_context *context)
{
    *pages = (struct pages){.context = context, .side_px = SIDE_PX, .frame = 2};
    while (pages->side_px > context->texture_max_px) {
        pages->side_px /= 2;
    }
    pages_clear(pages);
    if (!context->is_software) {
        add_page(pages, pages->side_px, pages->side_px); /* so that mostly one call draws all */
        pages->current[PAGE_OWN_SIZE] = 0;
    }
}

static bool is_free(const struct pages *pages, const struct page *page)
{
    return page->used_in + 1 < pages->frame;
}

/* With another zoom all pictures in view can be needed in another size at once. So as many pages again as the
 * last frame drew from are to be free; while the zoom rests, which is when there is time, also enough for any
 * zoom: pictures that cover the view and others in front, in their own size for one zoom and stretched for
 * the next, large ones with gaps between. If not, one is made ahead. On GL, where the first page is large,
 * others are rare. */
static void make_spare(struct pages *pages, bool is_resting)
{
    const struct paint_context *context = pages->context;
    int free_more = 0;
    int free_px = 0;
    for (int i = 0; i < pages->count; i++) {
        const struct page *page = &pages->list[i];
        free_more += is_free(pages, page) ? 1 : -1;
        free_px += is_free(pages, page) ? page->width_px * page->height_px : 0;
    }
    bool is_short = is_resting && free_px < 4 * context->output_w_px * context->output_h_px;
    if (context->is_software && (free_more < 0 || is_short)) {
        add_page(pages, WIDTH_PX, HEIGHT_PX);
    }
}

/* What was stretched for another zoom is needed no more: its pages can be taken at once. */
static void release_stretched(struct pages *pages)
{
    for (int i = 0; i < pages->count; i++) {
        if (pages->list[i].kind == PAGE_STRETCHED) {
            pages->list[i].used_in = 0;
        }
    }
    pages->current[PAGE_STRETCHED] = PAGE_NONE;
}

void pages_begin(struct pages *pages, int zoom_px)
{
    bool is_resting = zoom_px == pages->zoom_px;
    pages->frame++;
    pages->zoom_px = zoom_px;
    if (!is_resting) {
        release_stretched(pages);
    }
    make_spare(pages, is_resting);
}

/* A page that is large enough, with nothing drawn of it in this frame or the last, cleared. Above what is put
 * in there may be the row of the white square. */
static int recycle_page(struct pages *pages, int width, int height)
{
    int oldest = PAGE_NONE;
    for (int i = 0; i < pages->count; i++) {
        const struct page *page = &pages->list[i];
        if (is_free(pages, page) && page->width_px >= width && page->height_px >= height + WHITE_SIDE_PX &&
            (oldest == PAGE_NONE || page->used_in < pages->list[oldest].used_in)) {
            oldest = i;
        }
    }
    if (oldest != PAGE_NONE) {
        start_page(&pages->list[oldest]);
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
static int make_page(struct pages *pages, int width, int height)
{
    int side_px = pages->side_px;
    if (pages->count == 0 && !pages->context->is_software) {
        return add_page(pages, side_px, side_px);
    }
    return add_page(pages, power_of_two(WIDTH_PX, width, side_px),
                    power_of_two(HEIGHT_PX, height + WHITE_SIDE_PX, side_px));
}

int pages_find_room(struct pages *pages, enum page_kind kind, int width_px, int height_px, SDL_Rect *room)
{
    int page = pages->current[kind];
    if (page != PAGE_NONE && find_room_on(&pages->list[page], width_px, height_px, room)) {
        return page;
    }
    page = recycle_page(pages, width_px, height_px);
    page = page != PAGE_NONE ? page : make_page(pages, width_px, height_px);
    if (page == PAGE_NONE || !find_room_on(&pages->list[page], width_px, height_px, room)) {
        return PAGE_NONE;
    }
    for (int i = 0; i < PAGE_KINDS; i++) {
        pages->current[i] = pages->current[i] == page ? PAGE_NONE : pages->current[i];
    }
    pages->list[page].kind = kind;
    pages->current[kind] = page;
    return page;
}
