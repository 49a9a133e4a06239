#include "replay/trace.h"

#include "base/memory.h"
#include "level/symbol.h"

#include <stdlib.h>

enum { STACK_ROOM = 4 };

/* All blocks of a cell, in a buffer that grows to the highest stack met. */
struct stack {
    struct block_piece *pieces;
    int room;
    int count;
};

static void stack_read(struct stack *stack, const struct world *world, int x, int y)
{
    stack->count = world_blocks_at(world, x, y, stack->pieces, stack->room);
    if (stack->count > stack->room) {
        stack->room = stack->count;
        stack->pieces = memory_resize(stack->pieces, (size_t)stack->room, sizeof *stack->pieces);
        stack->count = world_blocks_at(world, x, y, stack->pieces, stack->room);
    }
}

static char piece_letter(struct block_piece piece)
{
    return symbol_of_block((enum block)piece.block);
}

static void write_head(const struct world *world, const struct world_counts *counts, struct text *out)
{
    text_format(out, "step %d %s saved=%d killed=%d waiting=%d\n", counts->steps,
                outcome_name(world_outcome(world)), counts->saved, counts->killed, counts->waiting);
}

static void write_map(const struct world *world, struct stack *stack, struct text *out)
{
    for (int y = 0; y < world_height(world); y++) {
        text_add_char(out, '|');
        for (int x = 0; x < world_width(world); x++) {
            stack_read(stack, world, x, y);
            text_add_char(out, stack->count == 0 ? ' ' : piece_letter(stack->pieces[stack->count - 1]));
        }
        text_add_char(out, '\n');
    }
}

static void write_stacks(const struct world *world, struct stack *stack, struct text *out)
{
    for (int y = 0; y < world_height(world); y++) {
        for (int x = 0; x < world_width(world); x++) {
            stack_read(stack, world, x, y);
            if (stack->count < 2) {
                continue;
            }
            text_format(out, "blocks %d %d ", x, y);
            for (int i = 0; i < stack->count; i++) {
                text_add_char(out, piece_letter(stack->pieces[i]));
            }
            text_add_char(out, '\n');
        }
    }
}

static void write_number(const char *key, int32_t value, struct text *out)
{
    if (value > 0) {
        text_format(out, " %s:%d", key, value);
    }
}

static void write_flag(const char *key, bool value, struct text *out)
{
    if (value) {
        text_format(out, " %s:true", key);
    }
}

static void write_rabbit(const struct rabbit *rabbit, int32_t first_index, struct text *out)
{
    static const char *const styles[] = {
        [BRIDGE_ALONG] = "",
        [BRIDGE_UP] = " Bridging.bridgeType:UP",
        [BRIDGE_DOWN_UP] = " Bridging.bridgeType:DOWN_UP",
    };
    int32_t index = (int32_t)((uint32_t)rabbit->index - (uint32_t)first_index); /* wraps, as indices do */
    text_format(out, "%s %d %d %d %s %s", rabbit->is_rabbot ? "rabbot" : "rabbit", index, rabbit->x,
                rabbit->y, rabbit->faces_right ? "right" : "left",
                rabbit_state_name((enum rabbit_state)rabbit->state));
    text_add(out, rabbit->on_slope ? " onslope" : "");
    write_number("Bashing.stepsOfBashing", rabbit->bash_steps, out);
    write_flag("Blocking.abilityActive", rabbit->block_active, out);
    write_number("Bridging.bigSteps", rabbit->bridge_big, out);
    text_add(out, styles[rabbit->bridge_style]);
    write_number("Bridging.smallSteps", rabbit->bridge_small, out);
    write_flag("Brollychuting.hasAbility", rabbit->brolly_has, out);
    write_flag("Climbing.abilityActive", rabbit->climb_active, out);
    write_flag("Climbing.hasAbility", rabbit->climb_has, out);
    write_number("Digging.stepsOfDigging", rabbit->dig_steps, out);
    write_number("Falling.heightFallen", rabbit->height_fallen, out);
    write_flag("slopeBashHop", rabbit->bash_hop, out);
    text_add_char(out, '\n');
}

/* Sections in order; inside, by y, then x, then age. */
static int section_of(const struct thing *thing)
{
    static const int sections[] = {
        [THING_TOKEN] = 0, [THING_FIRE] = 1, [THING_PIPE] = 2, [THING_ENTRANCE] = 3, [THING_EXIT] = 4,
    };
    return sections[thing->kind];
}

static int compare_things(const void *left, const void *right)
{
    const struct thing *a = *(const struct thing *const *)left;
    const struct thing *b = *(const struct thing *const *)right;
    if (section_of(a) != section_of(b)) {
        return section_of(a) < section_of(b) ? -1 : 1;
    }
    if (a->y != b->y) {
        return a->y < b->y ? -1 : 1;
    }
    if (a->x != b->x) {
        return a->x < b->x ? -1 : 1;
    }
    return a < b ? -1 : a > b;
}

static void write_thing(const struct thing *thing, struct text *out)
{
    switch ((enum thing_kind)thing->kind) {
    case THING_TOKEN:
        text_format(out, "token %s %d %d %s\n", ability_name((enum ability)thing->ability), thing->x,
                    thing->y, thing_state_name(thing));
        break;
    case THING_FIRE: text_format(out, "fire %d %d %s\n", thing->x, thing->y, thing_state_name(thing)); break;
    case THING_PIPE: text_format(out, "pipe %d %d\n", thing->x, thing->y); break;
    case THING_ENTRANCE:
        text_format(out, "entrance %d %d", thing->x, thing->y);
        write_number("Entrance.timeToNextRabbit", thing->time_to_next, out);
        text_add_char(out, '\n');
        break;
    case THING_EXIT: text_format(out, "exit %d %d\n", thing->x, thing->y); break;
    }
}

static void write_things(const struct world *world, struct text *out)
{
    int count = 0;
    const struct thing *things = world_things(world, &count);
    const struct thing **sorted = memory_get_array((size_t)count, sizeof *sorted);
    for (int i = 0; i < count; i++) {
        sorted[i] = &things[i];
    }
    qsort(sorted, (size_t)count, sizeof *sorted, compare_things);
    for (int i = 0; i < count; i++) {
        write_thing(sorted[i], out);
    }
    memory_free(sorted);
}

/* The ring around the map too: it can hold water, and the map's cells see it. */
static void write_water(const struct world *world, struct text *out)
{
    for (int y = -1; y <= world_height(world); y++) {
        for (int x = -1; x <= world_width(world); x++) {
            int32_t amount = world_water_at(world, x, y);
            if (amount != 0) {
                text_format(out, "water %d %d %d %s\n", x, y, amount, water_state_name(amount));
            }
        }
    }
}

void trace_write(const struct world *world, int32_t first_index, struct text *out)
{
    struct world_counts counts = world_counts(world);
    struct stack stack = {.pieces = memory_get_array(STACK_ROOM, sizeof *stack.pieces), .room = STACK_ROOM};
    write_head(world, &counts, out);
    write_map(world, &stack, out);
    write_stacks(world, &stack, out);
    memory_free(stack.pieces);
    int count = 0;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        write_rabbit(&rabbits[i], first_index, out);
    }
    write_things(world, out);
    write_water(world, out);
    text_add_char(out, '\n');
}
