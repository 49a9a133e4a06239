/* The draw paths against each other, on every driver that opens here. */
#include "paint/sample.h"

enum { PIXELS = 640 * 400 };

static const char *const drivers[] = {"software", "opengl", "opengles2"};
enum { DRIVERS = sizeof drivers / sizeof drivers[0] };

static struct painter *open_with(const char *driver, enum paint_path path, const char *pictures,
                                 const char *quality)
{
    struct paint_settings settings = sample_settings(driver, path);
    assert_true(hint_values_set(&settings.hints, "pictures", pictures, NULL));
    assert_true(hint_values_set(&settings.hints, "scale-quality", quality, NULL));
    return sample_open(&settings);
}

/* The largest difference of a channel, and how many pixels differ. */
static int compare(const uint32_t *a, const uint32_t *b, int *differing)
{
    int largest = 0;
    *differing = 0;
    for (int i = 0; i < PIXELS; i++) {
        *differing += a[i] != b[i];
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = abs((int)(a[i] >> shift & 255) - (int)(b[i] >> shift & 255));
            largest = difference > largest ? difference : largest;
        }
    }
    return largest;
}

struct comparison {
    const char *driver, *pictures, *quality;
    enum paint_path path; /* compared with copy */
    int zooms_px[5];      /* up to the first 0 */
    int levels_max;       /* 0: identical */
};

static void check_zoom(const struct comparison *c, int zoom_px, struct painter *plain, struct painter *other)
{
    struct scene scene = {0};
    struct camera camera = sample_camera(zoom_px, 640, 400);
    sample_scene(&scene, 5 * zoom_px);
    uint32_t *expected = sample_draw(plain, &scene, &camera);
    uint32_t *got = sample_draw(other, &scene, &camera);
    int differing;
    int largest = compare(expected, got, &differing);
    memory_free(expected);
    memory_free(got);
    memory_free(scene.items);
    if (largest > c->levels_max) {
        fail_msg("%s, %s against copy, %s pictures, %s, %d px: %d pixels differ, by up to %d levels",
                 c->driver, paint_path_name(c->path), c->pictures, c->quality, zoom_px, differing, largest);
    }
}

static void check(const struct comparison *c)
{
    struct painter *plain = open_with(c->driver, PATH_COPY, c->pictures, c->quality);
    if (plain == NULL) {
        return;
    }
    struct painter *other = open_with(c->driver, c->path, c->pictures, c->quality);
    for (int i = 0; i < 5 && c->zooms_px[i] > 0; i++) {
        check_zoom(c, c->zooms_px[i], plain, other);
    }
    painter_close(plain);
    painter_close(other);
}

static void paths_agree_at_every_zoom_with_exact_pictures(void **state)
{
    (void)state;
    for (int d = 0; d < DRIVERS; d++) {
        check(&(struct comparison){drivers[d], "exact", "nearest", PATH_GEOMETRY, {16, 24, 32, 47, 64}, 0});
        check(&(struct comparison){drivers[d], "exact", "linear", PATH_CACHED, {16, 24, 32, 47, 64}, 0});
    }
}

/* The GL drivers round each blend once; SDL's software blending is off by up to 2 levels of 255 each time,
 * and here up to three blended items lie on each other. */
static void path_blit_agrees_to_rounding(void **state)
{
    (void)state;
    for (int d = 0; d < DRIVERS; d++) {
        int levels = d > 0 ? 2 : 6;
        check(&(struct comparison){drivers[d], "exact", "nearest", PATH_BLIT, {16, 24, 32, 47, 64}, levels});
    }
}

static void stretched_pictures_agree_at_whole_number_scales(void **state)
{
    (void)state;
    for (int d = 0; d < DRIVERS; d++) {
        check(&(struct comparison){drivers[d], "nominal", "nearest", PATH_GEOMETRY, {32, 64, 96}, 0});
        check(&(struct comparison){drivers[d], "nominal", "linear", PATH_GEOMETRY, {32, 64, 96}, 0});
    }
}

/* The opengles2 driver of SDL 2.26 binds a render target in whatever context is current. */
static void painters_with_targets_do_not_disturb_each_other(void **state)
{
    (void)state;
    struct scene scene = {0};
    for (int d = 0; d < DRIVERS; d++) {
        struct painter *plain = open_with(drivers[d], PATH_COPY, "exact", "nearest");
        struct painter *cached = open_with(drivers[d], PATH_CACHED, "exact", "nearest");
        for (int zoom = 30; plain != NULL && zoom < 36; zoom++) {
            struct camera camera = sample_camera(zoom, 640, 400);
            sample_scene(&scene, zoom);
            uint32_t *first = sample_draw(plain, &scene, &camera);
            uint32_t *second = sample_draw(cached, &scene, &camera);
            uint32_t *third = sample_draw(plain, &scene, &camera);
            assert_memory_equal(first, second, PIXELS * sizeof *first);
            assert_memory_equal(first, third, PIXELS * sizeof *first);
            memory_free(first);
            memory_free(second);
            memory_free(third);
        }
        painter_close(plain);
        painter_close(cached);
    }
    memory_free(scene.items);
}

static void scale_quality_shows_where_pictures_are_stretched_and_nowhere_else(void **state)
{
    (void)state;
    struct scene scene = {0};
    sample_scene(&scene, 0);
    for (int zoom = 32; zoom <= 64; zoom += 32) {
        struct camera camera = sample_camera(zoom, 640, 400);
        struct painter *nearest = open_with("software", PATH_COPY, "nominal", "nearest");
        struct painter *linear = open_with("software", PATH_COPY, "nominal", "linear");
        struct painter *best = open_with("software", PATH_COPY, "nominal", "best");
        uint32_t *a = sample_draw(nearest, &scene, &camera);
        uint32_t *b = sample_draw(linear, &scene, &camera);
        uint32_t *c = sample_draw(best, &scene, &camera);
        int differing;
        assert_int_equal(compare(a, b, &differing) > 2, zoom != 32);
        assert_int_equal(compare(b, c, &differing), 0);
        memory_free(a);
        memory_free(b);
        memory_free(c);
        painter_close(nearest);
        painter_close(linear);
        painter_close(best);
    }
    memory_free(scene.items);
}

static void blend_auto_shows_the_same_picture(void **state)
{
    (void)state;
    struct scene scene = {0};
    struct camera camera = sample_camera(32, 640, 400);
    sample_scene(&scene, 0);
    for (int path = 0; path <= PATH_CACHED; path++) {
        struct paint_settings settings = sample_settings("software", (enum paint_path)path);
        struct painter *blended = sample_open(&settings);
        assert_true(hint_values_set(&settings.hints, "blend", "auto", NULL));
        struct painter *automatic = sample_open(&settings);
        uint32_t *a = sample_draw(blended, &scene, &camera);
        uint32_t *b = sample_draw(automatic, &scene, &camera);
        int differing;
        /* the opaque tinted item of the scene is half transparent: with auto it is not blended */
        compare(a, b, &differing);
        assert_in_range(differing, 0, 32 * 32);
        memory_free(a);
        memory_free(b);
        painter_close(blended);
        painter_close(automatic);
    }
    memory_free(scene.items);
}

static void a_changed_cell_is_drawn_again_and_only_that(void **state)
{
    (void)state;
    struct scene scene = {0};
    struct camera camera = sample_camera(32, 640, 400);
    sample_scene(&scene, 0);
    struct painter *painter = open_with("software", PATH_CACHED, "exact", "nearest");
    uint32_t *before = sample_draw(painter, &scene, &camera);
    int still = painter_state(painter).draw_calls;
    int paper = (3 + 2) * 28 + 5 + 2; /* of cell (5, 3) */
    assert_int_equal(scene.items[paper].x, 5 * 1024);
    assert_int_equal(scene.items[paper].y, 3 * 1024);
    scene.items[paper].picture = SAMPLE_EARTH;
    painter_draw(painter, &scene, &camera);
    assert_int_equal(painter_state(painter).draw_calls, still + 2); /* its background, its items */
    uint32_t *after = memory_get_array(PIXELS, sizeof *after);
    assert_true(painter_read(painter, after, NULL));
    for (int i = 0; i < PIXELS; i++) {
        int x = i % 640 - 10 - 5 * 32, y = i / 640 - 7 - 3 * 32;
        bool is_inside = x >= 0 && x < 32 && y >= 0 && y < 32;
        assert_true(is_inside || before[i] == after[i]);
    }
    assert_memory_not_equal(before, after, PIXELS * sizeof *after);
    memory_free(before);
    memory_free(after);
    memory_free(scene.items);
    painter_close(painter);
}

/* The picture after the event is the one before it, and path cached has made its terrain anew. */
static void lost_targets_and_devices_are_made_anew(void **state)
{
    (void)state;
    static const Uint32 events[] = {SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET};
    struct scene scene = {0};
    struct camera camera = sample_camera(40, 640, 400);
    sample_scene(&scene, 0);
    for (int path = 0; path < PATH_COUNT; path++) {
        for (int d = 0; d < DRIVERS; d++) {
            struct painter *painter = open_with(drivers[d], (enum paint_path)path, "exact", "nearest");
            for (int e = 0; painter != NULL && e < 2; e++) {
                uint32_t *before = sample_draw(painter, &scene, &camera);
                int still = painter_state(painter).draw_calls;
                painter_event(painter, &(SDL_Event){.type = events[e]});
                painter_draw(painter, &scene, &camera);
                assert_true(path != PATH_CACHED || painter_state(painter).draw_calls > still);
                uint32_t *after = sample_draw(painter, &scene, &camera);
                assert_memory_equal(before, after, PIXELS * sizeof *after);
                memory_free(before);
                memory_free(after);
            }
            painter_close(painter);
        }
    }
    memory_free(scene.items);
}

/* What SDL has said since the last time, as the loop of the game hands it on. */
static void take_events(struct painter *painter)
{
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        painter_event(painter, &event);
    }
}

static uint32_t *draw_at_size(struct painter *painter, const struct scene *scene, int width_px, int height_px)
{
    assert_int_equal(painter_state(painter).output_w_px, width_px);
    assert_int_equal(painter_state(painter).output_h_px, height_px);
    struct camera camera = sample_camera(40, width_px, height_px);
    return sample_draw(painter, scene, &camera);
}

static struct painter *open_sized(const char *driver, enum paint_path path, int width_px, int height_px)
{
    struct paint_settings settings = sample_settings(driver, path);
    settings.width_px = width_px;
    settings.height_px = height_px;
    assert_true(hint_values_set(&settings.hints, "pictures", "exact", NULL));
    return sample_open(&settings);
}

static void check_resizing(const char *driver, enum paint_path path, SDL_Point from, SDL_Point to)
{
    struct scene scene = {0};
    sample_scene(&scene, 0);
    struct painter *painter = open_sized(driver, path, from.x, from.y);
    if (painter != NULL) {
        memory_free(draw_at_size(painter, &scene, from.x, from.y));
        SDL_SetWindowSize(painter_window(painter), to.x, to.y);
        take_events(painter);
        uint32_t *resized = draw_at_size(painter, &scene, to.x, to.y);
        painter_close(painter);
        painter = open_sized(driver, path, to.x, to.y);
        uint32_t *fresh = draw_at_size(painter, &scene, to.x, to.y);
        painter_close(painter);
        assert_memory_equal(resized, fresh, (size_t)(to.x * to.y) * sizeof *fresh);
        memory_free(resized);
        memory_free(fresh);
    }
    memory_free(scene.items);
}

/* SDL's offscreen windows keep the surface that GL draws on: with GL they can only become smaller. */
static void a_resized_window_shows_what_a_new_one_of_that_size_shows(void **state)
{
    (void)state;
    const SDL_Point small = {300, 200}, large = {640, 400};
    for (int path = 0; path < PATH_COUNT; path++) {
        check_resizing("software", (enum paint_path)path, small, large);
        for (int d = 0; d < DRIVERS; d++) {
            check_resizing(drivers[d], (enum paint_path)path, large, small);
        }
    }
}

static void a_window_on_another_display_is_drawn_whole(void **state)
{
    (void)state;
    struct scene scene = {0};
    struct camera camera = sample_camera(40, 640, 400);
    sample_scene(&scene, 0);
    for (int path = 0; path < PATH_COUNT; path++) {
        for (int d = 0; d < DRIVERS; d++) {
            struct painter *painter = open_with(drivers[d], (enum paint_path)path, "exact", "nearest");
            if (painter == NULL) {
                continue;
            }
            uint32_t *before = sample_draw(painter, &scene, &camera);
            SDL_SetRenderDrawColor(painter_renderer(painter), 255, 0, 255, 255);
            SDL_RenderClear(painter_renderer(painter));
            SDL_Event event = {.type = SDL_WINDOWEVENT};
            event.window.windowID = SDL_GetWindowID(painter_window(painter));
            event.window.event = SDL_WINDOWEVENT_DISPLAY_CHANGED;
            assert_int_equal(SDL_PushEvent(&event), 1);
            take_events(painter);
            uint32_t *after = draw_at_size(painter, &scene, 640, 400);
            assert_memory_equal(before, after, PIXELS * sizeof *after);
            memory_free(before);
            memory_free(after);
            painter_close(painter);
        }
    }
    memory_free(scene.items);
}

/* Hidden ones are for measuring: there a pixel is a pixel. */
static void a_window_to_look_at_has_the_pixels_of_its_display(void **state)
{
    (void)state;
    for (int is_hidden = 0; is_hidden < 2; is_hidden++) {
        struct paint_settings settings = sample_settings("software", PATH_BLIT);
        settings.is_hidden = is_hidden;
        struct painter *painter = sample_open(&settings);
        Uint32 flags = SDL_GetWindowFlags(painter_window(painter));
        assert_int_equal((flags & SDL_WINDOW_ALLOW_HIGHDPI) == 0, is_hidden);
        painter_close(painter);
    }
}

int main(void)
{
    sample_start_offscreen();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_agree_at_every_zoom_with_exact_pictures),
        cmocka_unit_test(path_blit_agrees_to_rounding),
        cmocka_unit_test(stretched_pictures_agree_at_whole_number_scales),
        cmocka_unit_test(painters_with_targets_do_not_disturb_each_other),
        cmocka_unit_test(scale_quality_shows_where_pictures_are_stretched_and_nowhere_else),
        cmocka_unit_test(blend_auto_shows_the_same_picture),
        cmocka_unit_test(a_changed_cell_is_drawn_again_and_only_that),
        cmocka_unit_test(lost_targets_and_devices_are_made_anew),
        cmocka_unit_test(a_resized_window_shows_what_a_new_one_of_that_size_shows),
        cmocka_unit_test(a_window_on_another_display_is_drawn_whole),
        cmocka_unit_test(a_window_to_look_at_has_the_pixels_of_its_display),
    };
    return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
