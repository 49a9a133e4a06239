#include "level/contents.h"

#include "base/memory.h"

#include <stdlib.h>

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_entries(const void *left, const void *right)
{
    const struct contents_entry *a = left;
    const struct contents_entry *b = right;
    int order = compare(a->y, b->y);
    order = order != 0 ? order : compare(a->x, b->x);
    order = order != 0 ? order : compare(a->is_thing, b->is_thing);
    return order != 0 ? order : compare(a->place, b->place);
}

struct contents contents_of(const struct world *world)
{
    int rabbit_count;
    int thing_count;
    const struct rabbit *rabbits = world_rabbits(world, &rabbit_count);
    const struct thing *things = world_things(world, &thing_count);
    size_t room = (size_t)rabbit_count + (size_t)thing_count;
    struct contents contents = {.entries = memory_get_array(room, sizeof *contents.entries)};
    for (int i = 0; i < rabbit_count; i++) {
        if (rabbits[i].state != RABBIT_OUT_OF_BOUNDS) {
            contents.entries[contents.count++] =
                (struct contents_entry){.x = rabbits[i].x, .y = rabbits[i].y, .is_thing = false, .place = i};
        }
    }
    for (int i = 0; i < thing_count; i++) {
        contents.entries[contents.count++] =
            (struct contents_entry){.x = things[i].x, .y = things[i].y, .is_thing = true, .place = i};
    }
    qsort(contents.entries, contents.count, sizeof *contents.entries, compare_entries);
    return contents;
}
