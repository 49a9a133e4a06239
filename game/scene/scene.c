#include "scene/scene.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/require.h"
#include "scene/scene_near.h"
#include "scene/scene_parts.h"

#include <stddef.h>
#include <string.h>

enum {
    /* The ground is built for that much more than is in view, from a whole multiple of it on: so it lasts
     * until the view has moved that far, and is then built anew on all sides at once. */
    GROUND_GRAIN_PX = 256,
    PICTURE_REACH_CELLS = 1, /* how far a picture of the ground reaches out of its cell */
    GROUND_REACH_CELLS = 2, /* the ground is whole to one cell beyond the view: what comes next can be made */
    MOVING_REACH_CELLS = 4  /* the same for what moves, two cells of falling included */
};

_Static_assert(sizeof(struct scene_item) % sizeof(uint64_t) == 0 && sizeof(struct scene_item) == 24,
               "no padding, so that items can be hashed and compared as bytes");

static void append(struct scene *scene, struct scene_item item)
{
    if (scene->count == scene->capacity) {
        int capacity = scene->capacity < 256 ? 256 : scene->capacity * 2;
        scene->items = memory_resize(scene->items, (size_t)capacity, sizeof scene->items[0]);
        scene->capacity = capacity;
    }
    scene->items[scene->count++] = item;
}

static struct scene_item item_of(enum scene_layer layer, int picture, int32_t x, int32_t y)
{
    struct picture_info info = picture_info(picture);
    return (struct scene_item){.x = x,
                               .y = y,
                               .width = info.width,
                               .height = info.height,
                               .picture = (uint16_t)picture,
                               .layer = (uint8_t)layer,
                               .tint = UINT32_MAX};
}

void scene_add(struct scene *scene, enum scene_layer layer, int picture, int32_t x, int32_t y)
{
    append(scene, item_of(layer, picture, x, y));
}

void scene_add_mirrored(struct scene *scene, enum scene_layer layer, int picture, int32_t x, int32_t y,
                        bool is_mirrored)
{
    struct scene_item item = item_of(layer, picture, x, y);
    item.mirrored = is_mirrored;
    append(scene, item);
}

void scene_add_tinted(struct scene *scene, enum scene_layer layer, int picture, int32_t x, int32_t y,
                      uint32_t tint)
{
    struct scene_item item = item_of(layer, picture, x, y);
    item.tint = tint;
    append(scene, item);
}

void scene_add_rectangle(struct scene *scene, enum scene_layer layer, int32_t x, int32_t y, int32_t width,
                         int32_t height, uint32_t tint)
{
    append(scene, (struct scene_item){.x = x,
                                      .y = y,
                                      .width = width,
                                      .height = height,
                                      .picture = PICTURE_NONE,
                                      .layer = (uint8_t)layer,
                                      .tint = tint});
}

/* FNV-1a (base/hash.h) by words of 64 bits instead of bytes, with a shift that brings the upper bits down: a
 * rebuilt ground has some 100 kB. */
static uint64_t hash_items(const struct scene_item *items, int count)
{
    uint64_t hash = HASH_START;
    for (int i = 0; i < count; i++) {
        uint64_t words[sizeof items[0] / sizeof(uint64_t)];
        memcpy(words, &items[i], sizeof words);
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
            hash = (hash ^ words[k]) * UINT64_C(0x100000001b3);
            hash ^= hash >> 29;
        }
    }
    return hash;
}

static int floor_to(int grain, int cell)
{
    int rest = cell % grain;
    return cell - (rest < 0 ? rest + grain : rest);
}

static bool is_same_ground(const struct scene_ground *a, const struct scene_ground *b)
{
    return a->terrain_hash == b->terrain_hash && a->width == b->width && a->height == b->height &&
           a->x0 == b->x0 && a->y0 == b->y0 && a->x1 == b->x1 && a->y1 == b->y1 &&
           a->void_style == b->void_style;
}

/* How many cells can be seen at once, in one direction, when the view starts within one. */
static int cells_across(int view_px, int zoom_px)
{
    return (view_px + zoom_px - 1) / zoom_px + 1;
}

static void build_ground(struct scene *scene, struct scene_view view, const struct camera *camera)
{
    camera_cells_in_view(camera, GROUND_REACH_CELLS, &view.x0, &view.y0, &view.x1, &view.y1);
    int grain = GROUND_GRAIN_PX / camera->zoom_px > 0 ? GROUND_GRAIN_PX / camera->zoom_px : 1;
    int spare = grain + 2 * GROUND_REACH_CELLS;
    view.x0 = floor_to(grain, view.x0);
    view.y0 = floor_to(grain, view.y0);
    view.x1 = view.x0 + cells_across(camera->view_w_px, camera->zoom_px) + spare;
    view.y1 = view.y0 + cells_across(camera->view_h_px, camera->zoom_px) + spare;
    struct scene_ground ground = {.terrain_hash = world_terrain_hash(view.world),
                                  .width = view.width,
                                  .height = view.height,
                                  .x0 = view.x0,
                                  .y0 = view.y0,
                                  .x1 = view.x1,
                                  .y1 = view.y1,
                                  .void_style = (int)view.void_style};
    if (scene->ground_count > 0 && is_same_ground(&ground, &scene->ground)) {
        scene->count = scene->ground_count;
        return;
    }
    scene->count = 0;
    scene_add_ground(scene, &view);
    scene->ground = ground;
    scene->ground_count = scene->count;
    scene->ground_hash = hash_items(scene->items, scene->count);
}

static bool is_same_camera(const struct camera *a, const struct camera *b)
{
    return a->zoom_px == b->zoom_px && a->view_w_px == b->view_w_px && a->view_h_px == b->view_h_px &&
           a->x_px == b->x_px && a->y_px == b->y_px;
}

static bool is_same_source(const struct scene_source *a, const struct scene_source *b)
{
    return a->is_known && a->history == b->history && a->void_style == b->void_style &&
           a->blend == b->blend && is_same_camera(&a->camera, &b->camera);
}

void scene_build(struct scene *scene, const struct level *level, const struct world *world,
                 const struct camera *camera, struct scene_options options)
{
    require(options.blend >= 0 && options.blend <= SCENE_UNITS);
    struct scene_source source = {.history = world_history(world),
                                  .camera = *camera,
                                  .void_style = (int)level->void_style,
                                  .blend = options.blend,
                                  .is_known = true};
    if (is_same_source(&scene->source, &source)) {
        scene->count = scene->built_count;
        return;
    }
    struct scene_view view = {.world = world,
                              .width = world_width(world),
                              .height = world_height(world),
                              .void_style = level->void_style,
                              .blend = options.blend,
                              .time = (int64_t)world_counts(world).steps * SCENE_UNITS + options.blend};
    build_ground(scene, view, camera);
    camera_cells_in_view(camera, PICTURE_REACH_CELLS, &view.x0, &view.y0, &view.x1, &view.y1);
    scene_add_water(scene, &view);
    struct scene_view wide = view;
    camera_cells_in_view(camera, MOVING_REACH_CELLS, &wide.x0, &wide.y0, &wide.x1, &wide.y1);
    scene_find_near(scene, &wide);
    scene_add_things(scene, &wide);
    scene_add_rabbits(scene, &wide);
    scene_add_fires(scene, &wide);
    scene_add_void(scene, &view);
    scene->source = source;
    scene->built_count = scene->count;
}

uint64_t scene_hash(const struct scene *scene)
{
    return hash_items(scene->items, scene->count);
}

void scene_free(struct scene *scene)
{
    memory_free(scene->items);
    memory_free(scene->water);
    scene_free_near(scene);
    *scene = (struct scene){0};
}
