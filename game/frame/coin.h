/* A seeded stream of fair coins (splitmix64: Steele, Lea, Flood 2014). The same seed gives the same stream on
 * every machine, so that the order in which a log was measured can be checked from its seed. */
#ifndef WARREN_FRAME_COIN_H
#define WARREN_FRAME_COIN_H

#include <stdbool.h>
#include <stdint.h>

struct coin {
    uint64_t state;
};

void coin_init(struct coin *coin, uint64_t seed);
uint64_t coin_bits(struct coin *coin); /* 64 fair bits */
bool coin_toss(struct coin *coin);
int coin_below(struct coin *coin, int limit); /* 0 <= result < limit, each alike; limit >= 1 */
double coin_fraction(struct coin *coin);      /* 0 < result < 1 */

#endif
