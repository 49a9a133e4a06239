#include "paint/blit_damage.h"

#include "base/memory.h"

#include <stddef.h>
#include <string.h>

void blit_damage_begin(struct blit_damage *damage, int width, int height)
{
    damage->width = width;
    damage->height = height;
    damage->columns = (width + BLIT_TILE_PX - 1) / BLIT_TILE_PX;
    damage->rows = (height + BLIT_TILE_PX - 1) / BLIT_TILE_PX;
    int tiles = damage->columns * damage->rows;
    if (tiles > damage->room) {
        damage->room = tiles;
        damage->tiles = memory_resize(damage->tiles, (size_t)tiles, sizeof *damage->tiles);
    }
    memset(damage->tiles, 0, (size_t)tiles * sizeof *damage->tiles);
}

void blit_damage_free(struct blit_damage *damage)
{
    memory_free(damage->tiles);
    *damage = (struct blit_damage){0};
}

/* The tiles that the visible part of a rectangle touches; empty if none of it is visible. */
static struct blit_rect tiles_of(const struct blit_damage *damage, struct blit_rect rect)
{
    struct blit_rect seen = blit_rect_common(rect, (struct blit_rect){0, 0, damage->width, damage->height});
    if (blit_rect_is_empty(seen)) {
        return (struct blit_rect){0, 0, 0, 0};
    }
    return (struct blit_rect){seen.x0 / BLIT_TILE_PX, seen.y0 / BLIT_TILE_PX,
                              (seen.x1 - 1) / BLIT_TILE_PX + 1, (seen.y1 - 1) / BLIT_TILE_PX + 1};
}

bool blit_damage_mark(struct blit_damage *damage, struct blit_rect rect)
{
    struct blit_rect tiles = tiles_of(damage, rect);
    bool is_new = false;
    for (int y = tiles.y0; y < tiles.y1; y++) {
        for (int x = tiles.x0; x < tiles.x1; x++) {
            uint8_t *tile = &damage->tiles[y * damage->columns + x];
            is_new = is_new || *tile == 0;
            *tile = 1;
        }
    }
    return is_new;
}

static bool touches_mark(const struct blit_damage *damage, struct blit_rect rect)
{
    struct blit_rect tiles = tiles_of(damage, rect);
    for (int y = tiles.y0; y < tiles.y1; y++) {
        for (int x = tiles.x0; x < tiles.x1; x++) {
            if (damage->tiles[y * damage->columns + x] != 0) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the older one, moved, is what the newer one is. */
static bool is_equal(const struct blit_sprites *older, int i, const struct blit_sprites *newer, int k, int dx,
                     int dy)
{
    if (i >= older->count || k >= newer->count) {
        return false;
    }
    const struct blit_sprite *a = &older->list[i];
    const struct blit_sprite *b = &newer->list[k];
    return a->identity == b->identity && a->tint == b->tint && a->place.x0 + dx == b->place.x0 &&
           a->place.y0 + dy == b->place.y0 && a->place.x1 + dx == b->place.x1 &&
           a->place.y1 + dy == b->place.y1;
}

static void affect_older(struct blit_damage *damage, struct blit_sprites *older, int i, int dx, int dy)
{
    if (i < older->count) {
        older->list[i].is_affected = true;
        blit_damage_mark(damage, blit_rect_moved(older->list[i].place, dx, dy));
    }
}

static void affect_newer(struct blit_damage *damage, struct blit_sprites *newer, int k)
{
    if (k < newer->count) {
        newer->list[k].is_affected = true;
        blit_damage_mark(damage, newer->list[k].place);
    }
}

/* A walk along both lists that finds its way again when one sprite was put in or left out; whatever it pairs,
 * pairs do not cross, so what lies on what is the same among twins. */
void blit_damage_compare(struct blit_damage *damage, struct blit_sprites *older, struct blit_sprites *newer,
                         int dx, int dy)
{
    int i = 0;
    int k = 0;
    while (i < older->count || k < newer->count) {
        if (is_equal(older, i, newer, k, dx, dy)) {
            older->list[i].is_affected = false;
            newer->list[k].is_affected = false;
            newer->list[k].twin = i;
            i++;
            k++;
        } else if (is_equal(older, i, newer, k + 1, dx, dy)) {
            affect_newer(damage, newer, k++);
        } else if (is_equal(older, i + 1, newer, k, dx, dy)) {
            affect_older(damage, older, i++, dx, dy);
        } else {
            affect_older(damage, older, i++, dx, dy);
            affect_newer(damage, newer, k++);
        }
    }
}

void blit_damage_spread(struct blit_damage *damage, struct blit_sprites *older, struct blit_sprites *newer)
{
    bool has_grown = true;
    while (has_grown) {
        has_grown = false;
        for (int k = 0; k < newer->count; k++) {
            struct blit_sprite *sprite = &newer->list[k];
            if (!sprite->is_affected && touches_mark(damage, sprite->place)) {
                sprite->is_affected = true;
                older->list[sprite->twin].is_affected = true;
                has_grown = blit_damage_mark(damage, sprite->place) || has_grown;
            }
        }
    }
}

/* Lengthens a rectangle that ends where this row of tiles begins and is as wide; else adds a new one. */
static void add_row(struct blit_rects *rects, int first, struct blit_rect row)
{
    for (int i = rects->count - 1; i >= first; i--) {
        struct blit_rect *rect = &rects->list[i];
        if (rect->y1 == row.y0 && rect->x0 == row.x0 && rect->x1 == row.x1) {
            rect->y1 = row.y1;
            return;
        }
    }
    blit_rects_add(rects, row);
}

void blit_damage_rects(const struct blit_damage *damage, struct blit_rects *rects)
{
    struct blit_rect view = {0, 0, damage->width, damage->height};
    int first = rects->count;
    for (int y = 0; y < damage->rows; y++) {
        const uint8_t *row = damage->tiles + (ptrdiff_t)y * damage->columns;
        const uint8_t *end = row + damage->columns;
        const uint8_t *start = row;
        while (start < end && (start = memchr(start, 1, (size_t)(end - start))) != NULL) {
            const uint8_t *stop = memchr(start, 0, (size_t)(end - start));
            stop = stop != NULL ? stop : end;
            struct blit_rect tiles = {(int)(start - row) * BLIT_TILE_PX, y * BLIT_TILE_PX,
                                      (int)(stop - row) * BLIT_TILE_PX, (y + 1) * BLIT_TILE_PX};
            add_row(rects, first, blit_rect_common(tiles, view));
            start = stop;
        }
    }
}
