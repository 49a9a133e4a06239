#include "paint/atlas.h"

#include "base/memory.h"
#include "paint/atlas_pages.h"
#include "paint/texture.h"

#include <string.h>

enum { PLACES_AT_FIRST = 4096, BORDER_PX = 1 };

struct place {
    uint32_t serial, generation;
    int page;
    SDL_Rect rect;
};

struct atlas {
    const struct paint_context *context;
    struct pages pages;
    struct place *places[PAGE_KINDS]; /* by slot of the picture cache */
    int place_count;
    SDL_Surface *scratch; /* a picture with its border on the way to the texture */
};

void atlas_clear(struct atlas *atlas)
{
    pages_clear(&atlas->pages);
    for (int kind = 0; kind < PAGE_KINDS; kind++) {
        memset(atlas->places[kind], 0, (size_t)atlas->place_count * sizeof *atlas->places[kind]);
    }
}

void atlas_close(struct atlas *atlas)
{
    if (atlas != NULL) {
        atlas_clear(atlas);
        SDL_FreeSurface(atlas->scratch);
        memory_free(atlas->places[PAGE_OWN_SIZE]);
        memory_free(atlas->places[PAGE_STRETCHED]);
        memory_free(atlas);
    }
}

int atlas_pages(const struct atlas *atlas)
{
    return atlas->pages.count;
}

void atlas_begin(struct atlas *atlas, int zoom_px)
{
    pages_begin(&atlas->pages, zoom_px);
}

static void grow(struct atlas *atlas, int count)
{
    int room = atlas->place_count > 0 ? atlas->place_count : PLACES_AT_FIRST;
    while (room < count) {
        room *= 2;
    }
    for (int kind = 0; kind < PAGE_KINDS; kind++) {
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
    grow(atlas, PLACES_AT_FIRST);
    pages_open(&atlas->pages, context);
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

static void place(struct atlas *atlas, enum page_kind kind, const struct picture_pixels *pixels, int width_px,
                  int height_px)
{
    SDL_Rect room;
    int page =
        pages_find_room(&atlas->pages, kind, width_px + 2 * BORDER_PX, height_px + 2 * BORDER_PX, &room);
    if (page == PAGE_NONE) {
        return;
    }
    put(atlas, &atlas->pages.list[page], &room, pixels->surface);
    atlas->places[kind][pixels->slot] =
        (struct place){.serial = pixels->serial,
                       .generation = atlas->pages.list[page].generation,
                       .page = page,
                       .rect = {room.x + BORDER_PX, room.y + BORDER_PX, width_px, height_px}};
}

static struct atlas_place get_in_size(struct atlas *atlas, enum page_kind kind,
                                      const struct picture_pixels *pixels, int width_px, int height_px)
{
    if (pixels->slot >= atlas->place_count) {
        grow(atlas, pixels->slot + 1);
    }
    struct place *found = &atlas->places[kind][pixels->slot];
    if (found->serial != pixels->serial || found->generation != atlas->pages.list[found->page].generation ||
        found->rect.w != width_px || found->rect.h != height_px) {
        found->serial = 0;
        place(atlas, kind, pixels, width_px, height_px);
        if (found->serial == 0) {
            return (struct atlas_place){0};
        }
    }
    atlas->pages.list[found->page].used_in = atlas->pages.frame;
    return (struct atlas_place){.texture = atlas->pages.list[found->page].texture,
                                .rect = found->rect,
                                .width_px = (float)atlas->pages.list[found->page].width_px,
                                .height_px = (float)atlas->pages.list[found->page].height_px};
}

struct atlas_place atlas_get(struct atlas *atlas, const struct picture_pixels *pixels)
{
    if (pixels->surface == NULL) {
        return (struct atlas_place){0};
    }
    return get_in_size(atlas, PAGE_OWN_SIZE, pixels, pixels->surface->w, pixels->surface->h);
}

struct atlas_place atlas_get_for(struct atlas *atlas, const struct picture_pixels *pixels, int width_px,
                                 int height_px)
{
    struct atlas_place found = {0};
    if (!pixels->is_exact && pixels->surface != NULL && atlas->context->is_software) {
        found = get_in_size(atlas, PAGE_STRETCHED, pixels, width_px, height_px);
    }
    return found.texture != NULL ? found : atlas_get(atlas, pixels);
}
