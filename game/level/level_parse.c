/* Lines, map rows and comments, and what is done when all are read (rules/10 1.1, 1.2, 1.6, 1.10). */
#include "base/file.h"
#include "base/memory.h"
#include "base/require.h"
#include "level/level_name.h"
#include "level/lines.h"
#include "level/parser.h"
#include "level/utf16.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool parser_fail(struct parser *parser, int column, const char *kind, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    error_set(parser->error, STATUS_BAD, kind, "%s", text);
    error_at(parser->error, parser->path, parser->line, column);
    return false;
}

bool parser_count_object(struct parser *parser, int column)
{
    if (++parser->object_count > LEVEL_OBJECTS_MAX) {
        return parser_fail(parser, column, "too-large", "more than %d rabbits and things", LEVEL_OBJECTS_MAX);
    }
    return true;
}

bool parser_check_text(struct parser *parser, struct value text)
{
    const char *found = text.length > 0 ? memchr(text.bytes, '\0', text.length) : NULL;
    if (found != NULL) {
        struct value rest = value_part(text, (size_t)(found - text.bytes), 1);
        return parser_fail(parser, rest.column, "unknown-char", "a zero byte cannot stand in a text");
    }
    return true;
}

void parser_attach_comments(struct parser *parser, struct value key)
{
    struct level *level = parser->level;
    while (parser->comments_attached < level->comment_count) {
        level->comments[parser->comments_attached++].attached_to = value_copy(key);
    }
}

static bool parse_comment(struct parser *parser, struct value line)
{
    struct level *level = parser->level;
    if (level->comment_count == LEVEL_COMMENTS_MAX) {
        return parser_fail(parser, line.column, "too-large", "more than %d comments", LEVEL_COMMENTS_MAX);
    }
    if (!parser_check_text(parser, line)) {
        return false;
    }
    size_t count = (size_t)level->comment_count;
    if ((count & (count - 1)) == 0) { /* the room is a power of two */
        level->comments = memory_resize(level->comments, count == 0 ? 1 : 2 * count, sizeof *level->comments);
    }
    level->comments[level->comment_count++] = (struct level_comment){.line = value_copy(line)};
    return true;
}

static bool parse_map_line(struct parser *parser, struct value row)
{
    parser_attach_comments(parser, value_part(row, 0, 0));
    if (parser->width > 0 && !world_fits(parser->width, parser->y + 1)) {
        return parser_fail(parser, row.column, "too-large",
                           "the map has more than about %lld cells, or more than %d in a row or column",
                           (long long)WORLD_CELLS_MAX, WORLD_SIDE_MAX);
    }
    size_t width = (size_t)parser->width;
    size_t length = utf16_length(row.bytes, row.length);
    if (length > 0 && length != width) {
        int column = row.column + (int)(length < width ? length : width);
        return parser_fail(parser, column, "row-length", "this row has %zu cells, the first one has %zu",
                           length, width);
    }
    if (!parse_row(parser, row)) {
        return false;
    }
    parser->y++;
    return true;
}

static bool is_meta_or_comment(const char *line, size_t length)
{
    return length > 0 && (line[0] == ':' || line[0] == '%');
}

static bool parse_line(struct parser *parser, struct value line)
{
    if (!is_meta_or_comment(line.bytes, line.length)) {
        return parse_map_line(parser, line);
    }
    return line.bytes[0] == ':' ? parse_meta(parser, line) : parse_comment(parser, line);
}

/* The world is made before the rows are read, so the rows are counted before that. */
static void measure_map(struct parser *parser, const char *bytes, size_t size)
{
    struct lines lines;
    const char *line;
    size_t length;
    lines_start(&lines, bytes, size);
    while (lines_next(&lines, &line, &length)) {
        if (!is_meta_or_comment(line, length)) {
            parser->height++;
            parser->width = parser->width > 0 ? parser->width : (int)utf16_length(line, length);
        }
    }
}

/* The number of the line that holds a map row. */
static int line_of_row(const char *bytes, size_t size, int row)
{
    struct lines lines;
    const char *line;
    size_t length;
    int number = 0;
    lines_start(&lines, bytes, size);
    while (row >= 0 && lines_next(&lines, &line, &length)) {
        row -= is_meta_or_comment(line, length) ? 0 : 1;
        number++;
    }
    return number;
}

static bool parse_text(struct parser *parser, const char *bytes, size_t size)
{
    struct lines lines;
    struct value line = {.column = 1};
    if (size > LEVEL_BYTES_MAX) {
        return parser_fail(parser, 0, "too-large", "more than %d bytes", LEVEL_BYTES_MAX);
    }
    measure_map(parser, bytes, size);
    if (parser->width > 0 && world_fits(parser->width, parser->height)) {
        parser->world = world_create(parser->width, parser->height);
        parser->level->world = parser->world;
    }
    lines_start(&lines, bytes, size);
    while (lines_next(&lines, &line.bytes, &line.length)) {
        parser->line++;
        if (!parse_line(parser, line)) {
            return false;
        }
    }
    if (parser->stars_filled < parser->star_count) {
        int cell = parser->stars[parser->stars_filled];
        require(parser->width > 0); /* a star is in some row */
        parser->line = line_of_row(bytes, size, cell / parser->width);
        return parser_fail(parser, cell % parser->width + 1, "star-missing",
                           "no ':*=' line gives the contents of this '*'");
    }
    return true;
}

/* Whatever is left once all lines are read; needs the text no more. */
static bool assemble(struct parser *parser)
{
    struct level *level = parser->level;
    parser->line++; /* what is missing is missing behind the last line */
    if (parser->is_void_style_bad) {
        parser->line = parser->void_style_line;
        return parser_fail(parser, parser->void_style_column, "bad-void-style",
                           "void_marker_style is neither 'highlighter' nor 'torn_paper'");
    }
    if (parser->world == NULL) {
        return parser_fail(parser, 1, "no-map", "there is no map: no row with anything in it");
    }
    if (parser->void_style_line == 0 && level->name != NULL) {
        level->void_style = level_name_void_style(level->name);
    }
    if (level->name == NULL) {
        struct text name = {0};
        level_name_from_path(parser->path, &name);
        level->name = name.bytes;
    }
    char **texts[] = {&level->description, &level->author_name, &level->author_url, &level->music};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i] = *texts[i] != NULL ? *texts[i] : memory_copy_text("");
    }
    if (!parser->has_waiting) {
        parser->settings.num_waiting = parser->settings.num_rabbits;
    }
    world_start(parser->world, &parser->settings);
    return true;
}

static void start(struct parser *parser, const char *path, struct error *error)
{
    static const int32_t usual_delay = 4;
    *parser = (struct parser){
        .path = path,
        .error = error,
        .level = memory_get(sizeof *parser->level),
        .settings = {.num_rabbits = 10, .num_to_save = 1, .delays = &usual_delay, .delay_count = 1},
    };
    variant_start(&parser->variants);
}

/* Gives the level, or NULL if it is not good. */
static struct level *finish(struct parser *parser, bool is_good)
{
    memory_free(parser->stars);
    is_good = is_good && assemble(parser);
    memory_free(parser->delays);
    if (is_good) {
        return parser->level;
    }
    level_destroy(parser->level);
    return NULL;
}

struct level *level_parse(const char *bytes, size_t size, const char *path, struct error *error)
{
    struct parser parser;
    start(&parser, path, error);
    return finish(&parser, parse_text(&parser, bytes, size));
}

struct level *level_load(const char *path, struct error *error)
{
    struct text text = {0};
    struct parser parser;
    if (!file_read(path, LEVEL_BYTES_MAX, &text, error)) {
        text_free(&text);
        return NULL;
    }
    start(&parser, path, error);
    bool is_good = parse_text(&parser, text.bytes, text.length);
    text_free(&text); /* before the world is started, which takes room of its own */
    return finish(&parser, is_good);
}

void level_destroy(struct level *level)
{
    if (level == NULL) {
        return;
    }
    for (int i = 0; i < level->hint_count; i++) {
        memory_free(level->hints[i]);
    }
    for (int i = 0; i < level->solution_count; i++) {
        memory_free(level->solutions[i]);
    }
    for (int i = 0; i < level->comment_count; i++) {
        memory_free(level->comments[i].attached_to);
        memory_free(level->comments[i].line);
    }
    world_destroy(level->world);
    memory_free(level->hints);
    memory_free(level->solutions);
    memory_free(level->comments);
    memory_free(level->name);
    memory_free(level->description);
    memory_free(level->author_name);
    memory_free(level->author_url);
    memory_free(level->music);
    memory_free(level);
}
