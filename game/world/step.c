/* One step of the world: move, commit, evaluate, commit (rules/10 section 4). */
#include "world/rabbits.h"
#include "world/stuff.h"
#include "world/water.h"

#include "base/require.h"

#include <stdlib.h>
#include <string.h>

/* Beyond all that a token is remembered by. */
#define HISTORY_STEP (UINT64_C(1) << 62)
#define HISTORY_EXPLODE_ALL (UINT64_C(1) << 63)

enum outcome world_outcome(const struct world *world)
{
    const struct world_counts *counts = &world->data->counts;
    if (counts->is_paused) {
        return OUTCOME_PAUSED;
    }
    if (counts->out != 0 || counts->waiting > 0) {
        return OUTCOME_RUNNING;
    }
    return counts->saved >= counts->to_save ? OUTCOME_WON : OUTCOME_LOST;
}

/* Marks hold from the end of each one's movement to the end of the evaluation. */
static void clear_marks(struct world *world)
{
    for (int32_t i = 0; i < world->data->marked; i++) {
        world->cells[world->marked[i]] &= (uint16_t)~MARKS_PASSING;
    }
    world->data->marked = 0;
}

/* rules/10 4.4 a and b. Newcomers decide once while they are not yet in the list and the blocks are still the
 * old ones. */
static void commit_newcomers(struct world *world)
{
    struct world_data *data = world->data;
    for (int32_t i = 0; i < data->entering; i++) {
        rabbit_decide(world, &world->rabbits[data->used.rabbits + i]);
    }
    for (int32_t i = 0; i < data->entering; i++) {
        rabbit_mark(world, &world->rabbits[data->used.rabbits + i]);
    }
    data->used.rabbits += data->entering;
    data->counts.out += data->entering;
    data->entering = 0;
    for (int32_t i = 0; i < data->pending; i++) {
        const struct thing *token = &world->things[data->used.things + i];
        thing_mark(world, token);
        world_tell(world, EVENT_TOKEN_PLACED, token->x, token->y, 0, token->ability);
    }
    data->used.things += data->pending;
    data->pending = 0;
}

static void tell_of_block(struct world *world, enum event_kind kind, int32_t cell, int detail)
{
    int32_t stride = world->data->stride;
    world_tell(world, kind, cell % stride - WORLD_BORDER, cell / stride - WORLD_BORDER, 0, detail);
}

/* A bridge finished outside the map would be stored and never seen by any rule: it is not stored. */
static void commit_bridges(struct world *world)
{
    for (int32_t i = 0; i < world->data->bridges; i++) {
        struct bridge_request request = world->bridges[i];
        if (!(world->cells[request.cell] & CELL_OUTSIDE)) {
            terrain_add(world, request.cell, (struct block_piece){.block = request.block});
            tell_of_block(world, EVENT_BRIDGED, request.cell, request.block);
        }
    }
    world->data->bridges = 0;
}

/* They come in list order, nearly always: then this is one walk. */
static void sort_leaving(struct world *world)
{
    for (int32_t i = 1; i < world->data->leaving; i++) {
        int32_t index = world->leaving[i];
        int32_t at = i;
        for (; at > 0 && world->leaving[at - 1] > index; at--) {
            world->leaving[at] = world->leaving[at - 1];
        }
        world->leaving[at] = index;
    }
}

static int compare_indices(const void *a, const void *b)
{
    const int32_t *left = a;
    const int32_t *right = b;
    return *left < *right ? -1 : *left > *right;
}

static bool leaves(const struct world *world, int32_t index)
{
    return bsearch(&index, world->leaving, (size_t)world->data->leaving, sizeof index, compare_indices) !=
           NULL;
}

/* Rabbits leave by index: all that share one go together (rules/10 3.6). */
static void commit_leaving(struct world *world)
{
    struct world_data *data = world->data;
    if (data->leaving == 0) {
        return;
    }
    sort_leaving(world);
    int32_t kept = 0;
    data->counts.out = 0;
    for (int32_t i = 0; i < data->used.rabbits; i++) {
        if (!leaves(world, world->rabbits[i].index)) {
            data->counts.out += world->rabbits[i].is_rabbot ? 0 : 1;
            world->rabbits[kept++] = world->rabbits[i];
        }
    }
    data->used.rabbits = kept;
    data->leaving = 0;
}

static void commit_gone_things(struct world *world)
{
    struct world_data *data = world->data;
    if (!data->has_gone_things) {
        return;
    }
    int32_t kept = 0;
    for (int32_t i = 0; i < data->used.things; i++) {
        if (!world->things[i].is_gone) {
            world->things[kept++] = world->things[i];
        }
    }
    data->used.things = kept;
    data->has_gone_things = false;
}

/* Two removals of one cell in one step name the same block. */
static void commit_gone_blocks(struct world *world)
{
    for (int32_t i = 0; i < world->data->gone; i++) {
        int32_t cell = world->gone[i];
        bool is_second = false;
        for (int32_t j = 0; j < i && !is_second; j++) {
            is_second = world->gone[j] == cell;
        }
        enum block block = terrain_at(world, cell);
        if (!is_second && block != BLOCK_NONE) {
            terrain_remove_oldest(world, cell);
            tell_of_block(world, EVENT_BLOCK_GONE, cell, (int)block);
        }
    }
}

/* rules/10 4.8: ends every commit once it was asked for. */
static void commit_explode_all(struct world *world)
{
    if (!world->data->explode_all) {
        return;
    }
    world->data->counts.waiting = 0;
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        world->rabbits[i].state = RABBIT_EXPLODING;
    }
}

static void evaluate(struct world *world)
{
    const struct rabbit *end = world->rabbits + world->data->used.rabbits;
    for (struct rabbit *rabbit = world->rabbits; rabbit < end; rabbit++) {
        rabbit_decide(world, rabbit);
    }
    things_decide(world);
    world->data->gone = 0;
    clear_marks(world);
}

void world_evaluate_first(struct world *world)
{
    things_mark(world);
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        rabbit_mark(world, &world->rabbits[i]);
    }
    evaluate(world);
}

/* A step can add one rabbit per entrance and one bridge per rabbit. */
static void make_room(struct world *world)
{
    const struct world_amounts used = world->data->used;
    const struct world_amounts room = world->data->room;
    int32_t newcomers = world->data->entrances;
    struct world_amounts wanted = {0};
    if (used.rabbits + newcomers > room.rabbits) {
        wanted.rabbits = 2 * (used.rabbits + newcomers);
    }
    if (used.stack + used.rabbits > room.stack) {
        wanted.stack = 2 * (used.stack + used.rabbits);
    }
    if (wanted.rabbits > 0 || wanted.stack > 0) {
        world_grow(world, wanted);
    }
}

static void act(struct world *world)
{
    const struct rabbit *end = world->rabbits + world->data->used.rabbits;
    for (struct rabbit *rabbit = world->rabbits; rabbit < end; rabbit++) {
        rabbit_act(world, rabbit);
        if (world->data->has_rabbots || state_is_blocking(rabbit->state)) {
            rabbit_mark(world, rabbit);
        }
    }
    things_act(world);
}

/* Whether there is anything to commit; after most steps there is not. */
static bool has_requests(const struct world_data *data)
{
    return (data->entering | data->pending | data->leaving | data->bridges | data->gone) != 0 ||
           data->has_gone_things || data->explode_all;
}

bool world_step(struct world *world)
{
    if (world_outcome(world) != OUTCOME_RUNNING) {
        return false;
    }
    make_room(world);
    world_remember(world, HISTORY_STEP);
    world->data->events = 0;
    world->data->counts.steps = wrap_add(world->data->counts.steps, 1);

    water_move(world);
    act(world);
    if (has_requests(world->data)) {
        commit_newcomers(world);
        commit_bridges(world);
        commit_leaving(world);
        commit_gone_things(world);
        commit_gone_blocks(world);
        commit_explode_all(world);
    }
    evaluate(world);
    if (has_requests(world->data)) {
        commit_leaving(world);
        commit_gone_things(world);
        commit_explode_all(world);
    }
    return true;
}

enum placing world_place_token(struct world *world, enum ability ability, int x, int y)
{
    struct world_data *data = world->data;
    if (!data->counts.has[ability]) {
        return PLACING_MISSING;
    }
    if (data->counts.stock[ability] == 0) {
        return PLACING_NONE_LEFT;
    }
    if (!cell_is_inside(world, x, y)) {
        return PLACING_OUTSIDE;
    }
    enum block here = world_block_at(world, x, y);
    if (block_is_flat(here)) {
        return PLACING_BLOCKED;
    }
    if (data->used.things + data->pending == data->room.things) {
        world_grow(world, (struct world_amounts){.things = 2 * data->room.things});
        data = world->data;
    }
    data->counts.stock[ability] = wrap_add(data->counts.stock[ability], -1);
    struct thing *token = &world->things[data->used.things + data->pending++];
    *token = (struct thing){.x = x,
                            .y = y,
                            .kind = THING_TOKEN,
                            .ability = (uint8_t)ability,
                            .state = block_is_sloped(here) ? TOKEN_ON_SLOPE : TOKEN_STILL};
    world_remember(world, (uint64_t)cell_number(world, x, y) << 8 | (uint64_t)ability);
    return PLACING_DONE;
}

void world_explode_all(struct world *world)
{
    world->data->explode_all = true;
    world_remember(world, HISTORY_EXPLODE_ALL);
}
