/* Saving in the middle of the reference games: every solution is stopped every few steps, the world is saved
 * and read again, and the rest of the solution is played on both: they must end alike, unless the world
 * depends on something that a level's text cannot say. The reference levels lie beside the repository, not in
 * it; without them this is skipped. */
#include "level/level.h"
#include "replay/replay.h"
#include "support/saved_world.h"
#include "support/test.h"
#include "world/build.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { SAVES_PER_GAME = 4 };

/* lost: of those saves, in how many something is not saved; wrong: in how many of the others it shows. */
static struct {
    int saves, lost, wrong;
} total;

/* Whether what this rabbit does depends on something that is not saved (rules/20 section 8). */
static bool is_lost(const struct rabbit *rabbit)
{
    switch ((enum rabbit_state)rabbit->state) {
    case RABBIT_CLIMBING_RIGHT_CONTINUE_1:
    case RABBIT_CLIMBING_LEFT_CONTINUE_1:
    case RABBIT_CLIMBING_RIGHT_CONTINUE_2:
    case RABBIT_CLIMBING_LEFT_CONTINUE_2:
    case RABBIT_CLIMBING_RIGHT_END:
    case RABBIT_CLIMBING_LEFT_END:
    case RABBIT_CLIMBING_RIGHT_BANG_HEAD:
    case RABBIT_CLIMBING_LEFT_BANG_HEAD:
    case RABBIT_ENTERING_EXIT_CLIMBING_RIGHT:
    case RABBIT_ENTERING_EXIT_CLIMBING_LEFT:
    case RABBIT_DIGGING_2:
    case RABBIT_DIGGING_USELESSLY:
    case RABBIT_BASHING_USELESSLY_RIGHT:
    case RABBIT_BASHING_USELESSLY_LEFT:
    case RABBIT_BASHING_USELESSLY_RIGHT_UP:
    case RABBIT_BASHING_USELESSLY_LEFT_UP:
    case RABBIT_EXPLODING:
    case RABBIT_CRASHING:
    case RABBIT_OUT_OF_BOUNDS:
    case RABBIT_DYING_OF_FALLING_SLOPE_RISE_RIGHT_2:
    case RABBIT_DYING_OF_FALLING_SLOPE_RISE_LEFT_2:
    case RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_RIGHT_2:
    case RABBIT_DYING_OF_FALLING_2_SLOPE_RISE_LEFT_2: return true;
    /* A rabbot that blocks or digs does not wait; one of which that is not known does. */
    case RABBIT_BLOCKING:
    case RABBIT_BLOCKING_RISE_RIGHT:
    case RABBIT_BLOCKING_RISE_LEFT:
    case RABBIT_DIGGING:
    case RABBIT_DIGGING_ON_SLOPE: return rabbit->is_rabbot;
    default: return rabbit->bash_hop || rabbit->dig_steps < 0 || rabbit->index <= 0;
    }
}

/* Whether it has taken a token in the decision in which something stronger won; or falls because its slope
 * has just gone. One more decision ends that (rules/20 section 5 and 7.7). */
static bool is_overruled(const struct rabbit *rabbit)
{
    const char *name = rabbit_state_name((enum rabbit_state)rabbit->state);
    bool is_falling = strstr(name, "FALLING") != NULL;
    bool is_armed =
        rabbit->bash_steps > 0 || rabbit->dig_steps > 0 || rabbit->bridge_big > 0 || rabbit->block_active;
    return (is_falling && (rabbit->on_slope || rabbit->brolly_has)) ||
           (is_armed && (is_falling || strstr(name, "DROWNING") != NULL || strstr(name, "BURNING") != NULL ||
                         strstr(name, "ENTERING") != NULL));
}

/* A blocker that was read again is none yet for those who decide before it (rules/20 section 3). */
static bool meets_later_blocker(const struct rabbit *rabbits, int count, int place)
{
    const struct rabbit *rabbit = &rabbits[place];
    for (int i = place + 1; i < count; i++) {
        if (rabbits[i].block_active && abs(rabbits[i].x - rabbit->x) <= 1 &&
            abs(rabbits[i].y - rabbit->y) <= 1) {
            return true;
        }
    }
    return false;
}

/* Reading makes everybody decide once more, and with that somebody can take a token that he left (rules/10
 * 4.7). */
static bool stands_on_token(const struct world *world, const struct rabbit *rabbit)
{
    int count;
    const struct thing *things = world_things(world, &count);
    for (int i = 0; i < count; i++) {
        if (things[i].kind == THING_TOKEN && things[i].x == rabbit->x && things[i].y == rabbit->y) {
            return true;
        }
    }
    return false;
}

/* The next thing of this kind from *place on, in this column; -1: in any. NULL: there is none. */
static const struct thing *next_thing(const struct world *world, enum thing_kind kind, int column, int *place)
{
    int count;
    const struct thing *things = world_things(world, &count);
    while (*place < count) {
        const struct thing *thing = &things[(*place)++];
        if (thing->kind == kind && (column < 0 || thing->x == column)) {
            return thing;
        }
    }
    return NULL;
}

/* Whether these things are listed in another order: those of cells with nothing else come first
 * (rules/10 2.5).
 */
static bool has_other_order(const struct world *world, const struct world *again, enum thing_kind kind,
                            int column)
{
    int place = 0;
    int place_again = 0;
    const struct thing *thing;
    while ((thing = next_thing(world, kind, column, &place)) != NULL) {
        const struct thing *other = next_thing(again, kind, column, &place_again);
        if (other == NULL || thing->x != other->x || thing->y != other->y ||
            thing->ability != other->ability) {
            return true;
        }
    }
    return false;
}

static bool has_falling_token(const struct world *world, int column)
{
    const struct thing *token;
    int place = 0;
    while ((token = next_thing(world, THING_TOKEN, column, &place)) != NULL) {
        if (token->state == TOKEN_FALLING || token->state == TOKEN_FALL_TO_SLOPE) {
            return true;
        }
    }
    return false;
}

/* Tokens can fall onto each other, and then their order matters; entrances share those who wait. */
static bool has_order_that_matters(const struct world *world, const struct world *again)
{
    for (int x = 0; x < world_width(world); x++) {
        if (has_falling_token(world, x) && has_other_order(world, again, THING_TOKEN, x)) {
            return true;
        }
    }
    return world_counts(world).waiting > 0 && has_other_order(world, again, THING_ENTRANCE, -1);
}

/* Whether the text of a level cannot hold all that this world will depend on (rules/10 2.5). */
static bool has_what_is_not_saved(const struct world *world, const struct world *again)
{
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        if (is_lost(&rabbits[i]) || is_overruled(&rabbits[i]) || meets_later_blocker(rabbits, count, i) ||
            stands_on_token(world, &rabbits[i])) {
            return true;
        }
    }
    world_delays(world, &count);
    return (count > 1 && world_counts(world).waiting > 0) || has_order_that_matters(world, again);
}

/* Plays the rest of the solution. */
static enum replay_progress finish(struct replay *replay)
{
    struct error error;
    enum replay_progress progress;
    while ((progress = replay_advance(replay, &error)) == REPLAY_STEPPED) {
    }
    return progress;
}

/* Saves the world of a replay that is under way and plays on with what is read again, and with a copy. */
static void save_here(const struct replay *replay, const char *path)
{
    struct text saved = {0};
    struct text one = {0};
    struct text other = {0};
    saved_world_write(replay->world, &saved);
    struct replay straight = *replay;
    struct replay again = *replay;
    straight.world = world_copy(replay->world);
    again.world = saved_world_read(&saved);
    bool is_lost_here = has_what_is_not_saved(replay->world, again.world);
    bool looks_equal =
        strcmp(saved_world_describe(straight.world, &one), saved_world_describe(again.world, &other)) == 0;
    enum replay_progress straight_end = finish(&straight);
    enum replay_progress again_end = finish(&again);
    bool ends_equal =
        straight_end == again_end && straight.steps == again.steps &&
        strcmp(saved_world_describe(straight.world, &one), saved_world_describe(again.world, &other)) == 0;
    total.saves++;
    total.lost += is_lost_here;
    if (!is_lost_here && !(looks_equal && ends_equal)) {
        print_error("%s, saved after step %d, %s\n", path, replay->steps,
                    looks_equal ? "ends otherwise" : "looks different");
        total.wrong++;
    }
    world_destroy(straight.world);
    world_destroy(again.world);
    text_free(&saved);
    text_free(&one);
    text_free(&other);
}

static void play(const struct level *level, const char *text, const char *path)
{
    struct solution solution;
    struct error error;
    if (!solution_parse(text, &solution, &error)) {
        return;
    }
    struct replay whole;
    struct world *world = world_working_copy(level->world);
    replay_start(&whole, world, &solution);
    finish(&whole);
    world_destroy(world);
    int between = whole.steps / SAVES_PER_GAME + 1;

    struct replay replay;
    world = world_working_copy(level->world);
    replay_start(&replay, world, &solution);
    while (replay_advance(&replay, &error) == REPLAY_STEPPED) {
        if (replay.steps % between == 0) {
            save_here(&replay, path);
        }
    }
    world_destroy(world);
    solution_free(&solution);
}

static int play_file(const char *path, const struct stat *facts, int kind, struct FTW *place)
{
    (void)facts;
    (void)place;
    size_t length = strlen(path);
    if (kind != FTW_F || length <= 4 || strcmp(path + length - 4, ".rel") != 0) {
        return 0;
    }
    struct error error;
    struct level *level = level_load(path, &error);
    if (level == NULL) {
        error_print(&error, stderr);
        return 1;
    }
    for (int i = 0; i < level->solution_count; i++) {
        play(level, level->solutions[i], path);
    }
    level_destroy(level);
    return 0;
}

static void what_is_saved_goes_on_as_it_would_have(void **state)
{
    (void)state;
    const char *folder = "../shared/oracle/levels";
    struct stat facts;
    if (stat(folder, &facts) != 0) {
        print_message("there is no folder %s: its levels are not played\n", folder);
        skip();
    }
    assert_int_equal(nftw(folder, play_file, 16, 0), 0);
    print_message("saved %d times; in %d of them something is not saved\n", total.saves, total.lost);
    assert_int_equal(total.wrong, 0);
    assert_true(total.lost < total.saves / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_saved_goes_on_as_it_would_have),
    };
    return cmocka_run_group_tests_name("replay/saved references", tests, NULL, NULL);
}
