/* What is drawn while frames are timed: one level, one camera, one frame after the other. Frame n looks the
 * same whenever it is asked for, so that both arms of a comparison draw the same pictures. Knows no painter
 * and no clock. */
#ifndef WARREN_BENCH_STAGE_H
#define WARREN_BENCH_STAGE_H

#include "base/error.h"
#include "replay/replay.h"
#include "scene/scene.h"

#include <stdbool.h>

enum stage_camera {
    STAGE_STILL, /* the middle of the level, and nothing moves but what the scene itself animates */
    STAGE_PAN,   /* to and fro by a few pixels a frame */
    STAGE_DEMO   /* the level's first solution is played, a world step every few frames */
};

enum { STAGE_NAME_SIZE = 64 };

struct stage {
    struct level *level;
    char name[STAGE_NAME_SIZE]; /* as stage_name_from_path has it */
    struct world *world;        /* what is shown now */
    struct world *rewound;      /* the demo at the frame it can go back to */
    struct solution solution;
    struct replay replay, rewound_replay;
    int frame, rewound_frame;
    bool has_demo;
    struct scene scene;
    struct camera camera;
    enum stage_camera mode;
    double start_x_px, start_y_px;
};

/* What a level is called in results, pictures and reports: its file's name without folder and ending. */
void stage_name_from_path(const char *path, char name[STAGE_NAME_SIZE]);

/* Errors are those of level_load. */
bool stage_open(struct stage *stage, const char *level_path, struct error *error);
void stage_close(struct stage *stage);

/* Sets the view in the middle of the level and goes to frame 0. STAGE_DEMO only where there is a demo. */
void stage_place(struct stage *stage, enum stage_camera mode, int zoom_px, int width_px, int height_px);

/* Goes to a frame: forwards at any time, backwards down to the one of the last stage_mark. Costs time; done
 * before the frame is timed. */
void stage_go_to(struct stage *stage, int frame);

/* Blocks of one quad all start at the present frame. */
void stage_mark(struct stage *stage);

/* Builds the scene of the present frame; this is timed. */
void stage_build(struct stage *stage);

const char *stage_camera_name(enum stage_camera mode); /* "still" */
bool stage_camera_from_name(const char *name, enum stage_camera *mode);

#endif
