/* Writing a world as a level (rules/10 section 2). */
#include "base/memory.h"
#include "level/contents.h"
#include "level/detail.h"
#include "level/level.h"
#include "level/symbol.h"
#include "world/build.h"

#include <stdio.h>
#include <string.h>

enum { BLOCKS_ROOM = 8 };

/* One writing under way. */
struct writer {
    const struct level *level;
    const struct world *world;
    struct level_write_options options;
    struct text *out;
    struct contents contents;
    size_t next_entry;       /* of the contents */
    struct text cell;        /* what stands in the cell at hand, one after the other */
    int cell_objects;        /* how many they are */
    struct text cell_lines;  /* all `:*=` lines so far */
    struct text water_lines; /* all `:n=` lines so far */
    struct block_piece *blocks;
    int blocks_room;
};

static void write_comments(const struct writer *writer, const char *key)
{
    const struct level *level = writer->level;
    for (int i = 0; i < level->comment_count; i++) {
        const char *attached_to = level->comments[i].attached_to;
        bool is_wanted =
            key == NULL ? attached_to == NULL : attached_to != NULL && strcmp(attached_to, key) == 0;
        if (is_wanted) {
            text_add(writer->out, level->comments[i].line);
            text_add_char(writer->out, '\n');
        }
    }
}

static void write_text(const struct writer *writer, const char *key, const char *value)
{
    write_comments(writer, key);
    text_add_char(writer->out, ':');
    text_add(writer->out, key);
    text_add_char(writer->out, '=');
    text_add(writer->out, value);
    text_add_char(writer->out, '\n');
}

static void write_int(const struct writer *writer, const char *key, int32_t value)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", value);
    write_text(writer, key, digits);
}

static void write_list(const struct writer *writer, const char *stem, char *const *values, int count)
{
    for (int i = 0; i < count; i++) {
        char key[32];
        snprintf(key, sizeof key, "%s.%d", stem, i + 1);
        write_text(writer, key, values[i]);
    }
}

static void write_delays(const struct writer *writer)
{
    struct text list = {0};
    int count;
    const int32_t *delays = world_delays(writer->world, &count);
    for (int i = 0; i < count; i++) {
        text_format(&list, i == 0 ? "%d" : ",%d", delays[i]);
    }
    write_text(writer, "rabbit_delay", list.bytes);
    text_free(&list);
}

static void write_meta(const struct writer *writer)
{
    static const enum ability by_name[ABILITY_COUNT] = {
        ABILITY_BASH,  ABILITY_BLOCK, ABILITY_BRIDGE,  ABILITY_BROLLY,
        ABILITY_CLIMB, ABILITY_DIG,   ABILITY_EXPLODE,
    };
    const struct level *level = writer->level;
    struct world_counts counts = world_counts(writer->world);
    write_text(writer, "name", level->name);
    write_text(writer, "description", level->description);
    write_text(writer, "author_name", level->author_name);
    write_text(writer, "author_url", level->author_url);
    write_list(writer, "hint", level->hints, level->hint_count);
    write_list(writer, "solution", level->solutions, level->solution_count);
    write_int(writer, "num_rabbits", counts.rabbits_total);
    write_int(writer, "num_to_save", counts.to_save);
    write_delays(writer);
    write_text(writer, "music", level->music);
    if (writer->options.runtime) {
        write_int(writer, "num_saved", counts.saved);
        write_int(writer, "num_killed", counts.killed);
        write_int(writer, "num_waiting", counts.waiting);
        write_int(writer, "rabbit_index_count", counts.last_index);
        write_text(writer, "paused", counts.is_paused ? "true" : "false");
    }
    for (int i = 0; i < ABILITY_COUNT; i++) {
        if (counts.has[by_name[i]]) {
            write_int(writer, ability_name(by_name[i]), counts.stock[by_name[i]]);
        }
    }
}

static void add_object(struct writer *writer, char symbol)
{
    text_add_char(&writer->cell, symbol);
    writer->cell_objects++;
}

static void add_blocks(struct writer *writer, int x, int y)
{
    int count = world_blocks_at(writer->world, x, y, writer->blocks, writer->blocks_room);
    if (count > writer->blocks_room) {
        writer->blocks = memory_resize(writer->blocks, (size_t)count, sizeof *writer->blocks);
        writer->blocks_room = count;
        world_blocks_at(writer->world, x, y, writer->blocks, count);
    }
    for (int i = 0; i < count; i++) {
        add_object(writer, symbol_of_block((enum block)writer->blocks[i].block));
    }
}

static void add_water(struct writer *writer, int x, int y)
{
    int32_t amount = world_water_at(writer->world, x, y);
    if (amount == 0) {
        return;
    }
    char symbol = symbol_of_water(amount);
    add_object(writer, symbol);
    if (amount > 0 && amount != symbol_of(symbol)->water) {
        text_format(&writer->water_lines, ":n=%d,%d,%d\n", x, y, amount);
    }
}

static void add_entry(struct writer *writer, const struct contents_entry *entry)
{
    int count;
    if (entry->is_thing) {
        const struct thing *thing = &world_things(writer->world, &count)[entry->place];
        add_object(writer, symbol_of_thing(thing));
        detail_write_thing(thing, &writer->cell);
    } else {
        const struct rabbit *rabbit = &world_rabbits(writer->world, &count)[entry->place];
        add_object(writer, symbol_of_rabbit(rabbit));
        if (writer->options.runtime) {
            detail_write_rabbit(rabbit, &writer->cell);
        }
    }
}

/* The character that stands for the cell in the map; what one character cannot say goes into a line of its
 * own. */
static char write_cell(struct writer *writer, int x, int y)
{
    text_clear(&writer->cell);
    writer->cell_objects = 0;
    add_blocks(writer, x, y);
    add_water(writer, x, y);
    while (writer->next_entry < writer->contents.count) {
        const struct contents_entry *entry = &writer->contents.entries[writer->next_entry];
        if (entry->x != x || entry->y != y) {
            break;
        }
        add_entry(writer, entry);
        writer->next_entry++;
    }
    if (writer->cell_objects == 0) {
        return ' ';
    }
    if (writer->cell.length == 1) {
        return writer->cell.bytes[0];
    }
    text_add(&writer->cell_lines, ":*=");
    text_add_bytes(&writer->cell_lines, writer->cell.bytes, writer->cell.length);
    text_add_char(&writer->cell_lines, '\n');
    return '*';
}

static void write_map(struct writer *writer)
{
    int width = world_width(writer->world);
    int height = world_height(writer->world);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            text_add_char(writer->out, write_cell(writer, x, y));
        }
        text_add_char(writer->out, '\n');
    }
}

static bool is_in_map(const struct world *world, int x, int y)
{
    return x >= 0 && x < world_width(world) && y >= 0 && y < world_height(world);
}

static bool has_water_around(const struct world *world)
{
    int width = world_width(world);
    int height = world_height(world);
    for (int x = -1; x <= width; x++) {
        if (world_water_at(world, x, -1) != 0 || world_water_at(world, x, height) != 0) {
            return true;
        }
    }
    for (int y = 0; y < height; y++) {
        if (world_water_at(world, -1, y) != 0 || world_water_at(world, width, y) != 0) {
            return true;
        }
    }
    return false;
}

/* Not everything that a world can hold has a place in a level's text. */
static bool check(const struct writer *writer, struct error *error)
{
    for (size_t i = 0; i < writer->contents.count; i++) {
        const struct contents_entry *entry = &writer->contents.entries[i];
        if (!is_in_map(writer->world, entry->x, entry->y)) {
            return error_set(error, STATUS_BAD, "not-writable", "%s at (%d,%d) is outside of the map",
                             entry->is_thing ? "a thing" : "a rabbit", entry->x, entry->y);
        }
    }
    if (has_water_around(writer->world)) {
        return error_set(error, STATUS_BAD, "not-writable", "there is water around the map");
    }
    int delay_count;
    world_delays(writer->world, &delay_count);
    if (writer->options.meta && delay_count == 0) {
        return error_set(error, STATUS_BAD, "not-writable", "the list of delays is empty");
    }
    return true;
}

bool level_write(const struct level *level, const struct world *world, struct level_write_options options,
                 struct text *out, struct error *error)
{
    struct writer writer = {
        .level = level,
        .world = world,
        .options = options,
        .out = out,
        .contents = contents_of(world),
        .blocks = memory_get_array(BLOCKS_ROOM, sizeof *writer.blocks),
        .blocks_room = BLOCKS_ROOM,
    };
    bool is_good = check(&writer, error);
    if (is_good) {
        if (options.meta) {
            write_meta(&writer);
            write_comments(&writer, "");
        }
        write_map(&writer);
        write_comments(&writer, "*");
        text_add_bytes(out, writer.cell_lines.bytes, writer.cell_lines.length);
        text_add_bytes(out, writer.water_lines.bytes, writer.water_lines.length);
        if (options.meta) {
            write_comments(&writer, NULL);
        }
    }
    text_free(&writer.cell);
    text_free(&writer.cell_lines);
    text_free(&writer.water_lines);
    memory_free(writer.contents.entries);
    memory_free(writer.blocks);
    return is_good;
}
