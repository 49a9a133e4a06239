#include "scene/sight.h"
#include "world/build.h"

static const char *const EVERYTHING[] = {"#Q   O  P ", "#bdikcpl  ", "##########", "#/ \\ A r t",
                                         "#()MM#### ", "#   #  nN ", "##########", NULL};

static void items_come_sorted_by_layer_and_the_ground_comes_first(void **state)
{
    (void)state;
    struct sight sight = sight_of(EVERYTHING);
    for (int step = 0; step < 4; step++) {
        sight_look(&sight, 300);
        assert_true(sight.scene.ground_count > 0 && sight.scene.ground_count < sight.scene.count);
        for (int i = 1; i < sight.scene.count; i++) {
            assert_true(sight.scene.items[i - 1].layer <= sight.scene.items[i].layer);
        }
        for (int i = 0; i < sight.scene.count; i++) {
            assert_int_equal(sight.scene.items[i].layer <= LAYER_BLOCKS, i < sight.scene.ground_count);
        }
        world_step(sight.world);
    }
    sight_end(&sight);
}

static void an_item_is_as_large_as_its_picture(void **state)
{
    (void)state;
    struct sight sight = sight_of(EVERYTHING);
    world_step(sight.world);
    sight_look(&sight, 512);
    for (int i = 0; i < sight.scene.count; i++) {
        const struct scene_item *item = &sight.scene.items[i];
        if (item->picture != PICTURE_NONE) {
            struct picture_info info = picture_info(item->picture);
            assert_int_equal(item->width, info.width);
            assert_int_equal(item->height, info.height);
        }
        assert_true(item->width > 0 && item->height > 0);
    }
    sight_end(&sight);
}

static void equal_worlds_and_views_make_equal_scenes_whatever_was_seen_before(void **state)
{
    (void)state;
    struct sight sight = sight_of(EVERYTHING);
    struct sight fresh = sight_of(EVERYTHING);
    sight.camera.view_w_px = 100;
    sight.camera.view_h_px = 90;
    for (int i = 0; i < 5; i++) {
        camera_pan(&sight.camera, 40, 13);
        sight_look(&sight, 100 * i);
        world_step(sight.world);
        world_step(fresh.world);
    }
    fresh.camera = sight.camera;
    sight_look(&sight, 700);
    sight_look(&fresh, 700);
    assert_int_equal(sight.scene.count, fresh.scene.count);
    assert_memory_equal(sight.scene.items, fresh.scene.items,
                        (size_t)fresh.scene.count * sizeof fresh.scene.items[0]);
    assert_true(scene_hash(&sight.scene) == scene_hash(&fresh.scene));
    assert_true(sight.scene.ground_hash == fresh.scene.ground_hash);
    sight_end(&fresh);
    sight_end(&sight);
}

/* A small view wanders over a world that stands still, and somebody puts tokens where it comes by. */
static void whoever_comes_into_view_is_seen_at_once(void **state)
{
    (void)state;
    struct sight sight =
        sight_of(LINES(":dig=-1", "rrArrbrrArrbrrArrbrrArrbrrArrb", "##############################",
                       "dArrrrdArrrrdArrrrdArrrrdArrrr", "##############################",
                       "rrAkrrrrAkrrrrAkrrrrAkrrrrAkrr", "##############################"));
    sight.camera.view_w_px = 64;
    sight.camera.view_h_px = 32;
    for (int i = 0; i < 120; i++) {
        int sideways = i < 70 ? 13 : -29;
        camera_pan(&sight.camera, sideways, i % 20 < 10 ? 9 : -9);
        if (i % 7 == 3) {
            int x = (int)sight.camera.x_px / sight.camera.zoom_px;
            assert_int_equal(world_place_token(sight.world, ABILITY_DIG, x, 0), PLACING_DONE);
        }
        sight_look(&sight, 300);
        struct scene fresh = {0};
        scene_build(&fresh, &sight.level, sight.world, &sight.camera, (struct scene_options){.blend = 300});
        assert_int_equal(sight.scene.count, fresh.count);
        assert_memory_equal(sight.scene.items, fresh.items, (size_t)fresh.count * sizeof fresh.items[0]);
        scene_free(&fresh);
    }
    sight_end(&sight);
}

static void the_hash_tells_moments_apart(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES(" r   ", "#####"));
    sight_look(&sight, 0);
    uint64_t before = scene_hash(&sight.scene);
    uint64_t ground = sight.scene.ground_hash;
    sight_look(&sight, 512);
    assert_true(scene_hash(&sight.scene) != before);
    assert_true(sight.scene.ground_hash == ground);
    sight_end(&sight);
}

static void the_ground_changes_with_its_blocks_only(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("# *#   ", "#######", ":*=rb", ":dig=1"));
    sight_look(&sight, 0);
    uint64_t before = sight.scene.ground_hash;
    world_place_token(sight.world, ABILITY_DIG, 5, 0);
    sight_look(&sight, 700);
    assert_true(sight.scene.ground_hash == before);
    while (world_block_at(sight.world, 3, 0) != BLOCK_NONE) {
        sight_look(&sight, 0);
        assert_true(sight.scene.ground_hash == before);
        assert_true(world_step(sight.world) && world_counts(sight.world).steps < 5);
    }
    sight_look(&sight, 0);
    assert_true(sight.scene.ground_hash != before);
    sight_end(&sight);
}

static void panning_by_a_pixel_keeps_the_ground(void **state)
{
    (void)state;
    struct world *world = world_create(60, 40);
    world_start(world, &(struct world_settings){.num_rabbits = 1});
    struct sight sight = {.world = world, .level = {.world = world}};
    camera_init(&sight.camera, 60, 40, 320, 320);
    sight_look(&sight, 0);
    uint64_t before = sight.scene.ground_hash;
    int changes = 0;
    for (int i = 0; i < 256; i++) {
        camera_pan(&sight.camera, 1, 0);
        sight_look(&sight, 0);
        changes += sight.scene.ground_hash != before;
        before = sight.scene.ground_hash;
    }
    assert_in_range(changes, 1, 4);
    sight_end(&sight);
}

/* Whether something opaque of the ground covers the middle of the cell. */
static bool is_covered(const struct scene *scene, int x, int y)
{
    for (int i = 0; i < scene->ground_count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->picture != PICTURE_NONE && picture_info(item->picture).is_opaque &&
            item->x == x * SCENE_UNITS && item->y == y * SCENE_UNITS) {
            return true;
        }
    }
    return false;
}

static void every_cell_in_view_has_something_opaque_under_it(void **state)
{
    (void)state;
    struct sight sight = sight_of(EVERYTHING);
    for (int style = 0; style < 2; style++) {
        sight.level.void_style = (enum void_style)style;
        camera_init(&sight.camera, world_width(sight.world), world_height(sight.world), 700, 500);
        for (int zoom_px = 8; zoom_px <= 128; zoom_px *= 2) {
            camera_zoom_at(&sight.camera, zoom_px, 33, 44);
            sight_look(&sight, 0);
            int x0, y0, x1, y1;
            camera_cells_in_view(&sight.camera, 0, &x0, &y0, &x1, &y1);
            for (int y = y0; y < y1; y++) {
                for (int x = x0; x < x1; x++) {
                    assert_true(is_covered(&sight.scene, x, y));
                }
            }
        }
    }
    sight_end(&sight);
}

static void nothing_is_drawn_under_a_full_block(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("# M", "###"));
    sight_look(&sight, 0);
    assert_int_equal(find_item(&sight.scene, PICTURE_PAPER, 0, 0), -1);
    assert_int_equal(find_item(&sight.scene, PICTURE_PAPER, 2, 0), -1);
    assert_true(find_item(&sight.scene, PICTURE_PAPER, 1, 0) >= 0);
    sight_end(&sight);
}

static void the_cost_is_that_of_the_view_not_of_the_level(void **state)
{
    (void)state;
    int counts[2];
    for (int large = 0; large < 2; large++) {
        int size = large ? 1000 : 60;
        struct world *world = world_create(size, size);
        for (int i = 0; i < size * size; i++) {
            if (i % size % 3 == 0) {
                world_add_block(world, i % size, i / size, BLOCK_EARTH, 0);
            }
        }
        world_start(world, &(struct world_settings){.num_rabbits = 1});
        struct sight sight = {.world = world, .level = {.world = world}};
        camera_init(&sight.camera, size, size, 320, 320);
        camera_pan(&sight.camera, 24 * 32 - sight.camera.x_px, 24 * 32 - sight.camera.y_px);
        sight_look(&sight, 0);
        counts[large] = sight.scene.count;
        sight_end(&sight);
    }
    assert_in_range(counts[0], counts[1] - 20, counts[1] + 20); /* finds in the earth differ */
}

static void a_scene_that_has_grown_allocates_nothing(void **state)
{
    (void)state;
    struct sight sight = sight_of(EVERYTHING);
    sight_look(&sight, 0);
    sight_look(&sight, 500);
    const struct scene_item *items = sight.scene.items;
    const int32_t *water = sight.scene.water;
    for (int step = 0; step < 3; step++) {
        world_step(sight.world);
        sight_look(&sight, 250);
        assert_ptr_equal(sight.scene.items, items);
        assert_ptr_equal(sight.scene.water, water);
    }
    sight_end(&sight);
}

static void grass_grows_where_earth_is_open_above(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("    ", "#/#M", "####"));
    sight_look(&sight, 0);
    int grass = 0;
    for (int i = 0; i < sight.scene.count; i++) {
        const struct scene_item *item = &sight.scene.items[i];
        if (item->picture == PICTURE_EARTH_TOP_1 || item->picture == PICTURE_EARTH_TOP_2) {
            assert_true(item->x == 0 || item->x == 2 * SCENE_UNITS);
            assert_true(item->y < SCENE_UNITS && item->y + item->height > SCENE_UNITS);
            grass++;
        }
    }
    assert_int_equal(grass, 2);
    sight_end(&sight);
}

static void the_high_side_of_a_slope_closes_the_neighbours_edge(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("/#\\ ", "####"));
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_EARTH_LEFT), 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_EARTH_RIGHT), 0);
    sight_end(&sight);
    sight = sight_of(LINES(" #/# ", "#####"));
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_EARTH_LEFT), 1);
    assert_int_equal(count_of(&sight.scene, PICTURE_EARTH_RIGHT), 2);
    sight_end(&sight);
}

static void slopes_and_bridges_to_the_left_are_mirrored(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("/\\()", "####"));
    sight_look(&sight, 0);
    int mirrored[4] = {0};
    for (int i = 0; i < sight.scene.count; i++) {
        const struct scene_item *item = &sight.scene.items[i];
        if ((item->picture >= PICTURE_SLOPE_1 && item->picture <= PICTURE_SLOPE_4) ||
            item->picture == PICTURE_BRIDGE) {
            mirrored[item->x / SCENE_UNITS] = 1 + item->mirrored;
        }
    }
    assert_int_equal(mirrored[0], 1);
    assert_int_equal(mirrored[1], 2);
    assert_int_equal(mirrored[2], 1);
    assert_int_equal(mirrored[3], 2);
    sight_end(&sight);
}

static void the_grass_of_a_slope_ends_in_the_earth_below(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("/ \\/", "##M "));
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_SLOPE_FOOT), 1);
    assert_true(find_item(&sight.scene, PICTURE_SLOPE_FOOT, 0, 1) >= 0);
    sight_end(&sight);
}

static void the_foot_of_a_bridge_is_hidden_by_what_stands_below(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("( ", "M "));
    sight_look(&sight, 0);
    const struct scene_item *bridge = item_of(&sight.scene, PICTURE_BRIDGE);
    assert_true(bridge->y + bridge->height > SCENE_UNITS);
    int metal = -1;
    for (int variant = 0; variant < 4; variant++) {
        int at = find_item(&sight.scene, PICTURE_METAL_1 + variant, 0, 1);
        metal = at >= 0 ? at : metal;
    }
    assert_true(metal > find_item(&sight.scene, PICTURE_BRIDGE, 0, 0));
    sight_end(&sight);
}

static void a_bridge_above_the_view_reaches_into_it(void **state)
{
    (void)state;
    struct world *world = world_create(40, 40);
    world_add_block(world, 20, 19, BLOCK_BRIDGE_RIGHT, 0);
    world_start(world, &(struct world_settings){.num_rabbits = 1});
    struct sight sight = {.world = world, .level = {.world = world}};
    camera_init(&sight.camera, 40, 40, 320, 320);
    camera_pan(&sight.camera, 0, 20 * 32 - sight.camera.y_px);
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_BRIDGE), 1);
    sight_end(&sight);
}

static void the_world_ends_in_the_levels_style(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("   ", "   "));
    camera_init(&sight.camera, 3, 2, 640, 640);
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_TORN_TOP_LEFT), 1);
    assert_int_equal(count_of(&sight.scene, PICTURE_TORN_BOTTOM_RIGHT), 1);
    assert_int_equal(count_of(&sight.scene, PICTURE_PAPER), 3 * 2);
    int strips = 0;
    for (int i = sight.scene.ground_count; i < sight.scene.count; i++) {
        strips += sight.scene.items[i].layer == LAYER_VOID;
    }
    assert_int_equal(strips, 2 * (3 + 2) + 4);
    sight.level.void_style = VOID_HIGHLIGHTER;
    sight_look(&sight, 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_TORN_TOP_LEFT), 0);
    assert_int_equal(count_of(&sight.scene, PICTURE_MARKER_CORNER), 4);
    assert_int_equal(count_of(&sight.scene, PICTURE_PAPER), 7 * 6);
    sight_end(&sight);
}

static void the_newest_of_several_blocks_lies_on_top(void **state)
{
    (void)state;
    struct sight sight = sight_of(LINES("*", "#", ":*=/("));
    sight_look(&sight, 0);
    int slope = -1;
    for (int variant = 0; variant < 4; variant++) {
        int at = find_item(&sight.scene, PICTURE_SLOPE_1 + variant, 0, -1);
        slope = at >= 0 ? at : slope;
    }
    assert_true(slope >= 0);
    assert_true(find_item(&sight.scene, PICTURE_BRIDGE, 0, 0) > slope);
    sight_end(&sight);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_come_sorted_by_layer_and_the_ground_comes_first),
        cmocka_unit_test(an_item_is_as_large_as_its_picture),
        cmocka_unit_test(equal_worlds_and_views_make_equal_scenes_whatever_was_seen_before),
        cmocka_unit_test(whoever_comes_into_view_is_seen_at_once),
        cmocka_unit_test(the_hash_tells_moments_apart),
        cmocka_unit_test(the_ground_changes_with_its_blocks_only),
        cmocka_unit_test(panning_by_a_pixel_keeps_the_ground),
        cmocka_unit_test(every_cell_in_view_has_something_opaque_under_it),
        cmocka_unit_test(nothing_is_drawn_under_a_full_block),
        cmocka_unit_test(the_cost_is_that_of_the_view_not_of_the_level),
        cmocka_unit_test(a_scene_that_has_grown_allocates_nothing),
        cmocka_unit_test(grass_grows_where_earth_is_open_above),
        cmocka_unit_test(the_high_side_of_a_slope_closes_the_neighbours_edge),
        cmocka_unit_test(slopes_and_bridges_to_the_left_are_mirrored),
        cmocka_unit_test(the_grass_of_a_slope_ends_in_the_earth_below),
        cmocka_unit_test(the_foot_of_a_bridge_is_hidden_by_what_stands_below),
        cmocka_unit_test(a_bridge_above_the_view_reaches_into_it),
        cmocka_unit_test(the_world_ends_in_the_levels_style),
        cmocka_unit_test(the_newest_of_several_blocks_lies_on_top),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
