#include "scene/scene_recall.h"

#include "base/memory.h"

#include <stddef.h>
#include <string.h>

/* A copy of an array, to be compared as bytes: the structures of the world have no padding. */
struct copy {
    void *bytes;
    size_t size, room;
};

struct scene_recall {
    struct copy rabbits, things, pending;
    int x0, y0, x1, y1; /* cells */
    int64_t time;
};

/* Whether the copy was equal; it is afterwards. */
static bool is_equal(struct copy *copy, const void *bytes, size_t size)
{
    if (copy->size == size && (size == 0 || memcmp(copy->bytes, bytes, size) == 0)) {
        return true;
    }
    if (size > copy->room) {
        copy->room = size + size / 2;
        copy->bytes = memory_resize(copy->bytes, copy->room, 1);
    }
    if (size > 0) {
        memcpy(copy->bytes, bytes, size);
    }
    copy->size = size;
    return false;
}

static bool is_same_view(struct scene_recall *recall, const struct scene_view *view)
{
    if (recall->x0 == view->x0 && recall->y0 == view->y0 && recall->x1 == view->x1 &&
        recall->y1 == view->y1 && recall->time == view->time) {
        return true;
    }
    recall->x0 = view->x0;
    recall->y0 = view->y0;
    recall->x1 = view->x1;
    recall->y1 = view->y1;
    recall->time = view->time;
    return false;
}

bool scene_recall(struct scene *scene, const struct scene_view *view)
{
    if (scene->recall == NULL) {
        scene->recall = memory_get(sizeof *scene->recall);
    }
    int rabbit_count, thing_count, pending_count;
    const struct rabbit *rabbits = world_rabbits(view->world, &rabbit_count);
    const struct thing *things = world_things(view->world, &thing_count);
    const struct thing *pending = world_pending_tokens(view->world, &pending_count);
    struct scene_recall *recall = scene->recall;
    /* All of them are looked at in any case, because all are remembered. */
    bool is_same = is_same_view(recall, view);
    is_same = is_equal(&recall->rabbits, rabbits, (size_t)rabbit_count * sizeof *rabbits) && is_same;
    is_same = is_equal(&recall->things, things, (size_t)thing_count * sizeof *things) && is_same;
    return is_equal(&recall->pending, pending, (size_t)pending_count * sizeof *pending) && is_same;
}

void scene_recall_free(struct scene_recall *recall)
{
    if (recall != NULL) {
        memory_free(recall->rabbits.bytes);
        memory_free(recall->things.bytes);
        memory_free(recall->pending.bytes);
        memory_free(recall);
    }
}
