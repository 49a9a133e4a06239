/* A level being read: what the parts of the reader share. Inside of game/level only. */
#ifndef WARREN_LEVEL_PARSER_H
#define WARREN_LEVEL_PARSER_H

#include "level/level.h"
#include "level/value.h"
#include "level/variant.h"
#include "world/build.h"

enum {
    LEVEL_OBJECTS_MAX = 1 << 16,  /* rabbits, things, and all that stands in cell contents */
    LEVEL_COMMENTS_MAX = 1 << 16, /* comment lines */
    LEVEL_KEY_COUNT = 25          /* keys that are not numbered */
};

struct parser {
    const char *path;
    struct error *error;
    struct level *level;
    struct world
        *world;        /* NULL where no world can be made of the map: what is read is checked all the same */
    int width, height; /* of the map, cells; width 0: there is no row with anything in it */
    int line;          /* the one being read, from 1 */
    int y;             /* of the next map row */
    struct world_settings settings;
    bool has_waiting; /* settings.num_waiting was given */
    int32_t *delays;  /* settings.delays, owned */
    bool is_given[LEVEL_KEY_COUNT];
    int void_style_line, void_style_column;
    bool is_void_style_bad;
    int32_t *stars; /* cells whose contents come in a later line, as y * width + x, in order */
    size_t star_count, star_capacity, stars_filled;
    int comments_attached;
    int object_count;
    struct variant_source variants;
    /* What the last character made, for the details that may follow in cell contents. */
    struct rabbit *last_rabbit;
    struct thing *last_thing;
    struct rabbit spare_rabbit; /* take the place of the real ones while there is no world */
    struct thing spare_thing;
};

/* Notes the error, in the line being read. Always returns false. */
bool parser_fail(struct parser *parser, int column, const char *kind, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Counts one more of what is bounded by LEVEL_OBJECTS_MAX. */
bool parser_count_object(struct parser *parser, int column);

/* False, and an error, if a text that is to be kept holds a NUL, which no text of a level can. */
bool parser_check_text(struct parser *parser, struct value text);

/* parse_cell.c: one map row, which has the right width. */
bool parse_row(struct parser *parser, struct value row);

/* parse_cell.c: the value of a `:*=` line. */
bool parse_contents(struct parser *parser, struct value value, int key_column);

/* parse_details.c: what stands between { and }, for the rabbit or thing made last. */
bool parse_details(struct parser *parser, struct value group);

/* parse_meta.c: a whole line that starts with ':'. */
bool parse_meta(struct parser *parser, struct value line);

/* level_parse.c: gives the comments that wait for it to this key ("" is the map). */
void parser_attach_comments(struct parser *parser, struct value key);

#endif
