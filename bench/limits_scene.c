#include "bench/limits_scene.h"

#include "base/require.h"
#include "world/build.h"

enum {
    FLOOR_EVERY_CELLS = 3,
    RABBITS_ON_A_FLOOR = LIMITS_RABBITS / (LIMITS_ROOM_H_CELLS / FLOOR_EVERY_CELLS),
    FRAMES_PER_STEP = 42, /* 0.7 s at 60 frames a second (rules/40 A1) */
    PAN_SIDE_PX = 240     /* of the square that the camera goes round */
};

static const char *const NAMES[LIMITS_CAMERAS] = {"still", "pan", "rest"};

const char *limits_camera_name(enum limits_camera camera)
{
    return NAMES[camera];
}

/* A well-mixed number that belongs to a cell. */
static uint32_t dice(int x, int y)
{
    uint32_t mixed = (uint32_t)x * 0x9e3779b1u ^ (uint32_t)y * 0x85ebca77u;
    mixed ^= mixed >> 15;
    mixed *= 0x2c1b3c6du;
    return mixed ^ mixed >> 13;
}

struct room {
    int x, y; /* its top left cell; y is that of a floor */
};

static bool is_wall(const struct room *room, int width, int height, int x, int y)
{
    return x == 0 || y == 0 || x == width - 1 || y == height - 1 || x == room->x ||
           x == room->x + LIMITS_ROOM_W_CELLS - 1;
}

/* Floors of earth and some metal; lumps hang from the ceilings, rabbits walk below them. */
static void add_cell(struct world *world, const struct room *room, int width, int height, int x, int y)
{
    int row = (y - room->y % FLOOR_EVERY_CELLS + FLOOR_EVERY_CELLS) % FLOOR_EVERY_CELLS;
    uint32_t chance = dice(x, y);
    if (is_wall(room, width, height, x, y) || (row == 1 && chance % 4 == 0)) {
        world_add_block(world, x, y, BLOCK_EARTH, (int)(chance >> 8) % 4);
    } else if (row == 0) {
        world_add_block(world, x, y, chance % 7 == 0 ? BLOCK_METAL : BLOCK_EARTH, (int)(chance >> 8) % 4);
    }
}

static void add_rabbits(struct world *world, const struct room *room)
{
    for (int i = 0; i < LIMITS_RABBITS; i++) {
        int floor = i / RABBITS_ON_A_FLOOR;
        int place = (i % RABBITS_ON_A_FLOOR) * (LIMITS_ROOM_W_CELLS / RABBITS_ON_A_FLOOR);
        int x = room->x + 2 + place + (int)(dice(i, 1) % 7);
        int y = room->y + floor * FLOOR_EVERY_CELLS + 2;
        world_add_rabbit(world, x, y, false, dice(i, 2) % 2 == 0);
    }
}

void limits_scene_open(struct limits_scene *scene, int width_cells, int height_cells)
{
    require(width_cells >= LIMITS_ROOM_W_CELLS && height_cells >= LIMITS_ROOM_H_CELLS + 1);
    struct world *world = world_create(width_cells, height_cells);
    struct room room = {(width_cells - LIMITS_ROOM_W_CELLS) / 2,
                        (height_cells - 1 - LIMITS_ROOM_H_CELLS) / 2};
    for (int y = 0; y < height_cells; y++) {
        for (int x = 0; x < width_cells; x++) {
            add_cell(world, &room, width_cells, height_cells, x, y);
        }
    }
    add_rabbits(world, &room);
    world_start(world, &(struct world_settings){.num_to_save = 1});
    *scene = (struct limits_scene){.level = {.world = world, .void_style = VOID_TORN_PAPER}};
}

void limits_scene_close(struct limits_scene *scene)
{
    scene_free(&scene->scene);
    world_destroy(scene->level.world);
    *scene = (struct limits_scene){0};
}

void limits_scene_place(struct limits_scene *scene, enum limits_camera mode, int zoom_px, int view_w_px,
                        int view_h_px)
{
    const struct world *world = scene->level.world;
    struct camera *camera = &scene->camera;
    camera_init(camera, world_width(world), world_height(world), view_w_px, view_h_px);
    camera->zoom_px = zoom_px;
    int x = (world_width(world) - LIMITS_ROOM_W_CELLS) / 2 + LIMITS_ROOM_W_CELLS / 2;
    int y = (world_height(world) - 1 - LIMITS_ROOM_H_CELLS) / 2 + LIMITS_ROOM_H_CELLS / 2;
    int left_px = x * zoom_px - view_w_px / 2;
    int top_px = y * zoom_px - view_h_px / 2;
    camera->x_px = left_px;
    camera->y_px = top_px;
    scene->mode = mode;
    scene->frame = 0;
    scene->blend = 0;
}

void limits_scene_advance(struct limits_scene *scene)
{
    if (scene->mode == LIMITS_REST) {
        return;
    }
    scene->frame++;
    int moment = scene->frame % FRAMES_PER_STEP;
    if (moment == 0) {
        world_step(scene->level.world);
    }
    scene->blend = moment * SCENE_UNITS / FRAMES_PER_STEP;
    if (scene->mode == LIMITS_PAN) {
        switch (scene->frame / PAN_SIDE_PX % 4) {
        case 0: scene->camera.x_px += 1; break;
        case 1: scene->camera.y_px += 1; break;
        case 2: scene->camera.x_px -= 1; break;
        default: scene->camera.y_px -= 1; break;
        }
    }
}

void limits_scene_build(struct limits_scene *scene)
{
    scene_build(&scene->scene, &scene->level, scene->level.world, &scene->camera,
                (struct scene_options){.blend = scene->blend});
}
