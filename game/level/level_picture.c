#include "level/level_picture.h"

#include "base/memory.h"
#include "level/state_mark.h"
#include "level/symbol.h"

/* The map without its coordinates, row by row. */
struct canvas {
    char *cells;
    int width, height;
};

static void put(struct canvas *canvas, int x, int y, char symbol)
{
    if (x >= 0 && x < canvas->width && y >= 0 && y < canvas->height) {
        canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x] = symbol;
    }
}

/* Of several blocks in a cell the newest one shows. */
static char newest_block(const struct world *world, int x, int y)
{
    struct block_piece few[4];
    int few_count = sizeof few / sizeof *few;
    int count = world_blocks_at(world, x, y, few, few_count);
    if (count == 0) {
        return ' ';
    }
    if (count <= few_count) {
        return symbol_of_block((enum block)few[count - 1].block);
    }
    struct block_piece *all = memory_get_array((size_t)count, sizeof *all);
    world_blocks_at(world, x, y, all, count);
    char symbol = symbol_of_block((enum block)all[count - 1].block);
    memory_free(all);
    return symbol;
}

static void draw_blocks(struct canvas *canvas, const struct world *world)
{
    for (int y = 0; y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++) {
            put(canvas, x, y, newest_block(world, x, y));
        }
    }
}

static void draw_objects(struct canvas *canvas, const struct world *world)
{
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        if (rabbits[i].state != RABBIT_OUT_OF_BOUNDS) {
            put(canvas, rabbits[i].x, rabbits[i].y, symbol_of_rabbit(&rabbits[i]));
        }
    }
    const struct thing *things = world_things(world, &count);
    for (int i = 0; i < count; i++) {
        put(canvas, things[i].x, things[i].y, symbol_of_thing(&things[i]));
    }
}

static void draw_marks(struct canvas *canvas, int x, int y, const struct state_mark marks[STATE_MARKS_MAX])
{
    for (int i = 0; i < STATE_MARKS_MAX && marks[i].symbol != '\0'; i++) {
        put(canvas, x + marks[i].dx, y + marks[i].dy, marks[i].symbol);
    }
}

static void draw_changes(struct canvas *canvas, const struct world *world)
{
    struct state_mark marks[STATE_MARKS_MAX];
    for (int y = 0; y < canvas->height; y++) {
        for (int x = 0; x < canvas->width; x++) {
            char water = symbol_of_water(world_water_at(world, x, y));
            if (water != ' ') {
                put(canvas, x, y, water);
            }
        }
    }
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        state_marks_of_rabbit(&rabbits[i], marks);
        draw_marks(canvas, rabbits[i].x, rabbits[i].y, marks);
    }
    const struct thing *things = world_things(world, &count);
    for (int i = 0; i < count; i++) {
        state_marks_of_thing(&things[i], marks);
        draw_marks(canvas, things[i].x, things[i].y, marks);
    }
}

/* Two digits and a space: of larger numbers the first two digits. */
static void write_row_number(int y, struct text *out)
{
    while (y >= 100) {
        y /= 10;
    }
    text_format(out, "%02d ", y);
}

static void write_column_digits(int width, int divisor, struct text *out)
{
    text_add(out, "   ");
    for (int x = 0; x < width; x++) {
        text_add_char(out, (char)('0' + x / divisor % 10));
    }
    text_add_char(out, '\n');
}

void level_picture(const struct world *world, struct level_picture_options options, struct text *out)
{
    struct canvas canvas = {.width = world_width(world), .height = world_height(world)};
    size_t width = (size_t)canvas.width;
    canvas.cells = memory_get_array((size_t)canvas.height, width);
    draw_blocks(&canvas, world);
    draw_objects(&canvas, world);
    if (options.changes) {
        draw_changes(&canvas, world);
    }
    for (int y = 0; y < canvas.height; y++) {
        if (options.coordinates) {
            write_row_number(y, out);
        }
        text_add_bytes(out, canvas.cells + (size_t)y * width, width);
        text_add_char(out, '\n');
    }
    if (options.coordinates) {
        write_column_digits(canvas.width, 10, out);
        write_column_digits(canvas.width, 1, out);
    }
    memory_free(canvas.cells);
}
