/* Pictures and scenes of the painters' tests, made by hand so that a test knows every pixel that matters. */
#ifndef WARREN_TESTS_PAINT_SAMPLE_H
#define WARREN_TESTS_PAINT_SAMPLE_H

#include "base/memory.h"
#include "paint/painter.h"
#include "paint/picture_cache.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

enum { SAMPLE_PAPER, SAMPLE_EARTH, SAMPLE_SLOPE, SAMPLE_ARROW, SAMPLE_WATER, SAMPLE_BROKEN, SAMPLE_COUNT };

static inline struct picture_info sample_info(int picture)
{
    static const struct picture_info infos[SAMPLE_COUNT] = {
        {"paper", 1024, 1024, true},  {"earth", 1024, 1024, true}, {"slope", 1024, 1152, false},
        {"arrow", 1536, 1024, false}, {"water", 1024, 512, false}, {"broken", 1024, 1024, false}};
    return infos[picture];
}

static inline bool sample_svg(int picture, const char *folder, struct text *out, struct error *error)
{
    static const char *const bodies[SAMPLE_COUNT] = {
        "<svg width=\"64\" height=\"64\"><rect width=\"64\" height=\"64\" fill=\"#FBF7EC\"/>"
        "<rect width=\"64\" height=\"4\" fill=\"#E3E9EE\"/><rect width=\"4\" height=\"64\" "
        "fill=\"#E3E9EE\"/></svg>",
        "<svg viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" fill=\"#B98A58\"/>"
        "<circle cx=\"20\" cy=\"40\" r=\"12\" fill=\"#8F6538\"/></svg>",
        "<svg viewBox=\"0 0 64 72\"><path d=\"M0 64 L64 0 V72 H0 Z\" fill=\"#B98A58\"/></svg>",
        "<svg viewBox=\"0 0 96 64\"><path d=\"M4 20 H60 V4 L92 32 L60 60 V44 H4 Z\" fill=\"#C8402F\" "
        "stroke=\"#2E2A26\" stroke-width=\"3\"/></svg>",
        "<svg viewBox=\"0 0 64 32\"><rect width=\"64\" height=\"32\" fill=\"#4C8FC4\" "
        "opacity=\"0.5\"/></svg>",
        "this is no picture"};
    (void)folder;
    (void)error;
    text_add(out, bodies[picture]);
    return true;
}

static const struct picture_source sample_source = {SAMPLE_COUNT, sample_info, sample_svg};

static inline void sample_add(struct scene *scene, enum scene_layer layer, int picture, int x, int y,
                              bool mirrored)
{
    if (scene->count == scene->capacity) {
        scene->capacity = scene->capacity > 0 ? 2 * scene->capacity : 256;
        scene->items = memory_resize(scene->items, (size_t)scene->capacity, sizeof *scene->items);
    }
    struct scene_item *item = &scene->items[scene->count++];
    memset(item, 0, sizeof *item);
    *item = (struct scene_item){.x = x, .y = y, .width = 1024, .height = 1024, .picture = (uint16_t)picture};
    if (picture != PICTURE_NONE) {
        item->width = sample_info(picture).width;
        item->height = sample_info(picture).height;
    }
    item->layer = (uint8_t)layer;
    item->mirrored = mirrored;
    item->tint = UINT32_MAX;
}

/* A page of 24 x 16 cells with a bit of everything: earth, slopes both ways, water in front of and beside
 * blocks, and arrows that walk to the right by step units. */
static inline void sample_scene(struct scene *scene, int step)
{
    scene->count = 0;
    for (int y = -2; y < 18; y++) {
        for (int x = -2; x < 26; x++) {
            sample_add(scene, LAYER_PAPER, SAMPLE_PAPER, 1024 * x, 1024 * y, false);
        }
    }
    for (int x = 3; x < 9; x++) {
        sample_add(scene, LAYER_WATER, SAMPLE_WATER, 1024 * x, 1024 * 5 + 512, false);
    }
    for (int x = 0; x < 24; x++) {
        sample_add(scene, LAYER_BLOCKS, SAMPLE_EARTH, 1024 * x, 1024 * (6 + x % 3), x % 2 == 1);
        sample_add(scene, LAYER_BLOCKS, SAMPLE_SLOPE, 1024 * x, 1024 * 5, x % 2 == 0);
    }
    for (int i = 0; i < 8; i++) {
        sample_add(scene, LAYER_RABBITS, SAMPLE_ARROW, 3072 * i + step, 1024 * (i + 1) + 300, i % 2 == 1);
    }
    sample_add(scene, LAYER_VOID, PICTURE_NONE, 1024 * 4, 1024 * 3, false);
    scene->items[scene->count - 1].tint = 0x804477AA;
    sample_add(scene, LAYER_VOID, SAMPLE_EARTH, 1024 * 6, 1024 * 3, false);
    scene->items[scene->count - 1].tint = 0xC0FF8080;
}

static inline struct camera sample_camera(int zoom_px, int width_px, int height_px)
{
    struct camera camera = {.zoom_px = zoom_px, .world_w_cells = 24, .world_h_cells = 16};
    camera.view_w_px = width_px;
    camera.view_h_px = height_px;
    camera.x_px = -10.0;
    camera.y_px = zoom_px > 48 ? 2.0 * zoom_px : -7.0;
    return camera;
}

static inline struct paint_settings sample_settings(const char *driver, enum paint_path path)
{
    return (struct paint_settings){.driver = driver,
                                   .path = path,
                                   .width_px = 640,
                                   .height_px = 400,
                                   .is_hidden = true,
                                   .assets = "assets",
                                   .source = &sample_source};
}

/* For tests of the GL drivers, which "dummy" does not have. The GL library stays loaded until the end of the
 * process, so that the leak checker can tell what is the library's own. */
static inline void sample_start_offscreen(void)
{
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0 || SDL_GL_LoadLibrary(NULL) != 0) {
        print_message("no OpenGL here: %s\n", SDL_GetError());
    }
}

/* Opens or fails the test with the reason; NULL, with a message, where the driver is missing on this machine.
 */
static inline struct painter *sample_open(const struct paint_settings *settings)
{
    struct error error = {0};
    struct painter *painter = painter_open(settings, &error);
    if (painter == NULL && (strcmp(error.kind, "no-driver") == 0 || strcmp(error.kind, "no-video") == 0)) {
        print_message("skipped: %s\n", error.text);
    } else if (painter == NULL) {
        fail_msg("%s [%s]", error.text, error.kind);
    }
    return painter;
}

/* The settled picture of the scene; memory_free it. */
static inline uint32_t *sample_draw(struct painter *painter, const struct scene *scene,
                                    const struct camera *camera)
{
    struct paint_state state = painter_state(painter);
    uint32_t *pixels =
        memory_get_array((size_t)state.output_w_px * (size_t)state.output_h_px, sizeof *pixels);
    painter_settle(painter, scene, camera);
    painter_draw(painter, scene, camera);
    painter_finish(painter);
    assert_true(painter_read(painter, pixels, NULL));
    return pixels;
}

#endif
