/* The scene of the golden pictures: blocks, things, tokens, fires and water in all their states, and below
 * them every state of rabbits and rabbots (rules/40 A6), each in a place of its own, caught on the way
 * between two steps. */
#ifndef WARREN_TESTS_PAINT_GOLDEN_SCENE_H
#define WARREN_TESTS_PAINT_GOLDEN_SCENE_H

#include "base/memory.h"
#include "scene/motion.h"
#include "scene/scene.h"
#include "support/drawn_world.h"
#include "support/test.h"

#include <string.h>

/* cells; a world of GOLDEN_W x GOLDEN_H with one cell around it */
#define EMPTY "                            " /* GOLDEN_W cells */
enum { GOLDEN_W = 28, GOLDEN_H = 28, GOLDEN_BLEND = 384, GOLDEN_FIRST_ROW = 9, GOLDEN_IN_A_ROW = 20 };

struct golden_scene {
    struct level level;
    struct camera camera;
    struct scene scene;
    int rabbits; /* how many figures were put in */
};

/* Tokens and fires fall, lie, and come down on slopes; water falls, stands, runs, and puts a fire out. */
static inline struct world *golden_world(void)
{
    /* clang-format off */
    return drawn_world(LINES(
        "bdikcpl A A A A P  Q  O A A ",
        "           /  \\  N  N  n N/ ",
        "   bd    A #  #A #NNNNNN##AA",
        "   /\\   / ####  \\#NNNNNN#  N",
        "  /##\\ MMMM  A  A#NNNNNN#nn#",
        " / MM #\\  */  \\ ##/NN\\####  ",
        "bdikcpl  ( (  ) )#######NnN ",
        "#M##/\\#MM###M####M##M####M##",
        EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY,
        EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, ":*=AN"));
    /* clang-format on */
}

static inline void golden_add(struct scene *scene, struct scene_item item)
{
    if (scene->count == scene->capacity) {
        scene->capacity = scene->capacity > 0 ? 2 * scene->capacity : 256;
        scene->items = memory_resize(scene->items, (size_t)scene->capacity, sizeof *scene->items);
    }
    int at = scene->count++;
    for (; at > 0 && scene->items[at - 1].layer > item.layer; at--) {
        scene->items[at] = scene->items[at - 1];
    }
    scene->items[at] = item;
}

/* place: how many were put in before it. */
static inline void golden_add_figure(struct golden_scene *golden, enum rabbit_state state, bool is_rabbot)
{
    struct rabbit rabbit = {.state = (uint8_t)state, .is_rabbot = is_rabbot, .faces_right = true};
    struct motion_view views[MOTION_VIEWS_MAX];
    int count = motion_of(NULL, &rabbit, GOLDEN_BLEND, views);
    int x = 1024 * (golden->rabbits % GOLDEN_IN_A_ROW) * GOLDEN_W / GOLDEN_IN_A_ROW;
    int y = 1024 * GOLDEN_FIRST_ROW + 1664 * (golden->rabbits / GOLDEN_IN_A_ROW);
    for (int i = 0; i < count; i++) {
        golden_add(&golden->scene,
                   (struct scene_item){.x = x + views[i].x,
                                       .y = y + views[i].y,
                                       .width = views[i].width,
                                       .height = views[i].height,
                                       .picture = (uint16_t)(PICTURE_PUPPET_FIRST + views[i].frame),
                                       .layer = LAYER_RABBITS,
                                       .mirrored = views[i].mirrored,
                                       .tint = UINT32_MAX});
    }
    golden->rabbits++;
}

static inline void golden_open(struct golden_scene *golden, int zoom_px, enum void_style style)
{
    *golden = (struct golden_scene){0};
    golden->level.void_style = style;
    golden->level.world = golden_world();
    drawn_world_steps(golden->level.world, 1);
    golden->camera = (struct camera){.zoom_px = zoom_px,
                                     .view_w_px = (GOLDEN_W + 2) * zoom_px,
                                     .view_h_px = (GOLDEN_H + 2) * zoom_px,
                                     .world_w_cells = GOLDEN_W,
                                     .world_h_cells = GOLDEN_H,
                                     .x_px = -zoom_px,
                                     .y_px = -zoom_px};
    assert_int_equal(world_width(golden->level.world), GOLDEN_W);
    assert_int_equal(world_height(golden->level.world), GOLDEN_H);
    scene_build(&golden->scene, &golden->level, golden->level.world, &golden->camera,
                (struct scene_options){.blend = GOLDEN_BLEND});
    for (int state = 0; state < RABBIT_STATE_COUNT; state++) {
        golden_add_figure(golden, (enum rabbit_state)state, false);
        golden_add_figure(golden, (enum rabbit_state)state, true);
    }
}

static inline void golden_close(struct golden_scene *golden)
{
    scene_free(&golden->scene);
    world_destroy(golden->level.world);
}

#endif
