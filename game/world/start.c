/* From the parts of a level to a world that can be stepped. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/require.h"
#include "world/rabbits.h"
#include "world/water.h"

#include <stdlib.h>
#include <string.h>

void world_add_block(struct world *world, int x, int y, enum block block, int variant)
{
    require(cell_is_inside(world, x, y));
    terrain_add(world, cell_number(world, x, y),
                (struct block_piece){.block = (uint8_t)block, .variant = (uint8_t)variant});
}

void world_set_water(struct world *world, int x, int y, int32_t amount)
{
    if (x >= -1 && y >= -1 && x <= world->data->width && y <= world->data->height) {
        world->water[cell_number(world, x, y)] = amount;
    }
}

struct rabbit *world_add_rabbit(struct world *world, int x, int y, bool is_rabbot, bool faces_right)
{
    if (world->data->used.rabbits == world->data->room.rabbits) {
        world_grow(world, (struct world_amounts){.rabbits = 2 * world->data->room.rabbits});
    }
    struct rabbit *rabbit = &world->rabbits[world->data->used.rabbits++];
    *rabbit = (struct rabbit){
        .x = x, .y = y, .state = RABBIT_WALKING_LEFT, .is_rabbot = is_rabbot, .faces_right = faces_right};
    return rabbit;
}

struct thing *world_add_thing(struct world *world, int x, int y, enum thing_kind kind, int detail)
{
    if (world->data->used.things == world->data->room.things) {
        world_grow(world, (struct world_amounts){.things = 2 * world->data->room.things});
    }
    struct thing *thing = &world->things[world->data->used.things++];
    *thing = (struct thing){.x = x, .y = y, .kind = (uint8_t)kind};
    if (kind == THING_TOKEN) {
        thing->ability = (uint8_t)detail;
        thing->state = TOKEN_ON_SLOPE;
    } else if (kind == THING_FIRE) {
        thing->variant = (uint8_t)detail;
    }
    return thing;
}

/* By index; those with equal ones stay in the order of the level: qsort is not stable, but places tell it
 * apart. */
static int compare_rabbits(const void *a, const void *b)
{
    const struct rabbit *const *left = a;
    const struct rabbit *const *right = b;
    if ((*left)->index != (*right)->index) {
        return (*left)->index < (*right)->index ? -1 : 1;
    }
    return *left < *right ? -1 : *left > *right;
}

static void sort_rabbits(struct world *world)
{
    size_t count = (size_t)world->data->used.rabbits;
    struct rabbit *unsorted = memory_get_array(count, sizeof *unsorted);
    const struct rabbit **order = memory_get_array(count, sizeof *order);
    for (size_t i = 0; i < count; i++) {
        unsorted[i] = world->rabbits[i];
        order[i] = unsorted + i;
    }
    qsort(order, count, sizeof *order, compare_rabbits);
    for (size_t i = 0; i < count; i++) {
        world->rabbits[i] = *order[i];
    }
    memory_free(order);
    memory_free(unsorted);
}

/* All that can be seen. Most cells of most levels are dry, and the blocks have a hash already. */
static void begin_history(struct world *world)
{
    struct world_data *data = world->data;
    data->history = data->terrain_hash;
    world_remember(world, (uint64_t)data->width << 32 | (uint64_t)data->height);
    world_remember(world, (uint64_t)data->counts.steps);
    for (int32_t cell = 0; cell < data->cell_count; cell++) {
        if (world->water[cell] != 0) {
            world_remember(world, (uint64_t)cell << 32 | (uint32_t)world->water[cell]);
        }
    }
    world_remember(
        world, hash_bytes(HASH_START, world->rabbits, (size_t)data->used.rabbits * sizeof *world->rabbits));
    world_remember(world,
                   hash_bytes(HASH_START, world->things, (size_t)data->used.things * sizeof *world->things));
}

/* rules/10 3.6, points 1 to 3 */
static void number_and_evaluate(struct world *world)
{
    struct world_data *data = world->data;
    data->counts.out = 0;
    for (int32_t i = 0; i < data->used.rabbits; i++) {
        struct rabbit *rabbit = &world->rabbits[i];
        if (rabbit->index == 0) {
            data->counts.last_index = wrap_add(data->counts.last_index, 1);
            rabbit->index = data->counts.last_index;
        }
        data->has_rabbots |= rabbit->is_rabbot;
        data->counts.out += rabbit->is_rabbot ? 0 : 1;
    }
    sort_rabbits(world);
    data->is_started = true;
    world_evaluate_first(world);
    data->events = 0;
    begin_history(world);
}

static int32_t up_to_room(int32_t amount)
{
    return amount < 0 ? 0 : amount < WORLD_ROOM ? amount : WORLD_ROOM;
}

/* Room for all that can come, up to WORLD_ROOM of each, so that steps need not make any. A bridge token makes
 * three pieces, each of which can land on another block. */
static void make_lasting_room(struct world *world)
{
    struct world_data *data = world->data;
    int32_t tokens = 0;
    for (int i = 0; i < ABILITY_COUNT; i++) {
        tokens += up_to_room(data->counts.stock[i]);
    }
    int32_t bridges = up_to_room(data->counts.stock[ABILITY_BRIDGE]);
    int32_t rabbits = data->used.rabbits + up_to_room(data->counts.waiting);
    for (int32_t i = 0; i < data->used.things; i++) {
        data->entrances += world->things[i].kind == THING_ENTRANCE;
        bridges += world->things[i].kind == THING_TOKEN && world->things[i].ability == ABILITY_BRIDGE;
    }
    rabbits += data->entrances;
    world_grow(world, (struct world_amounts){.rabbits = rabbits + 1,
                                             .things = data->used.things + up_to_room(tokens) + 1,
                                             .stack = data->used.stack + 3 * bridges + rabbits});
}

void world_start(struct world *world, const struct world_settings *settings)
{
    require(!world->data->is_started && settings->delay_count >= 0);
    world->data->counts = (struct world_counts){.rabbits_total = settings->num_rabbits,
                                                .to_save = settings->num_to_save,
                                                .saved = settings->num_saved,
                                                .killed = settings->num_killed,
                                                .waiting = settings->num_waiting,
                                                .last_index = settings->rabbit_index_count,
                                                .is_paused = settings->is_paused};
    memcpy(world->data->counts.stock, settings->stock, sizeof settings->stock);
    memcpy(world->data->counts.has, settings->has, sizeof settings->has);
    world_grow(world, (struct world_amounts){.delays = settings->delay_count});
    world->data->used.delays = settings->delay_count;
    if (settings->delay_count > 0) {
        memcpy(world->delays, settings->delays, (size_t)settings->delay_count * sizeof *world->delays);
    }
    make_lasting_room(world);
    terrain_sort_stack(world);
    water_start(world);
    number_and_evaluate(world);

    struct world_counts *counts = &world->data->counts;
    if (counts->last_index == 0) {
        counts->last_index = world->data->used.rabbits;
    }
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        if (world->rabbits[i].index > counts->last_index) {
            counts->last_index = world->rabbits[i].index;
        }
    }
}

struct world *world_working_copy(const struct world *world)
{
    struct world *copy = world_copy(world);
    struct world_data *data = copy->data;
    for (int32_t i = 0; i < data->used.rabbits; i++) {
        const struct rabbit *rabbit = &copy->rabbits[i];
        copy->rabbits[i] = (struct rabbit){.x = rabbit->x,
                                           .y = rabbit->y,
                                           .state = RABBIT_WALKING_LEFT,
                                           .is_rabbot = rabbit->is_rabbot,
                                           .faces_right = rabbit->faces_right};
    }
    for (int32_t i = 0; i < data->used.things; i++) {
        struct thing *thing = &copy->things[i];
        *thing = (struct thing){.x = thing->x,
                                .y = thing->y,
                                .kind = thing->kind,
                                .ability = thing->ability,
                                .variant = thing->variant,
                                .state = thing->kind == THING_TOKEN ? TOKEN_ON_SLOPE : 0};
    }
    data->leaving = 0;
    data->has_gone_things = false;
    data->explode_all = false;
    data->counts.steps = 0;
    number_and_evaluate(copy);
    return copy;
}
