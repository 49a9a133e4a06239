/* A frame that shows what frames before have shown allocates nothing: neither Warren nor SDL. This program
 * has its own base/memory.h, which counts. */
#include "base/memory.h"

#include "paint/sample.h"

#include <SDL_atomic.h>

static SDL_atomic_t allocations;

static void *counted(void *block)
{
    SDL_AtomicAdd(&allocations, 1);
    assert_non_null(block);
    return block;
}

void *memory_get(size_t size)
{
    return counted(calloc(1, size > 0 ? size : 1));
}

void *memory_get_array(size_t count, size_t item_size)
{
    return counted(calloc(count > 0 ? count : 1, item_size));
}

void *memory_resize(void *block, size_t count, size_t item_size)
{
    return counted(realloc(block, count * item_size > 0 ? count * item_size : 1));
}

char *memory_copy_text(const char *text)
{
    char *copy = memory_get(strlen(text) + 1);
    return strcpy(copy, text);
}

void memory_free(void *block)
{
    free(block);
}

bool memory_keep_freed(void)
{
    return false;
}

static void *SDLCALL sdl_malloc(size_t size)
{
    SDL_AtomicAdd(&allocations, 1);
    return malloc(size);
}

static void *SDLCALL sdl_calloc(size_t count, size_t size)
{
    SDL_AtomicAdd(&allocations, 1);
    return calloc(count, size);
}

static void *SDLCALL sdl_realloc(void *block, size_t size)
{
    SDL_AtomicAdd(&allocations, 1);
    return realloc(block, size);
}

enum { FRAMES = 60 };

static void draw_frames(struct painter *painter, struct scene *scene)
{
    for (int i = 0; i < FRAMES; i++) {
        struct camera camera = sample_camera(40, 640, 400);
        camera.x_px += i;
        sample_scene(scene, 17 * i);
        scene->count--; /* a tinted picture: each change of a surface's tint makes SDL's software driver
                           allocate */
        painter_draw(painter, scene, &camera);
        painter_finish(painter);
        painter_present(painter);
    }
}

static void check_driver(const char *driver)
{
    struct scene scene = {0};
    struct camera camera = sample_camera(40, 640, 400);
    for (int path = 0; path < PATH_COUNT; path++) {
        struct paint_settings settings = sample_settings(driver, (enum paint_path)path);
        assert_true(hint_values_set(&settings.hints, "pictures", "exact", NULL));
        struct painter *painter = sample_open(&settings);
        if (painter == NULL) {
            continue;
        }
        sample_scene(&scene, 0);
        painter_settle(painter, &scene, &camera);
        draw_frames(painter, &scene);
        int before = SDL_AtomicGet(&allocations);
        draw_frames(painter, &scene);
        int count = SDL_AtomicGet(&allocations) - before;
        /* SDL's software driver makes a surface for each scaled, blended or turned copy: only the plain way
         * asks it for those */
        if (count != 0 && (path != PATH_COPY || strcmp(driver, "software") != 0)) {
            fail_msg("%s %s: %d allocations in %d frames", driver, paint_path_name((enum paint_path)path),
                     count, FRAMES);
        }
        painter_close(painter);
    }
    memory_free(scene.items);
}

/* A second of play, then what has never been shown. */
static void the_first_show_of_a_picture_allocates_nothing(void **state)
{
    (void)state;
    struct scene scene = {0};
    struct camera camera = sample_camera(40, 640, 400);
    struct paint_settings settings = sample_settings("software", PATH_BLIT);
    settings.looks_ahead = true;
    struct painter *painter = sample_open(&settings);
    sample_scene(&scene, 0);
    int all = scene.count;
    int arrow = 0;
    while (scene.items[arrow].picture != SAMPLE_ARROW) {
        arrow++;
    }
    for (int i = 0; i < 200; i++) {
        scene.count = i % 2 == 0 ? arrow : 480; /* with blocks, some of them mirrored, and without */
        painter_draw(painter, &scene, &camera);
        SDL_Delay(5);
    }
    scene.count = all;
    for (int i = all - 1; i >= arrow; i--) {
        scene.items[i].mirrored = (uint8_t)(i % 2);
    }
    int before = SDL_AtomicGet(&allocations);
    painter_draw(painter, &scene, &camera);
    painter_finish(painter);
    assert_int_equal(SDL_AtomicGet(&allocations) - before, 0);
    assert_int_equal(painter_state(painter).stretched, 0);
    painter_close(painter);
    memory_free(scene.items);
}

static void frames_allocate_nothing_on_software(void **state)
{
    (void)state;
    check_driver("software");
}

static void frames_allocate_nothing_on_opengl(void **state)
{
    (void)state;
    check_driver("opengl");
}

static void frames_allocate_nothing_on_opengles2(void **state)
{
    (void)state;
    check_driver("opengles2");
}

int main(void)
{
    SDL_SetMemoryFunctions(sdl_malloc, sdl_calloc, sdl_realloc, free);
    sample_start_offscreen();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_show_of_a_picture_allocates_nothing),
        cmocka_unit_test(frames_allocate_nothing_on_software),
        cmocka_unit_test(frames_allocate_nothing_on_opengl),
        cmocka_unit_test(frames_allocate_nothing_on_opengles2),
    };
    return cmocka_run_group_tests_name("steady", tests, NULL, NULL);
}
