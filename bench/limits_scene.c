#include "bench/limits_scene.h"

#include "base/require.h"
#include "world/build.h"

enum {
    FLOOR_EVERY_CELLS = 3,
    CROWD_W_CELLS = 78,
    CROWD_H_CELLS = 42,
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
    int width, height, rabbits;
};

static bool is_wall(const struct room *room, int width, int height, int x, int y)
{
    return x == 0 || y == 0 || x == width - 1 || y == height - 1 || x == room->x ||
           x == room->x + room->width - 1;
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
    int floors = room->height / FLOOR_EVERY_CELLS;
    int on_a_floor = (room->rabbits + floors - 1) / floors;
    for (int i = 0; i < room->rabbits; i++) {
        int place = (i % on_a_floor) * (room->width - 10) / (on_a_floor - 1);
        int x = room->x + 2 + place + (int)(dice(i, 1) % 7);
        int y = room->y + i / on_a_floor * FLOOR_EVERY_CELLS + 2;
        world_add_rabbit(world, x, y, false, dice(i, 2) % 2 == 0);
    }
}

static void open_room(struct limits_scene *scene, int width_cells, int height_cells, struct room room)
{
    require(width_cells >= room.width && height_cells >= room.height + 1);
    struct world *world = world_create(width_cells, height_cells);
    room.x = (width_cells - room.width) / 2;
    room.y = (height_cells - 1 - room.height) / 2;
    for (int y = 0; y < height_cells; y++) {
        for (int x = 0; x < width_cells; x++) {
            add_cell(world, &room, width_cells, height_cells, x, y);
        }
    }
    add_rabbits(world, &room);
    world_start(world, &(struct world_settings){.num_to_save = 1});
    *scene = (struct limits_scene){.level = {.world = world, .void_style = VOID_TORN_PAPER}};
}

void limits_scene_open(struct limits_scene *scene, int width_cells, int height_cells)
{
    open_room(scene, width_cells, height_cells,
              (struct room){
                  .width = LIMITS_ROOM_W_CELLS, .height = LIMITS_ROOM_H_CELLS, .rabbits = LIMITS_RABBITS});
}

void limits_scene_open_crowd(struct limits_scene *scene, int width_cells, int height_cells)
{
    open_room(scene, width_cells, height_cells,
              (struct room){.width = CROWD_W_CELLS, .height = CROWD_H_CELLS, .rabbits = LIMITS_CROWD});
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
    int left_px = world_width(world) / 2 * zoom_px - view_w_px / 2;
    int top_px = (world_height(world) - 1) / 2 * zoom_px - view_h_px / 2;
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
