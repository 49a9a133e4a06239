#include "bench/steps.h"

#include "frame/clock.h"
#include "frame/stats.h"
#include "world/build.h"

enum { ROUNDS = 15, CASES_MAX = 5, ROOM_WIDTH = 32 };

/* One row of a table. */
struct step_case {
    int amount; /* what is printed in the first column */
    int steps;  /* made in one round */
    struct world *start;
    struct world *world; /* the copy that is stepped */
    double ns[ROUNDS];   /* per step */
};

/* A square map with a floor in every second row, walled at both ends of the first `ROOM_WIDTH` columns;
 * nothing is beyond them. */
static struct world *halls(int side)
{
    struct world *world = world_create(side, side);
    for (int y = 1; y < side; y += 2) {
        for (int x = 0; x < side; x++) {
            world_add_block(world, x, y, BLOCK_EARTH, 0);
        }
    }
    for (int y = 0; y < side; y += 2) {
        world_add_block(world, 0, y, BLOCK_METAL, 0);
        world_add_block(world, ROOM_WIDTH - 1, y, BLOCK_METAL, 0);
    }
    return world;
}

static struct world *started(struct world *world)
{
    /* Rabbits that wait without an entrance keep the game from ending. */
    struct world_settings settings = {.num_rabbits = 1, .num_waiting = 1};
    world_start(world, &settings);
    return world;
}

static struct world *with_rabbits(int side, int count)
{
    struct world *world = halls(side);
    for (int i = 0; i < count; i++) {
        world_add_rabbit(world, 1 + i % (ROOM_WIDTH - 2), i / (ROOM_WIDTH - 2) % (side / 2) * 2, false,
                         i % 2 == 0);
    }
    return started(world);
}

static struct world *rabbits_case(int amount)
{
    return with_rabbits(64, amount);
}

static struct world *size_case(int amount)
{
    return with_rabbits(amount, 10);
}

/* A tank of so many cells, every second column twice as full as the others, so that it never comes to rest.
 */
static struct world *water_case(int amount)
{
    int side = 8;
    while (side * side < amount) {
        side *= 2;
    }
    struct world *world = world_create(side + 2, side + 2);
    for (int i = 0; i < side + 2; i++) {
        world_add_block(world, i, 0, BLOCK_METAL, 0);
        world_add_block(world, i, side + 1, BLOCK_METAL, 0);
        world_add_block(world, 0, i, BLOCK_METAL, 0);
        world_add_block(world, side + 1, i, BLOCK_METAL, 0);
    }
    for (int i = 0; i < amount; i++) {
        world_set_water(world, 1 + i % side, side - i / side, i % 2 == 0 ? 400 : 1800);
    }
    return started(world);
}

static double time_round(struct step_case *row)
{
    world_assign(row->world, row->start);
    uint64_t before = clock_ns();
    for (int i = 0; i < row->steps; i++) {
        world_step(row->world);
    }
    return (double)(clock_ns() - before) / row->steps;
}

static void run_table(struct text *out, const char *title, const char *unit,
                      struct world *(*make)(int amount), const int *amounts, int count, int steps)
{
    struct step_case rows[CASES_MAX] = {0};
    for (int i = 0; i < count; i++) {
        rows[i].amount = amounts[i];
        rows[i].steps = steps;
        rows[i].start = make(amounts[i]);
        rows[i].world = world_copy(rows[i].start);
        time_round(&rows[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < count; i++) {
            rows[i].ns[round] = time_round(&rows[i]);
        }
    }
    text_format(out, "%s\n  %12s %12s %12s %14s\n", title, unit, "ns a step", "to the first",
                "steps a second");
    double first = 0;
    for (int i = 0; i < count; i++) {
        double median = stats_median(rows[i].ns, ROUNDS);
        first = i == 0 ? median : first;
        text_format(out, "  %12d %12.0f %12.2f %14.0f\n", rows[i].amount, median, median / first,
                    1e9 / median);
        world_destroy(rows[i].start);
        world_destroy(rows[i].world);
    }
}

void steps_run(struct text *out)
{
    static const int rabbits[] = {1, 10, 100, 900};
    static const int wet_cells[] = {1, 16, 256, 4096};
    static const int sides[] = {32, 128, 512, 2048};
    run_table(out, "Rabbits walking up and down, 64 x 64 cells, no water", "rabbits", rabbits_case, rabbits,
              4, 400);
    run_table(out, "Cells of a tank that sloshes, no rabbits", "wet cells", water_case, wet_cells, 4, 60);
    run_table(out, "Side of the map, 10 rabbits, no water", "cells a side", size_case, sides, 4, 2000);
}
