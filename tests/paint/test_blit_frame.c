#include "paint/sample.h"

#include "base/hash.h"
#include "paint/blit_frame.h"
#include "paint/blit_gallery.h"
#include "paint/blit_span.h"
#include "paint/place.h"

enum {
    VIEW_W_PX = 203, /* no multiple of anything */
    VIEW_H_PX = 150,
    PIXELS = VIEW_W_PX * VIEW_H_PX,
    WORLD_CELLS = 16,
    MOVERS = 20,
    BACKGROUND = 0x3B4A4F
};

static const uint32_t background = 0xFF000000 | BACKGROUND;

struct stage {
    struct picture_cache *pictures;
    struct blit_frame *frame;
    uint32_t pixels[PIXELS];   /* what the frame under test keeps */
    uint32_t expected[PIXELS]; /* by the plain way */
    struct scene scene;
    struct camera camera;
    uint8_t blocks[WORLD_CELLS][WORLD_CELLS];
    struct scene_item movers[MOVERS];
    int mover_count;
    bool tells_terrain; /* whether scenes say what their ground was built from */
    uint32_t random;
};

static int dice(struct stage *stage, int sides)
{
    stage->random ^= stage->random << 13;
    stage->random ^= stage->random >> 17;
    stage->random ^= stage->random << 5;
    return (int)(stage->random % (uint32_t)sides);
}

static struct stage *stage_open(uint32_t seed, const struct blit_kernels *kernels)
{
    struct stage *stage = memory_get(sizeof *stage);
    struct picture_cache_settings settings = {.source = &sample_source,
                                              .folder = "",
                                              .bytes_max = 1 << 20,
                                              .is_premultiplied = true,
                                              .study = blit_gallery_study,
                                              .budget_us = 200};
    stage->pictures = picture_cache_open(&settings, NULL);
    stage->frame = blit_frame_open(stage->pictures, background, kernels);
    stage->random = seed;
    camera_init(&stage->camera, WORLD_CELLS, WORLD_CELLS, VIEW_W_PX, VIEW_H_PX);
    stage->camera.zoom_px = 24;
    for (int y = 0; y < WORLD_CELLS; y++) {
        for (int x = 0; x < WORLD_CELLS; x++) {
            stage->blocks[y][x] = (uint8_t)dice(stage, 5);
        }
    }
    return stage;
}

static void stage_close(struct stage *stage)
{
    blit_frame_close(stage->frame);
    picture_cache_close(stage->pictures);
    memory_free(stage->scene.items);
    memory_free(stage);
}

/* Paper, earth, slopes that reach into the cell below, thin translucent lines; only around the view. */
static void build_ground(struct stage *stage)
{
    struct scene *scene = &stage->scene;
    int x0, y0, x1, y1;
    camera_cells_in_view(&stage->camera, 2, &x0, &y0, &x1, &y1);
    scene->count = 0;
    for (int y = y0 < -1 ? -1 : y0; y < WORLD_CELLS && y < y1; y++) {
        for (int x = x0 < -1 ? -1 : x0; x < WORLD_CELLS && x < x1; x++) {
            sample_add(scene, LAYER_PAPER, SAMPLE_PAPER, x * 1024, y * 1024, false);
        }
    }
    for (int i = 0; i < WORLD_CELLS * WORLD_CELLS; i++) {
        int x = i % WORLD_CELLS, y = i / WORLD_CELLS;
        if (x < x0 || x >= x1 || y < y0 || y >= y1) {
            continue;
        }
        switch (stage->blocks[y][x]) {
        case 1: sample_add(scene, LAYER_BLOCKS, SAMPLE_EARTH, x * 1024, y * 1024, (x & 1) != 0); break;
        case 2: sample_add(scene, LAYER_BLOCKS, SAMPLE_SLOPE, x * 1024, y * 1024, (y & 1) != 0); break;
        case 3:
        case 4:
            sample_add(scene, LAYER_BLOCKS, PICTURE_NONE, x * 1024 - 64, y * 1024 + 900, false);
            scene->items[scene->count - 1].height = 128;
            scene->items[scene->count - 1].tint = stage->blocks[y][x] == 3 ? 0x402E2A26 : 0x80C02010;
            break;
        default: break;
        }
    }
    scene->ground_count = scene->count;
    scene->ground_hash = hash_bytes(HASH_START, scene->items, (size_t)scene->count * sizeof *scene->items);
    scene->ground = (struct scene_ground){0};
    if (stage->tells_terrain) {
        scene->ground.terrain_hash = hash_bytes(HASH_START, stage->blocks, sizeof stage->blocks);
        scene->ground.x0 = x0;
        scene->ground.y0 = y0;
        scene->ground.x1 = x1;
        scene->ground.y1 = y1;
    }
}

static struct scene_item random_mover(struct stage *stage)
{
    struct scene_item item = {0};
    int picture = dice(stage, 5);
    item.picture = (uint16_t)(picture == 0 ? PICTURE_NONE : SAMPLE_EARTH + picture - 1);
    item.x = dice(stage, 17 * 1024) - 1024;
    item.y = dice(stage, 17 * 1024) - 1024;
    item.width = picture == 0 ? 512 : sample_info(item.picture).width;
    item.height = picture == 0 ? 700 : sample_info(item.picture).height;
    item.layer = (uint8_t)(dice(stage, 2) == 0 ? LAYER_THINGS : LAYER_RABBITS);
    item.mirrored = (uint8_t)dice(stage, 2);
    item.tint = dice(stage, 3) > 0 ? UINT32_MAX : 0x80FFC040;
    return item;
}

/* One thing happens, of those that happen in games; several of them can happen in one frame. */
static void change_something(struct stage *stage)
{
    switch (dice(stage, 12)) {
    case 0: stage->camera.x_px += dice(stage, 7) - 3; break;
    case 1: stage->camera.y_px += dice(stage, 7) - 3; break;
    case 2:
        stage->camera.x_px += dice(stage, 61) - 30;
        stage->camera.y_px += dice(stage, 61) - 30;
        break;
    case 3:
        if (dice(stage, 6) == 0) {
            stage->camera.x_px = dice(stage, 800) - 250;
            stage->camera.y_px = dice(stage, 800) - 250;
        }
        break;
    case 4:
        if (dice(stage, 8) == 0) {
            stage->camera.zoom_px = 8 + dice(stage, 60);
        }
        break;
    case 5:
        stage->blocks[dice(stage, WORLD_CELLS)][dice(stage, WORLD_CELLS)] = (uint8_t)dice(stage, 5);
        break;
    case 6:
        if (stage->mover_count < MOVERS) {
            stage->movers[stage->mover_count++] = random_mover(stage);
        }
        break;
    case 7:
        if (stage->mover_count > 0 && dice(stage, 2) == 0) {
            int gone = dice(stage, stage->mover_count);
            stage->mover_count--;
            memmove(&stage->movers[gone], &stage->movers[gone + 1],
                    (size_t)(stage->mover_count - gone) * sizeof stage->movers[0]);
        }
        break;
    case 8:
        if (dice(stage, 3) == 0) {
            struct blit_rect rect = {dice(stage, VIEW_W_PX), dice(stage, VIEW_H_PX), VIEW_W_PX, VIEW_H_PX};
            for (int y = rect.y0; y < rect.y1; y++) {
                memset(&stage->pixels[y * VIEW_W_PX + rect.x0], 0x55, (size_t)(rect.x1 - rect.x0) * 4);
            }
            blit_frame_spoil(stage->frame, rect);
        }
        break;
    case 9:
        if (stage->mover_count > 0) {
            stage->movers[dice(stage, stage->mover_count)].tint = 0xFF000000 + (uint32_t)dice(stage, 1 << 24);
        }
        break;
    case 10:
        if (stage->mover_count > 0) {
            stage->movers[dice(stage, stage->mover_count)].x += 64;
        }
        break;
    default:
        for (int i = 0; i < stage->mover_count; i++) {
            stage->movers[i].x += dice(stage, 3) == 0 ? dice(stage, 301) - 150 : 0;
            stage->movers[i].y += dice(stage, 3) == 0 ? dice(stage, 301) - 150 : 0;
        }
        break;
    }
}

static struct blit_target target_of(uint32_t *pixels)
{
    return (struct blit_target){pixels, VIEW_W_PX, VIEW_W_PX, VIEW_H_PX};
}

static void build_scene(struct stage *stage)
{
    build_ground(stage);
    for (int i = 0; i < stage->mover_count; i++) {
        sample_add(&stage->scene, LAYER_THINGS, PICTURE_NONE, 0, 0, false);
        stage->scene.items[stage->scene.count - 1] = stage->movers[i];
    }
}

/* Every item in turn, pixel by pixel, on a target that is all background: nothing of blit but its formulas.
 */
static void paint_plainly(struct stage *stage)
{
    for (int i = 0; i < PIXELS; i++) {
        stage->expected[i] = background;
    }
    for (int i = 0; i < stage->scene.count; i++) {
        const struct scene_item *item = &stage->scene.items[i];
        SDL_Rect at;
        if (!paint_place(item, &stage->camera, &at)) {
            continue;
        }
        SDL_Surface *surface = NULL;
        if (item->picture != PICTURE_NONE) {
            surface = picture_cache_get(stage->pictures, item->picture, (struct picture_size){at.w, at.h},
                                        item->mirrored != 0)
                          .surface;
            assert_non_null(surface);
            assert_int_equal(surface->w, at.w);
            assert_int_equal(surface->h, at.h);
        }
        for (int y = at.y < 0 ? 0 : at.y; y < at.y + at.h && y < VIEW_H_PX; y++) {
            for (int x = at.x < 0 ? 0 : at.x; x < at.x + at.w && x < VIEW_W_PX; x++) {
                uint32_t pixel = blit_premultiply(item->tint);
                if (surface != NULL) {
                    const uint32_t *row =
                        (const uint32_t *)surface->pixels + (y - at.y) * (surface->pitch / 4);
                    pixel = blit_pixel_tinted(row[x - at.x], pixel);
                }
                uint32_t *to = &stage->expected[y * VIEW_W_PX + x];
                *to = blit_pixel_over(*to, pixel);
            }
        }
    }
}

static void assert_same_pixels(const uint32_t *expected, const uint32_t *got, int step)
{
    for (int i = 0; i < PIXELS; i++) {
        if (expected[i] != got[i]) {
            fail_msg("step %d: pixel %d, %d is %08x and not %08x", step, i % VIEW_W_PX, i / VIEW_W_PX, got[i],
                     expected[i]);
        }
    }
}

static void draw(struct stage *stage)
{
    struct blit_target target = target_of(stage->pixels);
    build_scene(stage);
    picture_cache_begin(stage->pictures, stage->camera.zoom_px);
    blit_frame_draw(stage->frame, &target, &stage->scene, &stage->camera);
}

/* Pictures that are not ready yet are stretched from others, which paint_plainly does not do: so they are
 * waited for before the frame, but not before every one, or nothing would ever be stretched. */
static void settle(struct stage *stage)
{
    do {
        picture_cache_wait(stage->pictures);
        draw(stage);
    } while (blit_frame_counts(stage->frame).stand_ins > 0);
}

static void whatever_happens_the_picture_is_that_of_painting_all_anew(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 6; seed++) {
        const struct blit_kernels *kernels = blit_kernels_number((int)seed % 3);
        struct stage *stage = stage_open(seed * 7919, kernels != NULL ? kernels : blit_kernels_best());
        stage->tells_terrain = seed % 2 == 0;
        for (int step = 0; step < 250; step++) {
            for (int changes = 1 + dice(stage, 3); changes > 0; changes--) {
                change_something(stage);
            }
            if (step % 3 == 0) {
                draw(stage);
                continue;
            }
            settle(stage);
            paint_plainly(stage);
            assert_same_pixels(stage->expected, stage->pixels, step);
        }
        stage_close(stage);
    }
}

/* Cells are made before they come into view: whoever turns round halfway, or changes the blocks meanwhile,
 * sees no trace of that. */
static void a_view_that_drifts_is_as_if_painted_anew(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 3; seed++) {
        struct stage *stage = stage_open(seed * 104729, NULL);
        stage->tells_terrain = true;
        stage->camera.zoom_px = seed == 3 ? 140 : 12 + 7 * (int)seed;
        int dx = 0, dy = 0;
        for (int step = 0; step < 240; step++) {
            if (dice(stage, 20) == 0) {
                dx = dice(stage, 9) - 4;
                dy = dice(stage, 9) - 4;
            }
            if (dice(stage, 30) == 0) {
                stage->blocks[dice(stage, WORLD_CELLS)][dice(stage, WORLD_CELLS)] = (uint8_t)dice(stage, 5);
            }
            int jump = dice(stage, 40) == 0 ? 20 : 1;
            stage->camera.x_px += jump * dx;
            stage->camera.y_px += jump * dy;
            if (stage->camera.x_px < -200 || stage->camera.x_px > 500) {
                dx = stage->camera.x_px < 0 ? 3 : -3;
            }
            if (stage->camera.y_px < -200 || stage->camera.y_px > 500) {
                dy = stage->camera.y_px < 0 ? 3 : -3;
            }
            settle(stage);
            if (step % 4 == 0) {
                paint_plainly(stage);
                assert_same_pixels(stage->expected, stage->pixels, step);
            }
        }
        stage_close(stage);
    }
}

static void pictures_in_the_making_are_replaced_when_they_are_ready(void **state)
{
    (void)state;
    struct stage *stage = stage_open(5, NULL);
    stage->camera.zoom_px = 32;
    draw(stage);
    settle(stage);
    stage->camera.zoom_px = 47;
    for (int step = 0; step < 200; step++) {
        draw(stage);
        struct blit_frame *fresh = blit_frame_open(stage->pictures, background, NULL);
        struct blit_target target = target_of(stage->expected);
        blit_frame_draw(fresh, &target, &stage->scene, &stage->camera);
        blit_frame_close(fresh);
        assert_same_pixels(stage->expected, stage->pixels, step);
    }
    settle(stage);
    paint_plainly(stage);
    assert_same_pixels(stage->expected, stage->pixels, -1);
    stage_close(stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_happens_the_picture_is_that_of_painting_all_anew),
        cmocka_unit_test(a_view_that_drifts_is_as_if_painted_anew),
        cmocka_unit_test(pictures_in_the_making_are_replaced_when_they_are_ready),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
