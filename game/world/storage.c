/* The one block: laying it out, growing, copying, hashing, asking. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/require.h"
#include "world/inside.h"
#include "world/terrain.h"

#include <string.h>

/* Advances over count items and returns where they begin, as an offset in the block. */
static size_t reserve(size_t *at, size_t count, size_t item_size)
{
    size_t start = (*at + 7) & ~(size_t)7;
    *at = start + count * item_size;
    return start;
}

/* Advances over a part of the world and finds its place. */
#define PART(field, items) world->field = (void *)(base + reserve(&at, (size_t)(items), sizeof *world->field))

/* Places are numbers until the end, as before there is a block only the sizes matter. Both return how many
 * bytes they laid out. */
static size_t lay_out_fixed(struct world *world, uintptr_t base, int32_t cells)
{
    size_t at = 0;
    size_t count = (size_t)cells;
    reserve(&at, 1, sizeof(struct world_data));
    PART(cells, count);
    PART(water, count);
    PART(wet, cellset_words(count));
    uint64_t *words;
    words = (void *)(base + reserve(&at, cellset_word_count(cells), sizeof *words));
    cellset_place(&world->active, words, cells);
    PART(change, count);
    words = (void *)(base + reserve(&at, cellset_word_count(cells), sizeof *words));
    cellset_place(&world->touched, words, cells);
    return reserve(&at, 0, 1);
}

static size_t lay_out_growing(struct world *world, uintptr_t base, struct world_amounts room)
{
    size_t at = 0;
    PART(rabbits, room.rabbits);
    PART(things, room.things);
    PART(stack, room.stack);
    PART(delays, room.delays);
    /* Nobody dies or is saved more than once a step, but two rabbots can both be the death of one rabbit. */
    PART(leaving, 2 * room.rabbits);
    PART(bridges, room.rabbits);
    PART(gone, room.rabbits);
    world->mark_room = 2 * room.rabbits + room.things;
    PART(marked, world->mark_room);
    world->event_room = 6 * room.rabbits + 3 * room.things;
    PART(events, world->event_room);
    return reserve(&at, 0, 1);
}
#undef PART

/* Finds the places of all parts in world->data; returns the size of the block. */
static size_t lay_out(struct world *world, int32_t cells, struct world_amounts room)
{
    uintptr_t base = (uintptr_t)world->data;
    size_t fixed = lay_out_fixed(world, base, cells);
    return fixed + lay_out_growing(world, base + fixed, room);
}

bool world_fits(int64_t width, int64_t height)
{
    return width >= 1 && height >= 1 && width <= WORLD_SIDE_MAX && height <= WORLD_SIDE_MAX &&
           (width + 2 * WORLD_BORDER) * (height + 2 * WORLD_BORDER) <= WORLD_CELLS_MAX;
}

struct world *world_create(int width, int height)
{
    require(world_fits(width, height));
    struct world *world = memory_get(sizeof *world);
    int32_t stride = width + 2 * WORLD_BORDER;
    int32_t cells = stride * (height + 2 * WORLD_BORDER);
    struct world_amounts room = {.rabbits = 16, .things = 64, .stack = 16, .delays = 1};
    world->bytes = lay_out(world, cells, room);
    world->data = memory_get(world->bytes);
    lay_out(world, cells, room);
    *world->data = (struct world_data){
        .width = width, .height = height, .stride = stride, .cell_count = cells, .room = room};
    terrain_make_border(world);
    return world;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* The growing parts, as far as they are in use between steps: of the queues of a step only the one of those
 * who leave can hold something. */
static void copy_growing(struct world *to, const struct world *from, const struct world_data *data)
{
#define COPY(part, count) memcpy(to->part, from->part, (size_t)(count) * sizeof *to->part)
    COPY(rabbits, data->used.rabbits);
    COPY(things, data->used.things + data->pending);
    COPY(stack, data->used.stack);
    COPY(delays, data->used.delays);
    COPY(leaving, data->leaving);
    COPY(events, data->events);
#undef COPY
}

/* The growing parts are set aside, the block is made longer, and they are laid into their new places. */
void world_grow(struct world *world, struct world_amounts wanted)
{
    struct world_data *data = world->data;
    require((data->entering | data->bridges | data->gone | data->marked) == 0);
    struct world_amounts room = {.rabbits = larger(data->room.rabbits, wanted.rabbits),
                                 .things = larger(data->room.things, wanted.things),
                                 .stack = larger(data->room.stack, wanted.stack),
                                 .delays = larger(data->room.delays, wanted.delays)};
    size_t fixed = (size_t)((const char *)world->rabbits - (const char *)data);
    size_t tail_size = world->bytes - fixed;
    char *tail = memory_get(tail_size);
    memcpy(tail, world->rabbits, tail_size);
    struct world aside;
    lay_out_growing(&aside, (uintptr_t)tail, data->room);

    world->bytes = fixed + lay_out_growing(world, 0, room);
    world->data = memory_resize(data, world->bytes, 1);
    memset((char *)world->data + fixed, 0, world->bytes - fixed);
    world->data->room = room;
    lay_out(world, world->data->cell_count, room);
    copy_growing(world, &aside, world->data);
    memory_free(tail);
}

struct world *world_copy(const struct world *world)
{
    struct world *copy = memory_get(sizeof *copy);
    copy->bytes = world->bytes;
    copy->data = memory_get(world->bytes);
    memcpy(copy->data, world->data, world->bytes);
    lay_out(copy, copy->data->cell_count, copy->data->room);
    return copy;
}

/* With the same room, blocks of one size have all parts in the same places: more cells make none smaller. */
static bool is_laid_out_alike(const struct world *a, const struct world *b)
{
    return a->bytes == b->bytes && memcmp(&a->data->room, &b->data->room, sizeof a->data->room) == 0;
}

/* Of two worlds that are laid out alike: what there is to move water with is 0 in both. */
static void copy_used(struct world *to, const struct world *from)
{
    memcpy(to->data, from->data, (size_t)((const char *)from->change - (const char *)from->data));
    copy_growing(to, from, from->data);
}

void world_assign(struct world *to, const struct world *from)
{
    if (is_laid_out_alike(to, from)) {
        copy_used(to, from);
        return;
    }
    if (to->bytes != from->bytes) {
        to->data = memory_resize(to->data, from->bytes, 1);
        to->bytes = from->bytes;
    }
    memcpy(to->data, from->data, from->bytes);
    lay_out(to, to->data->cell_count, to->data->room);
}

void world_destroy(struct world *world)
{
    if (world != NULL) {
        memory_free(world->data);
        memory_free(world);
    }
}

size_t world_bytes(const struct world *world)
{
    return world->bytes;
}

uint64_t world_hash(const struct world *world)
{
    const struct world_data *data = world->data;
    uint64_t hash = HASH_START;
#define ADD(part, count) hash = hash_bytes(hash, part, (size_t)(count) * sizeof *(part))
    ADD(&data->width, 1);
    ADD(&data->height, 1);
    ADD(&data->counts.rabbits_total, 1);
    ADD(&data->counts.to_save, 1);
    ADD(&data->counts.saved, 1);
    ADD(&data->counts.killed, 1);
    ADD(&data->counts.waiting, 1);
    ADD(&data->counts.last_index, 1);
    ADD(data->counts.stock, ABILITY_COUNT);
    ADD(data->counts.has, ABILITY_COUNT);
    ADD(&data->counts.is_paused, 1);
    ADD(&data->counts.steps, 1);
    ADD(&data->explode_all, 1);
    ADD(world->cells, data->cell_count);
    ADD(world->water, data->cell_count);
    ADD(world->stack, data->used.stack);
    ADD(world->delays, data->used.delays);
    ADD(&data->used.rabbits, 1);
    ADD(world->rabbits, data->used.rabbits);
    ADD(&data->pending, 1);
    ADD(world->things, data->used.things + data->pending);
#undef ADD
    return hash;
}

void world_remember(struct world *world, uint64_t what)
{
    uint64_t mixed = (world->data->history ^ what) * UINT64_C(0x9E3779B97F4A7C15);
    world->data->history = mixed ^ mixed >> 32;
}

uint64_t world_history(const struct world *world)
{
    return world->data->history;
}

void world_tell(struct world *world, enum event_kind kind, int32_t x, int32_t y, int32_t rabbit_index,
                int detail)
{
    require(world->data->events < world->event_room);
    world->events[world->data->events++] = (struct event){
        .x = x, .y = y, .rabbit_index = rabbit_index, .kind = (uint8_t)kind, .detail = (uint8_t)detail};
}

int world_width(const struct world *world)
{
    return world->data->width;
}

int world_height(const struct world *world)
{
    return world->data->height;
}

struct world_counts world_counts(const struct world *world)
{
    return world->data->counts;
}

const struct rabbit *world_rabbits(const struct world *world, int *count)
{
    *count = world->data->used.rabbits;
    return world->rabbits;
}

const struct thing *world_things(const struct world *world, int *count)
{
    *count = world->data->used.things;
    return world->things;
}

const struct thing *world_pending_tokens(const struct world *world, int *count)
{
    *count = world->data->pending;
    return world->things + world->data->used.things;
}

const struct event *world_events(const struct world *world, int *count)
{
    *count = world->data->events;
    return world->events;
}

const int32_t *world_delays(const struct world *world, int *count)
{
    *count = world->data->used.delays;
    return world->delays;
}
