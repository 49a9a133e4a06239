#include "support/saved_world.h"

#include "level/level.h"
#include "replay/trace.h"
#include "support/followed.h"
#include "support/parsed_level.h"
#include "support/test.h"

#include <string.h>

void saved_world_write(const struct world *world, struct text *out)
{
    struct level *level = parsed_level("#");
    struct error error;
    struct level_write_options options = {.meta = true, .runtime = true};
    text_clear(out);
    if (!level_write(level, world, options, out, &error)) {
        fail_msg("the world cannot be written: %s", error.text);
    }
    level_destroy(level);
}

struct world *saved_world_read(const struct text *text)
{
    struct level *level = parsed_level(text->bytes);
    struct world *world = level->world;
    level->world = NULL;
    level_destroy(level);
    return world;
}

const char *saved_world_describe(const struct world *world, struct text *out)
{
    text_clear(out);
    trace_write(world, 0, out);
    for (char *fire = strstr(out->bytes, "FIRE_"); fire != NULL; fire = strstr(fire + 1, "FIRE_")) {
        if (fire[6] == '\n' || fire[6] == '_') {
            fire[5] = '?';
        }
    }
    return strchr(out->bytes + strlen("step "), ' ');
}

/* Whether both look alike now and after each step to come, to the end or for so many steps. */
static bool go_on_alike(struct world *one, struct world *other, int steps)
{
    struct text a = {0};
    struct text b = {0};
    bool are_alike = true;
    for (int i = 0; i <= steps && are_alike; i++) {
        are_alike = strcmp(saved_world_describe(one, &a), saved_world_describe(other, &b)) == 0;
        bool is_one_over = !world_step(one);
        are_alike = are_alike && is_one_over == !world_step(other);
        if (is_one_over) {
            break;
        }
    }
    text_free(&a);
    text_free(&b);
    return are_alike;
}

enum { REST = 30 };

/* Names the first rabbit that does something else in the world that was read again. */
static void add_difference(const struct world *world, const struct world *reloaded, struct text *found)
{
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    struct text before = {0};
    for (int i = 0; i < count; i++) {
        text_clear(&before);
        text_add(&before, rabbit_text(world, rabbits[i].index));
        const char *after = rabbit_text(reloaded, rabbits[i].index);
        if (strcmp(before.bytes, after) != 0) {
            text_format(found, "%s -> %s", before.bytes, after);
            text_free(&before);
            return;
        }
    }
    text_add(found, "goes on otherwise");
    text_free(&before);
}

/* Saves the world and compares it with what is read again; appends to `found` what is different. */
static void save_once(const struct world *world, int step, struct text *found)
{
    struct text saved = {0};
    struct text again = {0};
    saved_world_write(world, &saved);
    struct world *reloaded = saved_world_read(&saved);
    struct world *fresh = world_copy(reloaded);
    struct world *copy = world_copy(world);
    saved_world_write(reloaded, &again);
    bool is_text_equal = strcmp(saved.bytes, again.bytes) == 0;
    if (!go_on_alike(copy, reloaded, REST) || !is_text_equal) {
        text_format(found, "%d: ", step);
        add_difference(world, fresh, found);
        text_add(found, is_text_equal ? "\n" : ", and is written otherwise\n");
    }
    world_destroy(copy);
    world_destroy(fresh);
    world_destroy(reloaded);
    text_free(&saved);
    text_free(&again);
}

void saved_world_check(const char *const *lines, int steps, const char *const *expected, const char *file,
                       int line)
{
    struct world *world = drawn_world(lines);
    struct text found = {0};
    struct text wanted = {0};
    text_add(&found, "");
    text_add(&wanted, "");
    for (int step = 1; step <= steps && world_step(world); step++) {
        save_once(world, step, &found);
    }
    for (int i = 0; expected[i] != NULL; i++) {
        text_format(&wanted, "%s\n", expected[i]);
    }
    if (strcmp(found.bytes, wanted.bytes) != 0) {
        print_error("these steps are not what they were when they are read again:\n%snot only these:\n%s",
                    found.bytes, wanted.bytes);
        _fail(file, line);
    }
    text_free(&found);
    text_free(&wanted);
    world_destroy(world);
}
