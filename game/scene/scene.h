/* What is to be seen, as a flat list of draw items: which picture, where, on which layer, in which tint.
 * Built from a world and a view; the same list for every draw path; comparable and hashable. Knows nothing of
 * SDL or of how anything is drawn. It costs by what is in view; only after a change of the world, or when the
 * view has moved far, are all rabbits and things asked where they are. */
#ifndef WARREN_SCENE_SCENE_H
#define WARREN_SCENE_SCENE_H

#include "level/level.h"
#include "scene/camera.h"
#include "scene/picture.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCENE_UNITS = 1024 }; /* positions and sizes are in 1/1024 of a cell */

/* Back to front: rules/40 A5, but for the water, which lies like tissue over the blocks, so that bridges are
 * seen through it and the ground does not change when water does. */
enum scene_layer {
    LAYER_PAPER,
    LAYER_BLOCKS,
    LAYER_WATER,
    LAYER_THINGS,
    LAYER_RABBITS,
    LAYER_FIRE,
    LAYER_VOID
};

struct scene_item {
    int32_t x, y;          /* top left corner of the picture, units from the top left corner of cell (0, 0) */
    int32_t width, height; /* units; always the picture's own, so each zoom needs each picture in one size */
    uint16_t picture;      /* enum picture; PICTURE_NONE: a plain rectangle in the tint */
    uint8_t layer;         /* enum scene_layer; items come sorted by it */
    uint8_t mirrored;      /* 1: left and right exchanged */
    uint32_t tint;         /* 0xAARRGGBB multiplied into the picture; 0xFFFFFFFF leaves it as it is */
};

/* What the ground was built from. */
struct scene_ground {
    uint64_t terrain_hash;
    int width, height;  /* of the world */
    int x0, y0, x1, y1; /* cells */
    int void_style;
};

/* What a scene was built from: the same again, and there is nothing to do. */
struct scene_source {
    uint64_t history; /* of the world */
    struct camera camera;
    int void_style, blend;
    bool is_known;
};

/* Places in a list of the world, rising. */
struct scene_places {
    int *places;
    int count, capacity;
};

/* Who is in the neighbourhood of the view (scene_near.h). */
struct scene_near {
    uint64_t history;   /* of the world */
    int x0, y0, x1, y1; /* cells */
    bool is_known;
    struct scene_places rabbits, things, pending_tokens;
};

struct scene {
    struct scene_item *items;
    int count;
    int capacity;
    /* The ground is what changes seldom: items[0 .. ground_count), the layers paper and blocks. It reaches
     * somewhat beyond the view, so that it need not be built anew for every pixel that the camera moves. A
     * painter may keep what it has made of the ground for as long as ground_hash stays the same. */
    int ground_count;
    uint64_t ground_hash; /* of the ground's items: equal hashes, equal ground */
    struct scene_ground ground;
    struct scene_source source;
    int built_count; /* items that were built from it */
    struct scene_near near;
    int32_t *water; /* room to work in, for that many cells */
    size_t water_capacity;
};

struct scene_options {
    /* Where between two steps: 0 shows the last step, SCENE_UNITS the next; what moves is drawn in between.
     */
    int blend;
};

/* Fills the scene with all that the camera sees. Equal worlds, cameras and options make equal items, whatever
 * was built before. Keeps the room of earlier frames, so it allocates nothing once it has grown to the
 * largest frame. Zero-initialise a scene before its first use. */
void scene_build(struct scene *scene, const struct level *level, const struct world *world,
                 const struct camera *camera, struct scene_options options);
uint64_t scene_hash(const struct scene *scene); /* of all items */
void scene_free(struct scene *scene);

#endif
