#include "bench/stage.h"

#include "base/require.h"
#include "world/build.h"

#include <stdlib.h>
#include <string.h>

enum { PAN_PX = 3, PAN_FRAMES = 60, DEMO_FRAMES_PER_STEP = 4 };

static const char *const NAMES[] = {"still", "pan", "demo"};

const char *stage_camera_name(enum stage_camera mode)
{
    return NAMES[mode];
}

bool stage_camera_from_name(const char *name, enum stage_camera *mode)
{
    for (int i = STAGE_STILL; i <= STAGE_DEMO; i++) {
        if (strcmp(name, NAMES[i]) == 0) {
            *mode = (enum stage_camera)i;
            return true;
        }
    }
    return false;
}

void stage_name_from_path(const char *path, char name[STAGE_NAME_SIZE])
{
    const char *slash = strrchr(path, '/');
    const char *start = slash != NULL ? slash + 1 : path;
    size_t length = strlen(start);
    const char *dot = strrchr(start, '.');
    if (dot != NULL && dot != start) {
        length = (size_t)(dot - start);
    }
    length = length < STAGE_NAME_SIZE ? length : STAGE_NAME_SIZE - 1;
    memcpy(name, start, length);
    name[length] = '\0';
}

bool stage_open(struct stage *stage, const char *level_path, struct error *error)
{
    *stage = (struct stage){0};
    stage->level = level_load(level_path, error);
    if (stage->level == NULL) {
        return false;
    }
    stage_name_from_path(level_path, stage->name);
    stage->world = world_working_copy(stage->level->world);
    stage->has_demo = stage->level->solution_count > 0 &&
                      solution_parse(stage->level->solutions[0], &stage->solution, error);
    return true;
}

void stage_close(struct stage *stage)
{
    world_destroy(stage->world);
    world_destroy(stage->rewound);
    solution_free(&stage->solution);
    scene_free(&stage->scene);
    level_destroy(stage->level);
    *stage = (struct stage){0};
}

static void restart_demo(struct stage *stage)
{
    struct world *fresh = world_working_copy(stage->level->world);
    world_assign(stage->world, fresh);
    world_destroy(fresh);
    replay_start(&stage->replay, stage->world, &stage->solution);
}

void stage_place(struct stage *stage, enum stage_camera mode, int zoom_px, int width_px, int height_px)
{
    require(mode != STAGE_DEMO || stage->has_demo);
    stage->mode = mode;
    camera_init(&stage->camera, world_width(stage->level->world), world_height(stage->level->world), width_px,
                height_px);
    camera_zoom_at(&stage->camera, zoom_px, width_px / 2.0, height_px / 2.0);
    stage->start_x_px = stage->camera.x_px;
    stage->start_y_px = stage->camera.y_px;
    stage->frame = 0;
    if (stage->has_demo) {
        restart_demo(stage);
    }
    stage_mark(stage);
}

/* A triangle wave of PAN_FRAMES frames there and as many back. */
static void pan(struct stage *stage)
{
    int phase = stage->frame % (2 * PAN_FRAMES);
    int steps = phase < PAN_FRAMES ? phase : 2 * PAN_FRAMES - phase;
    stage->camera.x_px = stage->start_x_px + steps * PAN_PX;
    stage->camera.y_px = stage->start_y_px + steps;
}

static void play_one_frame(struct stage *stage)
{
    stage->frame++;
    if (stage->frame % DEMO_FRAMES_PER_STEP == 0 && replay_advance(&stage->replay, NULL) != REPLAY_STEPPED) {
        restart_demo(stage);
    }
}

void stage_go_to(struct stage *stage, int frame)
{
    if (stage->mode != STAGE_DEMO) {
        stage->frame = frame;
        if (stage->mode == STAGE_PAN) {
            pan(stage);
        }
        return;
    }
    if (frame < stage->frame) {
        world_assign(stage->world, stage->rewound);
        stage->replay = stage->rewound_replay;
        stage->frame = stage->rewound_frame;
    }
    while (stage->frame < frame) {
        play_one_frame(stage);
    }
}

void stage_mark(struct stage *stage)
{
    if (stage->rewound == NULL) {
        stage->rewound = world_copy(stage->world);
    } else {
        world_assign(stage->rewound, stage->world);
    }
    stage->rewound_replay = stage->replay;
    stage->rewound_frame = stage->frame;
}

void stage_build(struct stage *stage)
{
    bool is_between = stage->mode == STAGE_DEMO;
    int blend = is_between ? stage->frame % DEMO_FRAMES_PER_STEP * (SCENE_UNITS / DEMO_FRAMES_PER_STEP) : 0;
    scene_build(&stage->scene, stage->level, stage->world, &stage->camera,
                (struct scene_options){.blend = blend});
}
