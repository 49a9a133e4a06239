/* What rabbits and entrances remember beyond where they stand, as level files spell it:
 * `{index:3,onSlope:true}` (rules/10 1.5, 2.4). One table for reading and writing. Inside of game/level only.
 */
#ifndef WARREN_LEVEL_DETAIL_H
#define WARREN_LEVEL_DETAIL_H

#include "base/text.h"
#include "world/things.h"

#include <stddef.h>

enum detail_kind { DETAIL_INT, DETAIL_BOOL, DETAIL_BRIDGE_STYLE };

struct detail {
    const char *key;
    enum detail_kind kind;
    size_t offset; /* of the field in struct rabbit or struct thing */
};

enum { RABBIT_DETAIL_COUNT = 12, ENTRANCE_DETAIL_COUNT = 1 };

extern const struct detail rabbit_details[RABBIT_DETAIL_COUNT]; /* sorted by key, in byte order */
extern const struct detail entrance_details[ENTRANCE_DETAIL_COUNT];

/* "ALONG" */
const char *detail_bridge_style_name(enum bridge_style style);
enum { DETAIL_BRIDGE_STYLE_COUNT = 3 };

/* Append the group, or nothing if nothing differs from the resting values. */
void detail_write_rabbit(const struct rabbit *rabbit, struct text *out);
void detail_write_thing(const struct thing *thing, struct text *out);

#endif
