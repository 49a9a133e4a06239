#include "scene/scene_near.h"

#include "base/memory.h"

static void add_place(struct scene_places *list, int place)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity < 64 ? 64 : list->capacity * 2;
        list->places = memory_resize(list->places, (size_t)list->capacity, sizeof *list->places);
    }
    list->places[list->count++] = place;
}

static bool is_near(const struct scene_near *near, int32_t x, int32_t y)
{
    return x >= near->x0 && x < near->x1 && y >= near->y0 && y < near->y1;
}

static void find_things(const struct scene_near *near, const struct thing *things, int count,
                        struct scene_places *out)
{
    out->count = 0;
    for (int i = 0; i < count; i++) {
        if (is_near(near, things[i].x, things[i].y) && !things[i].is_gone) {
            add_place(out, i);
        }
    }
}

static void find_rabbits(const struct scene_near *near, const struct rabbit *rabbits, int count,
                         struct scene_places *out)
{
    out->count = 0;
    for (int i = 0; i < count; i++) {
        if (is_near(near, rabbits[i].x, rabbits[i].y)) {
            add_place(out, i);
        }
    }
}

void scene_find_near(struct scene *scene, const struct scene_view *view)
{
    struct scene_near *near = &scene->near;
    uint64_t history = world_history(view->world);
    if (near->is_known && near->history == history && view->x0 >= near->x0 && view->y0 >= near->y0 &&
        view->x1 <= near->x1 && view->y1 <= near->y1) {
        return;
    }
    /* As much again on all sides together as is in view: the lists stay short, and a view that moves has
     * some way to go. */
    int beyond_x = (view->x1 - view->x0) / 2;
    int beyond_y = (view->y1 - view->y0) / 2;
    near->history = history;
    near->x0 = view->x0 - beyond_x;
    near->y0 = view->y0 - beyond_y;
    near->x1 = view->x1 + beyond_x;
    near->y1 = view->y1 + beyond_y;
    near->is_known = true;
    int count = 0;
    const struct rabbit *rabbits = world_rabbits(view->world, &count);
    find_rabbits(near, rabbits, count, &near->rabbits);
    const struct thing *things = world_things(view->world, &count);
    find_things(near, things, count, &near->things);
    things = world_pending_tokens(view->world, &count);
    find_things(near, things, count, &near->pending_tokens);
}

void scene_free_near(struct scene *scene)
{
    memory_free(scene->near.rabbits.places);
    memory_free(scene->near.things.places);
    memory_free(scene->near.pending_tokens.places);
    scene->near = (struct scene_near){0};
}
