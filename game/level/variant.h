/* Which of four pictures a block gets, and which letter a fire has: drawn from one generator per level, in
 * the order in which the level is read (rules/10 section 8). */
#ifndef WARREN_LEVEL_VARIANT_H
#define WARREN_LEVEL_VARIANT_H

#include <stdint.h>

struct variant_source {
    uint32_t m; /* the one register that moves: the other starts at 0 and stays there */
};

void variant_start(struct variant_source *source);

/* 0 to 3. */
int variant_draw(struct variant_source *source);

#endif
