#include "support/test.h"

#include "paint/blit_damage.h"

#include <string.h>

enum { VIEW_W_PX = 640, VIEW_H_PX = 400, SPRITES_MAX = 8 };

/* Lists of sprites by hand; their pictures are not looked at. */
struct frames {
    struct blit_damage damage;
    struct blit_sprite older_room[SPRITES_MAX], newer_room[SPRITES_MAX];
    struct blit_sprites older, newer;
};

static void frames_start(struct frames *frames)
{
    *frames = (struct frames){0};
    frames->older.list = frames->older_room;
    frames->newer.list = frames->newer_room;
    blit_damage_begin(&frames->damage, VIEW_W_PX, VIEW_H_PX);
}

static void put(struct blit_sprites *sprites, uint64_t identity, int x, int y)
{
    sprites->list[sprites->count++] =
        (struct blit_sprite){.place = {x, y, x + 30, y + 30}, .identity = identity, .tint = UINT32_MAX};
}

static void compare(struct frames *frames, int dx, int dy)
{
    blit_damage_compare(&frames->damage, &frames->older, &frames->newer, dx, dy);
    blit_damage_spread(&frames->damage, &frames->older, &frames->newer);
}

static bool is_marked(const struct frames *frames, int x, int y)
{
    return frames->damage.tiles[y / BLIT_TILE_PX * frames->damage.columns + x / BLIT_TILE_PX] != 0;
}

/* One letter for each sprite: A affected, . left alone. */
static void assert_affected(const struct blit_sprites *sprites, const char *expected)
{
    char got[SPRITES_MAX + 1] = "";
    for (int i = 0; i < sprites->count; i++) {
        got[i] = sprites->list[i].is_affected ? 'A' : '.';
    }
    assert_string_equal(got, expected);
}

static void equal_lists_leave_everything_alone(void **state)
{
    (void)state;
    struct frames frames;
    frames_start(&frames);
    for (int i = 0; i < 3; i++) {
        put(&frames.older, 7, 100 * i, 50);
        put(&frames.newer, 7, 100 * i, 50);
    }
    compare(&frames, 0, 0);
    assert_affected(&frames.older, "...");
    assert_affected(&frames.newer, "...");
    assert_false(is_marked(&frames, 0, 50));
    blit_damage_free(&frames.damage);
}

static void sprites_that_moved_along_with_the_picture_are_equal(void **state)
{
    (void)state;
    struct frames frames;
    frames_start(&frames);
    put(&frames.older, 7, 100, 50);
    put(&frames.newer, 7, 93, 54);
    compare(&frames, -7, 4);
    assert_affected(&frames.newer, ".");
    compare(&frames, 0, 0);
    assert_affected(&frames.newer, "A");
    blit_damage_free(&frames.damage);
}

static void a_sprite_that_went_away_marks_where_it_was(void **state)
{
    (void)state;
    struct frames frames;
    frames_start(&frames);
    put(&frames.older, 1, 100, 100);
    put(&frames.older, 2, 110, 110); /* lies on the one that stays */
    put(&frames.older, 3, 400, 300);
    put(&frames.newer, 1, 100, 100);
    put(&frames.newer, 3, 400, 300);
    compare(&frames, 0, 0);
    assert_true(is_marked(&frames, 110, 110));
    assert_affected(&frames.older, "AA.");
    assert_affected(&frames.newer, "A.");
    blit_damage_free(&frames.damage);
}

static void a_new_sprite_in_front_does_not_disturb_the_pairs_behind_it(void **state)
{
    (void)state;
    struct frames frames;
    frames_start(&frames);
    for (int i = 0; i < 4; i++) {
        put(&frames.older, (uint64_t)i + 1, 120 * i, 300);
    }
    put(&frames.newer, 9, 500, 20);
    for (int i = 0; i < 4; i++) {
        put(&frames.newer, (uint64_t)i + 1, 120 * i, 300);
    }
    compare(&frames, 0, 0);
    assert_affected(&frames.older, "....");
    assert_affected(&frames.newer, "A....");
    assert_int_equal(frames.newer.list[4].twin, 3);
    blit_damage_free(&frames.damage);
}

static void exchanged_sprites_are_painted_again(void **state)
{
    (void)state;
    struct frames frames;
    frames_start(&frames);
    put(&frames.older, 1, 100, 100);
    put(&frames.older, 2, 110, 100);
    put(&frames.newer, 2, 110, 100);
    put(&frames.newer, 1, 100, 100);
    compare(&frames, 0, 0);
    assert_affected(&frames.older, "AA");
    assert_affected(&frames.newer, "AA");
    blit_damage_free(&frames.damage);
}

/* A row of sprites, each of which overlaps the next, listed from the far end: only the last one changes, and
 * one more stands apart. */
static void what_overlaps_is_painted_again_along_the_whole_chain(void **state)
{
    (void)state;
    struct frames frames;
    frames_start(&frames);
    for (int i = 0; i < 5; i++) {
        put(&frames.older, 1, 40 + 64 * i, 100);
        frames.older.list[i].place.x1 += 40;
        put(&frames.newer, i == 4 ? 2 : 1, 40 + 64 * i, 100);
        frames.newer.list[i].place.x1 += 40;
    }
    put(&frames.older, 1, 40, 300);
    put(&frames.newer, 1, 40, 300);
    compare(&frames, 0, 0);
    assert_affected(&frames.older, "AAAAA.");
    assert_affected(&frames.newer, "AAAAA.");
    blit_damage_free(&frames.damage);
}

static void marks_become_few_rectangles_within_the_view(void **state)
{
    (void)state;
    struct frames frames;
    struct blit_rects rects = {0};
    frames_start(&frames);
    assert_true(blit_damage_mark(&frames.damage, (struct blit_rect){40, 40, 70, 120}));
    assert_false(blit_damage_mark(&frames.damage, (struct blit_rect){41, 41, 60, 100}));
    blit_damage_mark(&frames.damage, (struct blit_rect){600, 390, 900, 500}); /* reaches out of the view */
    blit_damage_mark(&frames.damage, (struct blit_rect){-50, -50, 0, 0});     /* lies outside */
    blit_damage_rects(&frames.damage, &rects);
    assert_int_equal(rects.count, 2);
    assert_memory_equal(&rects.list[0], (&(struct blit_rect){32, 32, 96, 128}), sizeof rects.list[0]);
    assert_memory_equal(&rects.list[1], (&(struct blit_rect){576, 384, 640, 400}), sizeof rects.list[1]);
    blit_rects_free(&rects);
    blit_damage_free(&frames.damage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_lists_leave_everything_alone),
        cmocka_unit_test(sprites_that_moved_along_with_the_picture_are_equal),
        cmocka_unit_test(a_sprite_that_went_away_marks_where_it_was),
        cmocka_unit_test(a_new_sprite_in_front_does_not_disturb_the_pairs_behind_it),
        cmocka_unit_test(exchanged_sprites_are_painted_again),
        cmocka_unit_test(what_overlaps_is_painted_again_along_the_whole_chain),
        cmocka_unit_test(marks_become_few_rectangles_within_the_view),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
