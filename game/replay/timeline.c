#include "replay/timeline.h"

#include "base/memory.h"
#include "base/require.h"
#include "replay/recorder.h"
#include "replay/replay.h"

struct command {
    int32_t step; /* given when so many steps were made */
    int32_t x, y;
    enum ability ability;
    bool is_explode_all; /* else a token is placed */
};

/* The world when a step was made and no command given yet. */
struct snapshot {
    int32_t step;
    struct world *world;
};

enum { FIRST_SPACING = 16, COPIED_BYTES_A_STEP = 64 << 10 };

struct timeline {
    struct world *world; /* the present */
    int32_t now, last;
    struct command *commands; /* in order of time */
    int command_count;
    int command_room;
    int given;                  /* how many of them lie behind the present */
    struct snapshot *snapshots; /* in order of time; the first one is the start */
    int snapshot_count;
    int snapshot_room;
    struct timeline_moment *moments; /* of the steps from the start to the last, and some that were cut off */
    int32_t moment_room;
    int32_t spacing; /* steps between snapshots */
    size_t bytes;    /* of the snapshots but the start */
    size_t bytes_max;
};

static void add_snapshot(struct timeline *timeline)
{
    int count = timeline->snapshot_count;
    if (count == timeline->snapshot_room) {
        timeline->snapshot_room = count * 2 + 8;
        timeline->snapshots =
            memory_resize(timeline->snapshots, (size_t)timeline->snapshot_room, sizeof *timeline->snapshots);
    }
    timeline->snapshots[count] = (struct snapshot){timeline->now, world_copy(timeline->world)};
    timeline->snapshot_count = count + 1;
}

static void drop_snapshot(struct timeline *timeline, struct snapshot snapshot)
{
    timeline->bytes -= world_bytes(snapshot.world);
    world_destroy(snapshot.world);
}

/* Doubles the spacing, and drops the snapshots that no longer fit into it, until there is room for one more.
 */
static void make_room(struct timeline *timeline, size_t wanted)
{
    while (timeline->bytes + wanted > timeline->bytes_max && timeline->spacing <= INT32_MAX / 2) {
        timeline->spacing *= 2;
        int kept = 1;
        for (int i = 1; i < timeline->snapshot_count; i++) {
            struct snapshot snapshot = timeline->snapshots[i];
            if (snapshot.step % timeline->spacing == 0) {
                timeline->snapshots[kept++] = snapshot;
            } else {
                drop_snapshot(timeline, snapshot);
            }
        }
        timeline->snapshot_count = kept;
    }
}

static void take_snapshot(struct timeline *timeline)
{
    int32_t newest = timeline->snapshots[timeline->snapshot_count - 1].step;
    if (timeline->now <= newest || timeline->now % timeline->spacing != 0) {
        return;
    }
    size_t bytes = world_bytes(timeline->world);
    make_room(timeline, bytes);
    if (timeline->now % timeline->spacing == 0 && timeline->bytes + bytes <= timeline->bytes_max) {
        timeline->bytes += bytes;
        add_snapshot(timeline);
    }
}

static void note_moment(struct timeline *timeline)
{
    struct world_counts counts = world_counts(timeline->world);
    if (timeline->now >= timeline->moment_room) {
        timeline->moment_room = timeline->now * 2 + 64;
        timeline->moments =
            memory_resize(timeline->moments, (size_t)timeline->moment_room, sizeof *timeline->moments);
    }
    timeline->moments[timeline->now] = (struct timeline_moment){counts.saved, counts.killed};
}

struct timeline *timeline_create(const struct world *start, size_t bytes_max)
{
    struct timeline *timeline = memory_get(sizeof *timeline);
    timeline->world = world_copy(start);
    timeline->bytes_max = bytes_max;
    /* A large world is copied less often, so that copying stays small beside stepping. */
    timeline->spacing = FIRST_SPACING;
    while (world_bytes(start) / (size_t)timeline->spacing > COPIED_BYTES_A_STEP) {
        timeline->spacing *= 2;
    }
    add_snapshot(timeline);
    note_moment(timeline);
    return timeline;
}

void timeline_destroy(struct timeline *timeline)
{
    if (timeline == NULL) {
        return;
    }
    for (int i = 0; i < timeline->snapshot_count; i++) {
        world_destroy(timeline->snapshots[i].world);
    }
    memory_free(timeline->snapshots);
    memory_free(timeline->moments);
    memory_free(timeline->commands);
    world_destroy(timeline->world);
    memory_free(timeline);
}

const struct world *timeline_world(const struct timeline *timeline)
{
    return timeline->world;
}

struct timeline_facts timeline_facts(const struct timeline *timeline)
{
    return (struct timeline_facts){
        .now = timeline->now,
        .last = timeline->last,
        .given = timeline->given,
        .commands = timeline->command_count,
        .can_undo = timeline->given > 0,
        .can_redo = timeline->given < timeline->command_count,
        .bytes = timeline->bytes,
    };
}

void timeline_cut(struct timeline *timeline)
{
    timeline->last = timeline->now;
    timeline->command_count = timeline->given;
    while (timeline->snapshots[timeline->snapshot_count - 1].step > timeline->now) {
        drop_snapshot(timeline, timeline->snapshots[--timeline->snapshot_count]);
    }
}

struct timeline_moment timeline_moment(const struct timeline *timeline, int32_t step)
{
    require(step >= 0 && step <= timeline->last);
    return timeline->moments[step];
}

int32_t timeline_command_step(const struct timeline *timeline, int number)
{
    require(number >= 0 && number < timeline->command_count);
    return timeline->commands[number].step;
}

/* A command that was just given to the world becomes the last of all. */
static void record(struct timeline *timeline, struct command command)
{
    timeline_cut(timeline);
    int count = timeline->given;
    if (count == timeline->command_room) {
        timeline->command_room = count * 2 + 8;
        timeline->commands =
            memory_resize(timeline->commands, (size_t)timeline->command_room, sizeof *timeline->commands);
    }
    timeline->commands[count] = command;
    timeline->command_count = count + 1;
    timeline->given = count + 1;
}

enum placing timeline_place(struct timeline *timeline, enum ability ability, int x, int y)
{
    enum placing placing = world_place_token(timeline->world, ability, x, y);
    if (placing == PLACING_DONE) {
        record(timeline, (struct command){.step = timeline->now, .x = x, .y = y, .ability = ability});
    }
    return placing;
}

void timeline_explode_all(struct timeline *timeline)
{
    world_explode_all(timeline->world);
    record(timeline, (struct command){.step = timeline->now, .is_explode_all = true});
}

/* Gives the next command, which the present has reached, to the world once more. */
static void give_again(struct timeline *timeline)
{
    struct command command = timeline->commands[timeline->given++];
    require(command.step == timeline->now);
    if (command.is_explode_all) {
        world_explode_all(timeline->world);
    } else {
        enum placing placing = world_place_token(timeline->world, command.ability, command.x, command.y);
        require(placing == PLACING_DONE);
    }
}

bool timeline_step(struct timeline *timeline)
{
    while (timeline->given < timeline->command_count &&
           timeline->commands[timeline->given].step == timeline->now) {
        give_again(timeline);
    }
    if (!world_step(timeline->world)) {
        return false;
    }
    timeline->now++;
    if (timeline->now > timeline->last) {
        timeline->last = timeline->now;
    }
    note_moment(timeline);
    take_snapshot(timeline);
    return true;
}

static void restore(struct timeline *timeline, struct snapshot snapshot)
{
    world_assign(timeline->world, snapshot.world);
    timeline->now = snapshot.step;
    timeline->given = 0;
    while (timeline->given < timeline->command_count &&
           timeline->commands[timeline->given].step < snapshot.step) {
        timeline->given++;
    }
}

/* To the moment when `step` steps were made and `given` commands given: all before that step, and perhaps
 * some at it. */
static void go_to(struct timeline *timeline, int32_t step, int given)
{
    int nearest = timeline->snapshot_count - 1;
    while (timeline->snapshots[nearest].step > step) {
        nearest--;
    }
    bool is_behind = step < timeline->now || (step == timeline->now && given < timeline->given);
    if (is_behind || timeline->snapshots[nearest].step > timeline->now) {
        restore(timeline, timeline->snapshots[nearest]);
    }
    while (timeline->now < step) {
        bool stepped = timeline_step(timeline);
        require(stepped);
    }
    while (timeline->given < given) {
        give_again(timeline);
    }
}

void timeline_seek(struct timeline *timeline, int32_t step)
{
    require(step >= 0 && step <= timeline->last);
    int given = timeline->command_count;
    while (step < timeline->last && given > 0 && timeline->commands[given - 1].step >= step) {
        given--;
    }
    go_to(timeline, step, given);
}

bool timeline_undo(struct timeline *timeline)
{
    if (timeline->given == 0) {
        return false;
    }
    int given = timeline->given - 1;
    go_to(timeline, timeline->commands[given].step, given);
    return true;
}

bool timeline_redo(struct timeline *timeline)
{
    if (timeline->given == timeline->command_count) {
        return false;
    }
    go_to(timeline, timeline->commands[timeline->given].step, timeline->given + 1);
    return true;
}

void timeline_write(const struct timeline *timeline, bool is_open, struct text *out)
{
    struct recorder recorder = {0};
    int selected = -1;
    int next = 0;
    for (int32_t step = 0; step <= timeline->last; step++) {
        for (; next < timeline->command_count && timeline->commands[next].step == step; next++) {
            struct command command = timeline->commands[next];
            if (command.is_explode_all) {
                continue;
            }
            if (selected != (int)command.ability) {
                selected = (int)command.ability;
                recorder_select(&recorder, command.ability);
            }
            recorder_place(&recorder, command.x, command.y);
        }
        if (step < timeline->last) {
            recorder_step(&recorder);
        }
    }
    recorder_write(&recorder, is_open, out);
    recorder_free(&recorder);
}

/* What a time step of a replay did to its world is done to the present too. */
static void give_actions(struct timeline *timeline, const struct time_step *done, enum ability *selected)
{
    for (int i = 0; i < done->count; i++) {
        const struct action *action = &done->actions[i];
        if (action->kind == ACTION_SELECT) {
            *selected = action->ability;
        } else if (action->kind == ACTION_PLACE) {
            timeline_place(timeline, *selected, action->x, action->y);
        }
    }
}

bool timeline_play(struct timeline *timeline, const struct solution *solution, int32_t steps_max,
                   struct error *error)
{
    require(timeline->now == timeline->last && timeline->given == timeline->command_count);
    /* A replay runs on a world of its own, because it fetches ahead and makes its steps itself; the present
     * follows. */
    struct world *world = world_copy(timeline->world);
    struct replay replay;
    replay_start(&replay, world, solution);
    enum ability selected = ABILITY_BASH;
    enum replay_progress progress;
    bool goes_on = true;
    while (goes_on) {
        progress = replay_advance(&replay, error);
        if (progress != REPLAY_FAILED) {
            give_actions(timeline, &replay.done, &selected);
        }
        goes_on = progress == REPLAY_STEPPED && timeline->now < steps_max && timeline_step(timeline);
    }
    world_destroy(world);
    return progress != REPLAY_FAILED || timeline->now >= steps_max;
}
