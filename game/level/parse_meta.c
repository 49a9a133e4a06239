/* Meta lines, `:KEY=VALUE` (rules/10 1.4). */
#include "base/memory.h"
#include "base/quote.h"
#include "level/level_code.h"
#include "level/parser.h"

#include <stddef.h>
#include <string.h>

enum key_kind {
    KEY_INT,
    KEY_ABILITY,
    KEY_TEXT,
    KEY_STYLE,
    KEY_PAUSED,
    KEY_IGNORED,
    KEY_DELAYS,
    KEY_WATER,
    KEY_CONTENTS
};

struct key {
    const char *name;
    enum key_kind kind;
    size_t
        place; /* KEY_INT: offset in struct world_settings; KEY_TEXT: in struct level; KEY_ABILITY: which */
};

#define SETTING(field) KEY_INT, offsetof(struct world_settings, field)
#define TEXT(field) KEY_TEXT, offsetof(struct level, field)

static const struct key keys[LEVEL_KEY_COUNT] = {
    {"num_rabbits", SETTING(num_rabbits)},
    {"num_to_save", SETTING(num_to_save)},
    {"num_saved", SETTING(num_saved)},
    {"num_killed", SETTING(num_killed)},
    {"num_waiting", SETTING(num_waiting)},
    {"rabbit_index_count", SETTING(rabbit_index_count)},
    {"name", TEXT(name)},
    {"description", TEXT(description)},
    {"author_name", TEXT(author_name)},
    {"author_url", TEXT(author_url)},
    {"music", TEXT(music)},
    {"void_marker_style", KEY_STYLE, 0},
    {"intro", KEY_IGNORED, 0},
    {"paused", KEY_PAUSED, 0},
    {"ready_to_explode_all", KEY_IGNORED, 0},
    {"rabbit_delay", KEY_DELAYS, 0},
    {"bash", KEY_ABILITY, ABILITY_BASH},
    {"dig", KEY_ABILITY, ABILITY_DIG},
    {"bridge", KEY_ABILITY, ABILITY_BRIDGE},
    {"block", KEY_ABILITY, ABILITY_BLOCK},
    {"climb", KEY_ABILITY, ABILITY_CLIMB},
    {"explode", KEY_ABILITY, ABILITY_EXPLODE},
    {"brolly", KEY_ABILITY, ABILITY_BROLLY},
    {"n", KEY_WATER, 0},
    {"*", KEY_CONTENTS, 0},
};

static bool fail_value(struct parser *parser, struct value value, const char *kind, const char *what)
{
    struct quote quote = quote_bytes(value.bytes, value.length);
    return parser_fail(parser, value.column, kind, "%s is not %s", quote.text, what);
}

static bool fail_key(struct parser *parser, struct value key, const char *kind, const char *what)
{
    struct quote quote = quote_bytes(key.bytes, key.length);
    return parser_fail(parser, key.column, kind, "%s %s", quote.text, what);
}

static bool parse_int(struct parser *parser, struct value value, int32_t *out)
{
    return value_int(value, out) || fail_value(parser, value, "not-int", "a whole number of 32 bits");
}

static bool parse_bool(struct parser *parser, struct value value, bool *out)
{
    return value_bool(value, out) || fail_value(parser, value, "not-bool", "'true' or 'false'");
}

static bool parse_setting(struct parser *parser, struct value value, size_t offset)
{
    int32_t *place = (int32_t *)(void *)((char *)&parser->settings + offset);
    parser->has_waiting = parser->has_waiting || place == &parser->settings.num_waiting;
    return parse_int(parser, value, place);
}

static bool parse_text(struct parser *parser, struct value value, size_t offset)
{
    if (!parser_check_text(parser, value)) {
        return false;
    }
    char **place = (char **)(void *)((char *)parser->level + offset);
    *place = value_copy(value);
    return true;
}

/* What is wrong with a style is said only once all lines are read, as the rules have it. */
static void parse_style(struct parser *parser, struct value value)
{
    bool is_torn = value_is_in_any_case(value, "torn_paper");
    parser->level->void_style = is_torn ? VOID_TORN_PAPER : VOID_HIGHLIGHTER;
    parser->void_style_line = parser->line;
    parser->void_style_column = value.column;
    parser->is_void_style_bad = !is_torn && !value_is_in_any_case(value, "highlighter");
}

/* Empty items at the end do not count, so that "," is a list of nothing. */
static bool parse_delays(struct parser *parser, struct value value)
{
    size_t count = value_part_count(value, ',');
    bool is_list = count > 1;
    if (count > LEVEL_OBJECTS_MAX) {
        return parser_fail(parser, value.column, "too-large", "more than %d delays", LEVEL_OBJECTS_MAX);
    }
    while (value.length > 0 && value.bytes[value.length - 1] == ',') {
        value.length--;
    }
    parser->delays = memory_get_array(count, sizeof *parser->delays);
    parser->settings.delays = parser->delays;
    parser->settings.delay_count = 0;
    if (is_list && value.length == 0) {
        return true;
    }
    struct value item;
    while (value_split(&value, ',', &item)) {
        if (!parse_int(parser, item, &parser->delays[parser->settings.delay_count++])) {
            return false;
        }
    }
    return true;
}

static bool parse_water(struct parser *parser, struct value value)
{
    if (value_part_count(value, ',') != 3) {
        return fail_value(parser, value, "bad-water", "of the form x,y,amount");
    }
    int32_t numbers[3];
    for (int i = 0; i < 3; i++) {
        struct value part;
        value_split(&value, ',', &part);
        if (!parse_int(parser, part, &numbers[i])) {
            return false;
        }
    }
    if (parser->world != NULL) {
        world_set_water(parser->world, numbers[0], numbers[1], numbers[2]);
    }
    return true;
}

/* Hints and solutions: 1, 2, 3, ... in the order of the file. */
static bool parse_numbered(struct parser *parser, struct value key, int number, struct value value,
                           char ***list, int *count)
{
    if (number >= 1 && number <= *count) {
        return fail_key(parser, key, "duplicate", "was given before");
    }
    if (number != *count + 1) {
        return fail_key(parser, key, "list-order", "does not follow the one before it by one");
    }
    if (!parser_check_text(parser, value)) {
        return false;
    }
    *list = memory_resize(*list, (size_t)number, sizeof **list);
    (*list)[(*count)++] = value_copy(value);
    return true;
}

/* The number in a key such as "hint.1": -1 if the key is not the stem, a full stop and one to three digits.
 */
static int number_of_key(struct value key, const char *stem)
{
    size_t stem_length = strlen(stem);
    if (key.length <= stem_length || key.length > stem_length + 3 ||
        memcmp(key.bytes, stem, stem_length) != 0) {
        return -1;
    }
    int number = 0;
    for (size_t i = stem_length; i < key.length; i++) {
        if (key.bytes[i] < '0' || key.bytes[i] > '9') {
            return -1;
        }
        number = number * 10 + (key.bytes[i] - '0');
    }
    return number;
}

static bool parse_known(struct parser *parser, const struct key *known, struct value key, struct value value)
{
    bool *is_given = &parser->is_given[known - keys];
    bool may_repeat = known->kind == KEY_WATER || known->kind == KEY_CONTENTS;
    bool ignored;
    if (*is_given && !may_repeat) {
        return fail_key(parser, key, "duplicate", "was given before");
    }
    *is_given = true;
    switch (known->kind) {
    case KEY_INT: return parse_setting(parser, value, known->place);
    case KEY_ABILITY:
        parser->settings.has[known->place] = true;
        return parse_int(parser, value, &parser->settings.stock[known->place]);
    case KEY_TEXT: return parse_text(parser, value, known->place);
    case KEY_STYLE: parse_style(parser, value); return true;
    case KEY_PAUSED: return parse_bool(parser, value, &parser->settings.is_paused);
    case KEY_IGNORED: return parse_bool(parser, value, &ignored);
    case KEY_DELAYS: return parse_delays(parser, value);
    case KEY_WATER: return parse_water(parser, value);
    case KEY_CONTENTS: return parse_contents(parser, value, key.column);
    }
    return true;
}

static bool parse_pair(struct parser *parser, struct value key, struct value value)
{
    struct level *level = parser->level;
    for (size_t i = 0; i < LEVEL_KEY_COUNT; i++) {
        if (value_is(key, keys[i].name)) {
            return parse_known(parser, &keys[i], key, value);
        }
    }
    int hint = number_of_key(key, "hint.");
    if (hint >= 0) {
        return parse_numbered(parser, key, hint, value, &level->hints, &level->hint_count);
    }
    int solution = number_of_key(key, "solution.");
    if (solution >= 0) {
        return parse_numbered(parser, key, solution, value, &level->solutions, &level->solution_count);
    }
    return fail_key(parser, key, "unknown-key", "is no key of a level");
}

/* Takes ".code" off the key if it has that ending. */
static bool take_code_ending(struct value *key)
{
    static const char ending[] = ".code";
    size_t length = sizeof ending - 1;
    if (key->length < length || memcmp(key->bytes + key->length - length, ending, length) != 0) {
        return false;
    }
    key->length -= length;
    return true;
}

bool parse_meta(struct parser *parser, struct value line)
{
    struct value key;
    struct value value = value_part(line, 1, line.length - 1);
    value_split(&value, '=', &key);
    if (value.bytes == NULL) {
        return parser_fail(parser, line.column, "bad-meta", "a line that starts with ':' needs a '='");
    }
    struct text decoded = {0};
    if (take_code_ending(&key)) {
        if (value.length > LEVEL_CODE_BYTES_MAX) {
            return parser_fail(parser, value.column, "too-large", "a coded value of more than %d bytes",
                               LEVEL_CODE_BYTES_MAX);
        }
        level_code_decode(value.bytes, value.length, &decoded);
        value.bytes = decoded.bytes == NULL ? "" : decoded.bytes;
        value.length = decoded.length;
        value.is_decoded = true;
    }
    parser_attach_comments(parser, key);
    bool good = parse_pair(parser, key, value);
    text_free(&decoded);
    return good;
}
