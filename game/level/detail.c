#include "level/detail.h"

#include <stdbool.h>
#include <stdint.h>

const struct detail rabbit_details[RABBIT_DETAIL_COUNT] = {
    {"Bashing.stepsOfBashing", DETAIL_INT, offsetof(struct rabbit, bash_steps)},
    {"Blocking.abilityActive", DETAIL_BOOL, offsetof(struct rabbit, block_active)},
    {"Bridging.bigSteps", DETAIL_INT, offsetof(struct rabbit, bridge_big)},
    {"Bridging.bridgeType", DETAIL_BRIDGE_STYLE, offsetof(struct rabbit, bridge_style)},
    {"Bridging.smallSteps", DETAIL_INT, offsetof(struct rabbit, bridge_small)},
    {"Brollychuting.hasAbility", DETAIL_BOOL, offsetof(struct rabbit, brolly_has)},
    {"Climbing.abilityActive", DETAIL_BOOL, offsetof(struct rabbit, climb_active)},
    {"Climbing.hasAbility", DETAIL_BOOL, offsetof(struct rabbit, climb_has)},
    {"Digging.stepsOfDigging", DETAIL_INT, offsetof(struct rabbit, dig_steps)},
    {"Falling.heightFallen", DETAIL_INT, offsetof(struct rabbit, height_fallen)},
    {"index", DETAIL_INT, offsetof(struct rabbit, index)},
    {"onSlope", DETAIL_BOOL, offsetof(struct rabbit, on_slope)},
};

const struct detail entrance_details[ENTRANCE_DETAIL_COUNT] = {
    {"Entrance.timeToNextRabbit", DETAIL_INT, offsetof(struct thing, time_to_next)},
};

const char *detail_bridge_style_name(enum bridge_style style)
{
    static const char *const names[DETAIL_BRIDGE_STYLE_COUNT] = {
        [BRIDGE_ALONG] = "ALONG",
        [BRIDGE_UP] = "UP",
        [BRIDGE_DOWN_UP] = "DOWN_UP",
    };
    return names[style];
}

static void write_one(const struct detail *detail, const void *object, size_t start, struct text *out)
{
    const void *place = (const char *)object + detail->offset;
    char separator = out->length == start ? '{' : ',';
    if (detail->kind == DETAIL_INT && *(const int32_t *)place > 0) {
        text_format(out, "%c%s:%d", separator, detail->key, *(const int32_t *)place);
    } else if (detail->kind == DETAIL_BOOL && *(const bool *)place) {
        text_format(out, "%c%s:true", separator, detail->key);
    } else if (detail->kind == DETAIL_BRIDGE_STYLE && *(const uint8_t *)place != BRIDGE_ALONG) {
        enum bridge_style style = (enum bridge_style) * (const uint8_t *)place;
        text_format(out, "%c%s:%s", separator, detail->key, detail_bridge_style_name(style));
    }
}

static void write_group(const struct detail *details, size_t count, const void *object, struct text *out)
{
    size_t start = out->length;
    for (size_t i = 0; i < count; i++) {
        write_one(&details[i], object, start, out);
    }
    if (out->length > start) {
        text_add_char(out, '}');
    }
}

void detail_write_rabbit(const struct rabbit *rabbit, struct text *out)
{
    write_group(rabbit_details, RABBIT_DETAIL_COUNT, rabbit, out);
}

void detail_write_thing(const struct thing *thing, struct text *out)
{
    if (thing->kind == THING_ENTRANCE) {
        write_group(entrance_details, ENTRANCE_DETAIL_COUNT, thing, out);
    }
}
