#include "paint/sample.h"

static struct picture_cache *open_cache(size_t bytes_max, bool has_worker)
{
    struct picture_cache_settings settings = {.source = &sample_source,
                                              .folder = "assets",
                                              .bytes_max = bytes_max,
                                              .has_worker = has_worker,
                                              .budget_us = 1000000};
    struct picture_cache *cache = picture_cache_open(&settings, NULL);
    assert_non_null(cache);
    return cache;
}

static const struct picture_size size_50 = {50, 50};
static const struct picture_size size_64 = {64, 64};

static void a_picture_comes_in_exactly_the_size_asked_for(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, false);
    for (int side = 1; side < 140; side += 9) {
        struct picture_pixels pixels =
            picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){side, side + 5}, false);
        assert_true(pixels.is_exact);
        assert_true(pixels.is_opaque);
        assert_int_equal(pixels.surface->w, side);
        assert_int_equal(pixels.surface->h, side + 5);
        assert_int_equal(pixels.surface->format->format, SDL_PIXELFORMAT_ARGB8888);
    }
    assert_false(picture_cache_need(cache, SAMPLE_SLOPE, size_50, false).is_opaque);
    picture_cache_close(cache);
}

static void the_worker_makes_what_was_asked_for(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, true);
    picture_cache_begin(cache, 32);
    picture_cache_get(cache, SAMPLE_ARROW, size_50, false);
    picture_cache_wait(cache);
    picture_cache_begin(cache, 32);
    assert_true(picture_cache_get(cache, SAMPLE_ARROW, size_50, false).is_exact);
    picture_cache_close(cache);
}

static void the_nearest_ready_size_stands_in_meanwhile(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, false);
    picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){20, 20}, false);
    picture_cache_need(cache, SAMPLE_EARTH, size_64, false);
    struct picture_pixels pixels = picture_cache_get(cache, SAMPLE_EARTH, size_50, false);
    assert_false(pixels.is_exact);
    assert_int_equal(pixels.surface->w, 64);
    assert_int_equal(picture_cache_counts(cache).misses, 3);
    picture_cache_begin(cache, 32); /* without a worker made here */
    assert_true(picture_cache_get(cache, SAMPLE_EARTH, size_50, false).is_exact);
    picture_cache_close(cache);
}

static void a_picture_that_was_never_made_is_made_small_at_once(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, false);
    struct picture_pixels pixels = picture_cache_get(cache, SAMPLE_ARROW, size_64, false);
    assert_false(pixels.is_exact);
    assert_int_equal(pixels.surface->w, 48); /* nominal: 1.5 cells of 32 px */
    picture_cache_begin(cache, 64);
    assert_true(picture_cache_get(cache, SAMPLE_ARROW, size_64, false).is_exact);
    assert_true(picture_cache_get(cache, SAMPLE_SLOPE, (struct picture_size){16, 18}, false).is_exact);
    picture_cache_close(cache);
}

static struct picture_info motion_info(int picture)
{
    struct picture_info info = sample_info(picture);
    info.name = picture >= SAMPLE_SLOPE && picture <= SAMPLE_WATER ? "motion" : info.name;
    return info;
}

static void an_idle_worker_makes_the_other_frames_of_a_motion(void **state)
{
    (void)state;
    static const struct picture_source source = {SAMPLE_COUNT, motion_info, sample_svg};
    struct picture_cache_settings settings = {
        .source = &source, .folder = "assets", .bytes_max = 1 << 20, .has_worker = true};
    struct picture_cache *cache = picture_cache_open(&settings, NULL);
    picture_cache_begin(cache, 50);
    picture_cache_get(cache, SAMPLE_ARROW, picture_cache_size(cache, SAMPLE_ARROW, 50), false);
    picture_cache_wait(cache);
    for (int i = SAMPLE_SLOPE; i <= SAMPLE_WATER; i++) {
        assert_true(picture_cache_get(cache, i, picture_cache_size(cache, i, 50), false).is_exact);
    }
    assert_false(
        picture_cache_get(cache, SAMPLE_EARTH, picture_cache_size(cache, SAMPLE_EARTH, 50), false).is_exact);
    picture_cache_close(cache);
}

static void mirrored_pictures_are_turned(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, false);
    struct picture_pixels plain = picture_cache_need(cache, SAMPLE_ARROW, size_64, false);
    struct picture_pixels turned = picture_cache_need(cache, SAMPLE_ARROW, size_64, true);
    assert_int_not_equal(plain.serial, turned.serial);
    const uint32_t *a = plain.surface->pixels;
    const uint32_t *b = turned.surface->pixels;
    for (int i = 0; i < 64 * 64; i++) {
        assert_int_equal(a[i], b[i / 64 * 64 + 63 - i % 64]);
    }
    picture_cache_close(cache);
}

static void the_least_recently_used_are_dropped_beyond_the_bound(void **state)
{
    (void)state;
    size_t bound = 8 * 64 * 64 * 4;
    struct picture_cache *cache = open_cache(bound, false);
    for (int side = 40; side <= 64; side++) {
        picture_cache_begin(cache, 32);
        picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){side, side}, false);
    }
    for (int i = 0; i < 3; i++) {
        picture_cache_begin(cache, 32);
        picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){60, 60}, false);
    }
    assert_true(picture_cache_counts(cache).bytes <= bound);
    assert_true(picture_cache_counts(cache).dropped > 0);
    int64_t misses = picture_cache_counts(cache).misses;
    picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){64, 64}, false);
    assert_int_equal(picture_cache_counts(cache).misses, misses);
    picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){40, 40}, false);
    assert_int_equal(picture_cache_counts(cache).misses, misses + 1);
    picture_cache_close(cache);
}

static void what_this_frame_shows_stays_even_beyond_the_bound(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1, false);
    for (int frame = 0; frame < 4; frame++) {
        picture_cache_begin(cache, 32);
        for (int i = 0; i < SAMPLE_BROKEN; i++) {
            struct picture_pixels pixels = picture_cache_need(cache, i, size_50, i % 2 == 1);
            assert_non_null(pixels.surface);
        }
    }
    assert_int_equal(picture_cache_counts(cache).misses, SAMPLE_BROKEN);
    picture_cache_close(cache);
}

static void a_dropped_picture_has_another_serial_when_it_comes_back(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1, false);
    uint32_t serial = picture_cache_need(cache, SAMPLE_EARTH, size_50, false).serial;
    for (int i = 0; i < 3; i++) {
        picture_cache_begin(cache, 32);
    }
    assert_int_equal(picture_cache_counts(cache).entries, 0);
    assert_int_not_equal(picture_cache_need(cache, SAMPLE_EARTH, size_50, false).serial, serial);
    picture_cache_close(cache);
}

/* While zooming through all sizes nothing piles up that nobody will look at. */
static void sizes_that_are_no_longer_wanted_are_forgotten(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, true);
    for (int zoom = 100; zoom < 200; zoom++) {
        picture_cache_begin(cache, zoom);
        for (int i = 0; i < SAMPLE_BROKEN; i++) {
            picture_cache_get(cache, i, picture_cache_size(cache, i, zoom), false);
        }
    }
    picture_cache_begin(cache, 199);
    picture_cache_begin(cache, 199);
    picture_cache_begin(cache, 199);
    struct picture_counts counts = picture_cache_counts(cache);
    assert_true(counts.entries <= counts.made + 3 * SAMPLE_COUNT);
    picture_cache_close(cache);
}

static void while_the_zoom_glides_pictures_are_made_for_its_ladder_only(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(16 << 20, true);
    int most = 0;
    for (int zoom = 40; zoom <= 200; zoom++) {
        struct picture_size size = picture_cache_size(cache, SAMPLE_EARTH, zoom);
        picture_cache_begin(cache, zoom);
        struct picture_pixels pixels = picture_cache_get(cache, SAMPLE_EARTH, size, false);
        assert_int_equal(pixels.is_exact, pixels.surface->w == zoom);
        picture_cache_wait(cache);
        most = pixels.surface->w > most ? pixels.surface->w : most;
    }
    /* 32 px as a stand-in, 40 and 41 before it was known to glide, then 48, 64, 96, 128, 192 and 256 */
    assert_in_range(picture_cache_counts(cache).made, 6, 9);
    assert_int_equal(most, 256);
    for (int frame = 0; frame < 5; frame++) {
        picture_cache_begin(cache, 200);
        picture_cache_get(cache, SAMPLE_EARTH, picture_cache_size(cache, SAMPLE_EARTH, 200), false);
        picture_cache_wait(cache);
    }
    picture_cache_begin(cache, 200);
    assert_true(
        picture_cache_get(cache, SAMPLE_EARTH, picture_cache_size(cache, SAMPLE_EARTH, 200), false).is_exact);
    picture_cache_close(cache);
}

static SDL_threadID study_thread;
static SDL_atomic_t studied_elsewhere, studied_here;

static void *study(const SDL_Surface *surface)
{
    SDL_AtomicAdd(SDL_ThreadID() == study_thread ? &studied_here : &studied_elsewhere, 1);
    int *width = memory_get(sizeof *width);
    *width = surface->w;
    return width;
}

static struct picture_cache *open_ahead(size_t bytes_max)
{
    study_thread = SDL_ThreadID();
    struct picture_cache_settings settings = {.source = &sample_source,
                                              .folder = "assets",
                                              .bytes_max = bytes_max,
                                              .has_worker = true,
                                              .looks_ahead = true,
                                              .study = study};
    struct picture_cache *cache = picture_cache_open(&settings, NULL);
    picture_cache_begin(cache, 32);
    picture_cache_need(cache, SAMPLE_PAPER, picture_cache_size(cache, SAMPLE_PAPER, 32), true);
    return cache;
}

/* Until so many pictures are made, or ten seconds have gone by. */
static void play_until(struct picture_cache *cache, int zoom_px, int made)
{
    for (int i = 0; i < 10000 && picture_cache_counts(cache).made < made; i++) {
        picture_cache_begin(cache, zoom_px);
        SDL_Delay(1);
    }
    assert_true(picture_cache_counts(cache).made >= made);
}

static void who_looks_ahead_never_makes_a_picture_within_a_frame(void **state)
{
    (void)state;
    struct picture_cache *cache = open_ahead(16 << 20);
    play_until(cache, 32, SAMPLE_COUNT);
    int studied = SDL_AtomicGet(&studied_here);
    picture_cache_begin(cache, 300);
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        struct picture_size nominal = picture_cache_size(cache, i, 32);
        struct picture_pixels pixels = picture_cache_get(cache, i, picture_cache_size(cache, i, 300), false);
        assert_false(pixels.is_exact);
        assert_int_equal(pixels.surface->w, nominal.width_px);
        assert_int_equal(*(const int *)pixels.study, nominal.width_px);
    }
    assert_int_equal(SDL_AtomicGet(&studied_here), studied);
    picture_cache_close(cache);
}

static void a_picture_that_is_shown_mirrored_is_mirrored_by_the_worker(void **state)
{
    (void)state;
    struct picture_cache *cache = open_ahead(16 << 20);
    play_until(cache, 32, SAMPLE_COUNT);
    int studied = SDL_AtomicGet(&studied_here);
    struct picture_size size = picture_cache_size(cache, SAMPLE_ARROW, 32);
    assert_true(picture_cache_get(cache, SAMPLE_ARROW, size, true).is_exact);
    assert_int_equal(SDL_AtomicGet(&studied_here), studied);
    picture_cache_close(cache);
}

static void what_follows_in_the_list_is_made_before_it_is_seen(void **state)
{
    (void)state;
    struct picture_cache *cache = open_ahead(16 << 20);
    play_until(cache, 50, 2 * SAMPLE_COUNT); /* in two sizes */
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        assert_true(picture_cache_get(cache, i, picture_cache_size(cache, i, 50), false).is_exact);
    }
    picture_cache_close(cache);
}

static void the_reserve_is_not_dropped_and_is_not_made_where_there_is_no_room(void **state)
{
    (void)state;
    struct picture_cache *cache = open_ahead(256 << 10);
    play_until(cache, 32, SAMPLE_COUNT);
    for (int side = 100; side < 140; side++) {
        picture_cache_begin(cache, 32);
        picture_cache_need(cache, SAMPLE_EARTH, (struct picture_size){side, side}, false);
    }
    assert_true(picture_cache_counts(cache).dropped > 0);
    for (int i = 0; i < SAMPLE_COUNT; i++) {
        assert_true(picture_cache_get(cache, i, picture_cache_size(cache, i, 32), false).is_exact);
    }
    picture_cache_close(cache);
    cache = open_ahead(64 << 10);
    for (int i = 0; i < 50; i++) {
        picture_cache_begin(cache, 32);
        SDL_Delay(1);
    }
    assert_int_equal(picture_cache_counts(cache).made, 1);
    picture_cache_close(cache);
}

static void a_broken_picture_is_a_magenta_square(void **state)
{
    (void)state;
    struct picture_cache *cache = open_cache(1 << 20, false);
    struct picture_pixels pixels = picture_cache_need(cache, SAMPLE_BROKEN, size_50, false);
    assert_int_equal(*(uint32_t *)pixels.surface->pixels, 0xFFFF00FF);
    picture_cache_close(cache);
}

static void premultiplied_pictures_have_their_colours_multiplied(void **state)
{
    (void)state;
    struct picture_cache_settings settings = {
        .source = &sample_source, .folder = "assets", .bytes_max = 1 << 20, .is_premultiplied = true};
    struct picture_cache *cache = picture_cache_open(&settings, NULL);
    struct picture_pixels pixels = picture_cache_need(cache, SAMPLE_WATER, size_50, false);
    uint32_t pixel = ((uint32_t *)pixels.surface->pixels)[50 * 25 + 25];
    uint32_t alpha = pixel >> 24;
    assert_in_range(alpha, 126, 129);
    assert_in_range(pixel & 255, 0xC4 * alpha / 255 - 2, 0xC4 * alpha / 255 + 2);
    picture_cache_close(cache);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_comes_in_exactly_the_size_asked_for),
        cmocka_unit_test(the_worker_makes_what_was_asked_for),
        cmocka_unit_test(the_nearest_ready_size_stands_in_meanwhile),
        cmocka_unit_test(a_picture_that_was_never_made_is_made_small_at_once),
        cmocka_unit_test(an_idle_worker_makes_the_other_frames_of_a_motion),
        cmocka_unit_test(mirrored_pictures_are_turned),
        cmocka_unit_test(the_least_recently_used_are_dropped_beyond_the_bound),
        cmocka_unit_test(what_this_frame_shows_stays_even_beyond_the_bound),
        cmocka_unit_test(a_dropped_picture_has_another_serial_when_it_comes_back),
        cmocka_unit_test(sizes_that_are_no_longer_wanted_are_forgotten),
        cmocka_unit_test(while_the_zoom_glides_pictures_are_made_for_its_ladder_only),
        cmocka_unit_test(who_looks_ahead_never_makes_a_picture_within_a_frame),
        cmocka_unit_test(a_picture_that_is_shown_mirrored_is_mirrored_by_the_worker),
        cmocka_unit_test(what_follows_in_the_list_is_made_before_it_is_seen),
        cmocka_unit_test(the_reserve_is_not_dropped_and_is_not_made_where_there_is_no_room),
        cmocka_unit_test(a_broken_picture_is_a_magenta_square),
        cmocka_unit_test(premultiplied_pictures_have_their_colours_multiplied),
    };
    return cmocka_run_group_tests_name("picture_cache", tests, NULL, NULL);
}
