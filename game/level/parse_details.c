/* What a saved rabbit or entrance remembers: `{key:value,...}` behind its character (rules/10 1.5). */
#include "base/quote.h"
#include "level/detail.h"
#include "level/parser.h"

static bool parse_int(struct parser *parser, struct value value, int32_t *out)
{
    if (value_int(value, out)) {
        return true;
    }
    struct quote quote = quote_bytes(value.bytes, value.length);
    return parser_fail(parser, value.column, "bad-state-int", "%s is no whole number", quote.text);
}

static bool parse_style(struct parser *parser, struct value value, uint8_t *out)
{
    for (int style = 0; style < DETAIL_BRIDGE_STYLE_COUNT; style++) {
        if (value_is(value, detail_bridge_style_name((enum bridge_style)style))) {
            *out = (uint8_t)style;
            return true;
        }
    }
    struct quote quote = quote_bytes(value.bytes, value.length);
    return parser_fail(parser, value.column, "bad-group", "%s is no kind of bridge", quote.text);
}

static bool restore(struct parser *parser, const struct detail *detail, struct value value, void *object)
{
    void *place = (char *)object + detail->offset;
    switch (detail->kind) {
    case DETAIL_INT: return parse_int(parser, value, place);
    case DETAIL_BRIDGE_STYLE: return parse_style(parser, value, place);
    case DETAIL_BOOL: *(bool *)place = value_is_in_any_case(value, "true"); break;
    }
    return true;
}

/* Sorts the items of a group by detail: of several with the same key the last one counts, unknown ones do
 * not. */
static bool collect(struct parser *parser, struct value group, const struct detail *details, int detail_count,
                    struct value *given)
{
    struct value item;
    while (value_split(&group, ',', &item)) {
        struct value key;
        struct value rest = item;
        value_split(&rest, ':', &key);
        if (value_part_count(item, ':') != 2) {
            struct quote quote = quote_bytes(item.bytes, item.length);
            return parser_fail(parser, item.column, "bad-state", "%s is not of the form key:value",
                               quote.text);
        }
        for (int i = 0; i < detail_count; i++) {
            if (value_is(key, details[i].key)) {
                given[i] = rest;
            }
        }
    }
    return true;
}

static int32_t one_more_if_positive(int32_t count)
{
    return count > 0 ? (int32_t)((uint32_t)count + 1u) : count;
}

bool parse_details(struct parser *parser, struct value group)
{
    struct rabbit *rabbit = parser->last_rabbit;
    struct thing *thing = parser->last_thing;
    const struct detail *details = rabbit != NULL ? rabbit_details : entrance_details;
    int detail_count = rabbit != NULL                  ? RABBIT_DETAIL_COUNT
                       : thing->kind == THING_ENTRANCE ? ENTRANCE_DETAIL_COUNT
                                                       : 0;
    struct value given[RABBIT_DETAIL_COUNT] = {{0}};
    if (group.length > 0 && !collect(parser, group, details, detail_count, given)) {
        return false;
    }
    if (rabbit != NULL) {
        rabbit->index = -1;
        rabbit->on_slope = false;
    }
    for (int i = 0; i < detail_count; i++) {
        void *object = rabbit != NULL ? (void *)rabbit : (void *)thing;
        if (given[i].bytes != NULL && !restore(parser, &details[i], given[i], object)) {
            return false;
        }
    }
    if (rabbit != NULL) {
        /* The evaluation at the end of loading will count one down again. */
        rabbit->bash_steps = one_more_if_positive(rabbit->bash_steps);
        rabbit->bridge_small = one_more_if_positive(rabbit->bridge_small);
    }
    return true;
}
