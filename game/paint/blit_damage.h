/* What of a frame has to be painted again, told from two lists of sprites (after the idea of rxi/lite's
 * rencache: do not ask the game what changed, compare what is to be drawn). The view is divided into tiles;
 * what changed marks the tiles that it touches, and every sprite on a marked tile is painted again whole,
 * which in turn marks its tiles. So in the end no sprite that is left alone touches anything that is painted.
 * Used by blit_frame. */
#ifndef WARREN_PAINT_BLIT_DAMAGE_H
#define WARREN_PAINT_BLIT_DAMAGE_H

#include "paint/blit_rects.h"
#include "paint/blit_sprites.h"

#include <stdbool.h>
#include <stdint.h>

enum { BLIT_TILE_PX = 32 };

struct blit_damage {
    int width, height; /* of the view, pixels */
    int columns, rows; /* tiles */
    uint8_t *tiles;    /* 1: marked */
    int room;
};

/* Zero-initialise before the first use. Takes all marks away. */
void blit_damage_begin(struct blit_damage *damage, int width, int height);
void blit_damage_free(struct blit_damage *damage);

/* Returns whether a tile was marked that had not been. */
bool blit_damage_mark(struct blit_damage *damage, struct blit_rect rect);

/* Compares the lists, the older moved by (dx, dy), and marks where they differ. Equal sprites become twins.
 */
void blit_damage_compare(struct blit_damage *damage, struct blit_sprites *older, struct blit_sprites *newer,
                         int dx, int dy);

/* Affects the twins that touch marks, and what they touch, until nothing more is touched. */
void blit_damage_spread(struct blit_damage *damage, struct blit_sprites *older, struct blit_sprites *newer);

/* Adds the marked tiles as rectangles within the view, as few as joining neighbours row by row gives. */
void blit_damage_rects(const struct blit_damage *damage, struct blit_rects *rects);

#endif
