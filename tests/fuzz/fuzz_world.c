/* Any bytes as a level, any bytes behind a line of its own as commands: whatever is played, the world keeps
 * its promises (libFuzzer: llvm.org/docs/LibFuzzer). The first byte 0 divides level and commands; two bytes
 * make a command. */
#include "base/require.h"
#include "level/level.h"
#include "world/build.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { CELLS_MAX = 1 << 12, STEPS_MAX = 60, THINGS_MAX = 2000 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_rabbits(const struct world *world)
{
    int count;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    int out = 0;
    for (int i = 0; i < count; i++) {
        const struct rabbit *rabbit = &rabbits[i];
        out += rabbit->is_rabbot ? 0 : 1;
        require(rabbit->state < RABBIT_STATE_COUNT);
        require(rabbit->x >= -1 && rabbit->x <= world_width(world));
        require(rabbit->y >= -1 && rabbit->y <= world_height(world) + 1);
        bool is_outside = rabbit->x < 0 || rabbit->y < 0 || rabbit->x >= world_width(world) ||
                          rabbit->y >= world_height(world);
        require(!is_outside || rabbit->state == RABBIT_OUT_OF_BOUNDS || rabbit->state == RABBIT_EXPLODING);
    }
    require(world_counts(world).out == out);
}

static void check_things(const struct world *world)
{
    int count;
    const struct thing *things = world_things(world, &count);
    for (int i = 0; i < count; i++) {
        require(things[i].x >= 0 && things[i].x < world_width(world));
        require(things[i].y >= 0 && things[i].y < world_height(world));
        require(!things[i].is_gone);
        require(thing_state_name(&things[i])[0] != '\0');
    }
}

/* Full blocks hold no water, and a stack has an oldest block. */
static void check_cells(const struct world *world)
{
    for (int y = 0; y < world_height(world); y++) {
        for (int x = 0; x < world_width(world); x++) {
            struct block_piece pieces[8];
            int count = world_blocks_at(world, x, y, pieces, 8);
            require((count > 0) == (world_block_at(world, x, y) != BLOCK_NONE));
            for (int i = 0; i < count && i < 8; i++) {
                bool is_full = pieces[i].block == BLOCK_EARTH || pieces[i].block == BLOCK_METAL;
                require(!is_full || world_water_at(world, x, y) == 0);
            }
        }
    }
}

/* Three in four commands are steps; others place a token somewhere, or explode all. */
static void command(struct world *world, uint8_t what, uint8_t where)
{
    if (what < 192) {
        return;
    }
    if (what == 255) {
        world_explode_all(world);
        return;
    }
    int x = where % (world_width(world) + 2) - 1;
    int y = where / 7 % (world_height(world) + 2) - 1;
    struct world_counts before = world_counts(world);
    enum ability ability = (enum ability)(what % ABILITY_COUNT);
    enum placing placing = world_place_token(world, ability, x, y);
    int used = placing == PLACING_DONE ? 1 : 0;
    require((uint32_t)before.stock[ability] - (uint32_t)world_counts(world).stock[ability] == (uint32_t)used);
}

/* The world and a copy of it take every step side by side. */
static void play(struct world *world, const uint8_t *commands, size_t size)
{
    struct world *copy = world_copy(world);
    for (size_t i = 0; i + 1 < size && i < (size_t)2 * STEPS_MAX; i += 2) {
        int things;
        world_things(world, &things);
        command(world, commands[i], commands[i + 1]);
        world_assign(copy, world);
        bool is_running = world_outcome(world) == OUTCOME_RUNNING;
        require(world_step(world) == is_running && world_step(copy) == is_running);
        require(world_hash(world) == world_hash(copy));
        if (!is_running || things > THINGS_MAX) {
            break;
        }
        check_rabbits(world);
        check_things(world);
        check_cells(world);
    }
    world_destroy(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const uint8_t *end = memchr(bytes, 0, size);
    size_t level_size = end == NULL ? size : (size_t)(end - bytes);
    static const uint8_t waits[2 * STEPS_MAX];
    const uint8_t *commands = end == NULL ? waits : end + 1;
    size_t command_size = end == NULL ? sizeof waits : size - level_size - 1;
    struct level *level = level_parse((const char *)bytes, level_size, "", NULL);
    if (level == NULL) {
        return 0;
    }
    if ((int64_t)world_width(level->world) * world_height(level->world) <= CELLS_MAX) {
        struct world *copy = world_working_copy(level->world);
        play(copy, commands, command_size);
        world_destroy(copy);
        play(level->world, commands, command_size);
    }
    level_destroy(level);
    return 0;
}
