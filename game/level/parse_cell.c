/* Characters of the map and of cell contents (rules/10 1.3, 1.5). */
#include "base/memory.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "level/parser.h"
#include "level/symbol.h"

#include <string.h>

static bool fail_unknown(struct parser *parser, struct value rest)
{
    struct quote quote = quote_bytes(rest.bytes, utf8_character_size(rest.bytes, rest.length));
    return parser_fail(parser, rest.column, "unknown-char", "%s is no character of a map", quote.text);
}

static void add_star(struct parser *parser, int x, int y)
{
    if (parser->star_count == parser->star_capacity) {
        parser->star_capacity = parser->star_capacity == 0 ? 64 : parser->star_capacity * 2;
        parser->stars = memory_resize(parser->stars, parser->star_capacity, sizeof *parser->stars);
    }
    parser->stars[parser->star_count++] = y * parser->width + x;
}

static void add_block(struct parser *parser, const struct symbol *symbol, int variant, int x, int y)
{
    if (parser->world != NULL) {
        world_add_block(parser->world, x, y, (enum block)symbol->what, variant);
    }
}

static void add_rabbit(struct parser *parser, const struct symbol *symbol, int x, int y)
{
    if (parser->world == NULL) {
        parser->spare_rabbit = (struct rabbit){0};
        parser->last_rabbit = &parser->spare_rabbit;
    } else {
        parser->last_rabbit = world_add_rabbit(parser->world, x, y, symbol->is_rabbot, symbol->faces_right);
    }
}

static void add_thing(struct parser *parser, const struct symbol *symbol, int variant, int x, int y)
{
    enum thing_kind kind = (enum thing_kind)symbol->what;
    int detail = kind == THING_FIRE ? variant : kind == THING_TOKEN ? symbol->ability : 0;
    if (parser->world == NULL) {
        parser->spare_thing = (struct thing){.kind = symbol->what};
        parser->last_thing = &parser->spare_thing;
    } else {
        parser->last_thing = world_add_thing(parser->world, x, y, kind, detail);
    }
}

/* Carries out one character that is known. */
static void add(struct parser *parser, const struct symbol *symbol, int x, int y)
{
    int variant = symbol->has_variant ? variant_draw(&parser->variants) : 0;
    parser->last_rabbit = NULL;
    parser->last_thing = NULL;
    switch ((enum symbol_kind)symbol->kind) {
    case SYMBOL_BLOCK: add_block(parser, symbol, variant, x, y); break;
    case SYMBOL_RABBIT: add_rabbit(parser, symbol, x, y); break;
    case SYMBOL_THING: add_thing(parser, symbol, variant, x, y); break;
    case SYMBOL_WATER:
        if (parser->world != NULL) {
            world_set_water(parser->world, x, y, symbol->water);
        }
        break;
    case SYMBOL_STAR: add_star(parser, x, y); break;
    case SYMBOL_SPACE:
    case SYMBOL_UNKNOWN: break;
    }
}

bool parse_row(struct parser *parser, struct value row)
{
    int width = (int)row.length;
    for (int x = 0; x < width; x++) {
        const struct symbol *symbol = symbol_of(row.bytes[x]);
        if (symbol->kind == SYMBOL_SPACE) {
            continue;
        }
        bool is_listed = symbol->kind == SYMBOL_RABBIT || symbol->kind == SYMBOL_THING;
        if (symbol->kind == SYMBOL_UNKNOWN) {
            return fail_unknown(parser, value_part(row, (size_t)x, row.length - (size_t)x));
        }
        if (is_listed && !parser_count_object(parser, row.column + x)) {
            return false;
        }
        add(parser, symbol, x, parser->y);
    }
    return true;
}

/* A group of details that starts at rest: stores how many bytes it takes, all of them if its end is missing.
 */
static bool parse_group(struct parser *parser, struct value rest, size_t *used)
{
    if (parser->last_rabbit == NULL && parser->last_thing == NULL) {
        return parser_fail(parser, rest.column, "bad-group",
                           "details stand after nothing that could have any");
    }
    const char *end = memchr(rest.bytes, '}', rest.length);
    if (end == NULL) {
        *used = rest.length;
        return true;
    }
    *used = (size_t)(end - rest.bytes) + 1;
    return parse_details(parser, value_part(rest, 1, *used - 2));
}

bool parse_contents(struct parser *parser, struct value value, int key_column)
{
    if (parser->stars_filled == parser->star_count) {
        return parser_fail(parser, key_column, "star-early",
                           "no '*' before this line waits for its contents");
    }
    int cell = parser->stars[parser->stars_filled++];
    int x = cell % parser->width;
    int y = cell / parser->width;
    parser->last_rabbit = NULL;
    parser->last_thing = NULL;
    for (size_t i = 0; i < value.length;) {
        struct value rest = value_part(value, i, value.length - i);
        const struct symbol *symbol = symbol_of(value.bytes[i]);
        size_t used = 1;
        if (value.bytes[i] == '{') {
            if (!parse_group(parser, rest, &used)) {
                return false;
            }
        } else if (symbol->kind == SYMBOL_UNKNOWN) {
            return fail_unknown(parser, rest);
        } else if (!parser_count_object(parser, rest.column)) {
            return false;
        } else {
            add(parser, symbol, x, y);
        }
        i += used;
    }
    return true;
}
