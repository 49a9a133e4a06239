/* What `warren-bench limits` draws: a burrow of floors one above the other with forty rabbits that walk to
 * and fro in the middle of it, seen by a camera that stands still or pans. Knows no painter and no clock. */
#ifndef WARREN_BENCH_LIMITS_SCENE_H
#define WARREN_BENCH_LIMITS_SCENE_H

#include "scene/scene.h"

#include <stdbool.h>

enum limits_camera {
    LIMITS_STILL, /* the rabbits walk */
    LIMITS_PAN,   /* they walk, and the camera goes one pixel a frame, round a square */
    LIMITS_REST,  /* nothing moves at all */
    LIMITS_CAMERAS
};

enum { LIMITS_WORLD_W_CELLS = 120, LIMITS_WORLD_H_CELLS = 70 }; /* unless the size is what is measured */
enum { LIMITS_RABBITS = 40, LIMITS_ROOM_W_CELLS = 40, LIMITS_ROOM_H_CELLS = 30, LIMITS_CROWD = 1000 };

struct limits_scene {
    struct level level; /* only its world and void style are set */
    struct scene scene;
    struct camera camera;
    enum limits_camera mode;
    int frame;
    int blend;
};

const char *limits_camera_name(enum limits_camera camera); /* "pan" */

/* A world of that size, at least that of the room, which is in the middle. */
void limits_scene_open(struct limits_scene *scene, int width_cells, int height_cells);

/* The same with a thousand rabbits in a room of 78 x 42 cells, all of which are in view at 16 px. */
void limits_scene_open_crowd(struct limits_scene *scene, int width_cells, int height_cells);
void limits_scene_close(struct limits_scene *scene);

/* Puts the middle of the room into the middle of a view of that size and starts at frame 0. */
void limits_scene_place(struct limits_scene *scene, enum limits_camera mode, int zoom_px, int view_w_px,
                        int view_h_px);

/* Goes on by a sixtieth of a second: moves the camera, steps the world when it is time. Not timed. */
void limits_scene_advance(struct limits_scene *scene);

/* Builds the scene. Timed. */
void limits_scene_build(struct limits_scene *scene);

#endif
