#include "followed.h"

#include "test.h"

#include <stdio.h>
#include <string.h>

static const struct rabbit *find(const struct world *world, int index)
{
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        if (rabbits[i].index == index) {
            return &rabbits[i];
        }
    }
    return NULL;
}

const char *rabbit_text(const struct world *world, int index)
{
    static char text[96];
    const struct rabbit *rabbit = find(world, index);
    if (rabbit == NULL) {
        return "gone";
    }
    snprintf(text, sizeof text, "%d,%d %s%s", rabbit->x, rabbit->y,
             rabbit_state_name((enum rabbit_state)rabbit->state) + strlen("RABBIT_"),
             rabbit->on_slope ? " s" : "");
    return text;
}

struct rabbit rabbit_with(const struct world *world, int index)
{
    const struct rabbit *rabbit = find(world, index);
    if (rabbit == NULL) {
        fail_msg("there is no rabbit %d", index);
        return (struct rabbit){0};
    }
    return *rabbit;
}

static void compare(const struct world *world, int index, const char *expected, int step, const char *file,
                    int line)
{
    const char *have = rabbit_text(world, index);
    if (strcmp(have, expected) != 0) {
        print_error("after step %d of rabbit %d:\n  expected %s\n  have     %s\n", step, index, expected,
                    have);
        _fail(file, line);
    }
}

void follow_world(struct world *world, int index, const char *const *expected, const char *file, int line)
{
    for (int step = 1; expected[step - 1] != NULL; step++) {
        if (!world_step(world)) {
            print_error("the world has ended before step %d\n", step);
            _fail(file, line);
        }
        compare(world, index, expected[step - 1], step, file, line);
    }
}

void follow_check(const char *const *lines, int index, const char *const *expected, const char *file,
                  int line)
{
    struct world *world = drawn_world(lines);
    compare(world, index, expected[0], 0, file, line);
    follow_world(world, index, expected + 1, file, line);
    world_destroy(world);
}
