#include "support/drawn_world.h"

#include "base/text.h"
#include "level/level.h"
#include "level/level_picture.h"
#include "support/test.h"

#include <string.h>

static void join(const char *const *lines, struct text *out)
{
    text_add(out, "");
    for (int i = 0; lines[i] != NULL; i++) {
        text_add(out, lines[i]);
        text_add_char(out, '\n');
    }
}

struct world *drawn_world(const char *const *lines)
{
    struct text text = {0};
    struct error error;
    join(lines, &text);
    struct level *level = level_parse(text.bytes, text.length, "", &error);
    if (level == NULL) {
        print_error("%sline %d, column %d: %s [%s]\n", text.bytes, error.line, error.column, error.text,
                    error.kind);
        text_free(&text);
        fail_msg("the lines are no level");
        return NULL;
    }
    text_free(&text);
    struct world *world = level->world;
    level->world = NULL;
    level_destroy(level);
    return world;
}

void drawn_world_steps(struct world *world, int steps)
{
    for (int i = 0; i < steps; i++) {
        assert_true(world_step(world));
    }
}

int drawn_world_tokens(const struct world *world)
{
    int count;
    int tokens = 0;
    const struct thing *things = world_things(world, &count);
    for (int i = 0; i < count; i++) {
        tokens += things[i].kind == THING_TOKEN;
    }
    return tokens;
}

const char *drawn_world_thing(const struct world *world, int place)
{
    int count;
    const struct thing *things = world_things(world, &count);
    return place < count ? thing_state_name(&things[place]) : "gone";
}

void drawn_world_check(const struct world *world, const char *const *lines, bool changes, int step,
                       const char *file, int line)
{
    struct text wanted = {0};
    struct text found = {0};
    join(lines, &wanted);
    level_picture(world, (struct level_picture_options){.changes = changes}, &found);
    if (strcmp(wanted.bytes, found.bytes) != 0) {
        print_error("after step %d it looks like this:\n%sand not like this:\n%s", step, found.bytes,
                    wanted.bytes);
        _fail(file, line);
    }
    text_free(&wanted);
    text_free(&found);
}

void drawn_world_check_steps(const char *file, int line, const char *const *start, ...)
{
    struct world *world = drawn_world(start);
    va_list pictures;
    va_start(pictures, start);
    const char *const *lines = va_arg(pictures, const char *const *);
    for (int step = 1; lines != NULL; step++) {
        if (!world_step(world)) {
            print_error("step %d is refused: the world is %s\n", step, outcome_name(world_outcome(world)));
            _fail(file, line);
        }
        drawn_world_check(world, lines, true, step, file, line);
        lines = va_arg(pictures, const char *const *);
    }
    va_end(pictures);
    world_destroy(world);
}
