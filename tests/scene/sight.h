/* Scenes of drawn worlds, for the tests of scenes. */
#ifndef WARREN_TESTS_SCENE_SIGHT_H
#define WARREN_TESTS_SCENE_SIGHT_H

#include "scene/scene.h"
#include "support/drawn_world.h"
#include "support/test.h"

/* A level of those lines, seen as a whole at 32 px unless the test changes the camera. */
struct sight {
    struct world *world;
    struct level level;
    struct camera camera;
    struct scene scene;
};

static inline struct sight sight_of(const char *const *lines)
{
    struct sight sight = {.world = drawn_world(lines)};
    sight.level = (struct level){.world = sight.world, .void_style = VOID_TORN_PAPER};
    camera_init(&sight.camera, world_width(sight.world), world_height(sight.world),
                world_width(sight.world) * 32, world_height(sight.world) * 32);
    return sight;
}

static inline void sight_look(struct sight *sight, int blend)
{
    scene_build(&sight->scene, &sight->level, sight->world, &sight->camera,
                (struct scene_options){.blend = blend});
}

static inline void sight_end(struct sight *sight)
{
    scene_free(&sight->scene);
    world_destroy(sight->world);
}

/* The items with that picture. */
static inline int count_of(const struct scene *scene, int picture)
{
    int count = 0;
    for (int i = 0; i < scene->count; i++) {
        count += scene->items[i].picture == picture;
    }
    return count;
}

/* The place of the first item with that picture whose corner is in the cell, -1 when there is none. */
static inline int find_item(const struct scene *scene, int picture, int x, int y)
{
    for (int i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->picture == picture && item->x >= x * SCENE_UNITS && item->x < (x + 1) * SCENE_UNITS &&
            item->y >= y * SCENE_UNITS && item->y < (y + 1) * SCENE_UNITS) {
            return i;
        }
    }
    return -1;
}

static inline const struct scene_item *item_of(const struct scene *scene, int picture)
{
    for (int i = 0; i < scene->count; i++) {
        if (scene->items[i].picture == picture) {
            return &scene->items[i];
        }
    }
    fail_msg("no %s", picture_info(picture).name);
    return NULL;
}

#endif
