/* The parts of scene_build, each of which adds the items of some layers, and what they share. Only files of
 * game/scene include this. */
#ifndef WARREN_SCENE_SCENE_PARTS_H
#define WARREN_SCENE_SCENE_PARTS_H

#include "scene/scene.h"

#include <stdbool.h>

struct scene_view {
    const struct world *world;
    int width, height;  /* of the world, cells */
    int x0, y0, x1, y1; /* cells to be shown; may reach beyond the world */
    enum void_style void_style;
    int blend;    /* 0 to SCENE_UNITS */
    int64_t time; /* in 1/SCENE_UNITS of a step since the world was started */
};

/* At x, y in units. */
void scene_add(struct scene *scene, enum scene_layer layer, int picture, int32_t x, int32_t y);
void scene_add_mirrored(struct scene *scene, enum scene_layer layer, int picture, int32_t x, int32_t y,
                        bool is_mirrored);
void scene_add_tinted(struct scene *scene, enum scene_layer layer, int picture, int32_t x, int32_t y,
                      uint32_t tint);
void scene_add_rectangle(struct scene *scene, enum scene_layer layer, int32_t x, int32_t y, int32_t width,
                         int32_t height, uint32_t tint);

void scene_add_ground(struct scene *scene, const struct scene_view *view); /* paper and blocks */
void scene_add_water(struct scene *scene, const struct scene_view *view);
void scene_add_things(struct scene *scene, const struct scene_view *view);
void scene_add_rabbits(struct scene *scene, const struct scene_view *view);
void scene_add_fires(struct scene *scene, const struct scene_view *view);
void scene_add_void(struct scene *scene, const struct scene_view *view);

static inline bool scene_sees(const struct scene_view *view, int x, int y)
{
    return x >= view->x0 && x < view->x1 && y >= view->y0 && y < view->y1;
}

/* A well-mixed number that belongs to a place: for choosing among pictures that look alike. */
static inline uint32_t scene_dice(int x, int y)
{
    uint32_t dice = (uint32_t)x * 0x9e3779b1u ^ (uint32_t)y * 0x85ebca77u;
    dice ^= dice >> 15;
    dice *= 0x2c1b3c6du;
    return dice ^ dice >> 13;
}

#endif
