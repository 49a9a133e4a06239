/* What happened in the last step, for sound, particles and statistics. The world leaves these behind and
 * never looks at them. */
#ifndef WARREN_WORLD_EVENT_H
#define WARREN_WORLD_EVENT_H

#include <stdint.h>

enum event_kind {
    EVENT_ENTERED,      /* an entrance released a rabbit */
    EVENT_TOKEN_PLACED, /* detail: enum ability */
    EVENT_TOKEN_TAKEN,  /* detail: enum ability */
    EVENT_TOKEN_LOST,   /* fell out of the map; detail: enum ability */
    EVENT_BLOCK_GONE,   /* dug or bashed; detail: enum block */
    EVENT_BRIDGED,      /* a bridge piece was finished; detail: enum block */
    EVENT_SAVED,
    EVENT_DIED, /* detail: the enum rabbit_state it died in */
    EVENT_FIRE_OUT
};

struct event {
    int32_t x, y;         /* cells */
    int32_t rabbit_index; /* 0 where no rabbit is concerned */
    uint8_t kind;         /* enum event_kind */
    uint8_t detail;
    uint8_t spare[2];
};

#endif
