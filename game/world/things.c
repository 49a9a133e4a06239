#include "world/rabbits.h"
#include "world/stuff.h"
#include "world/water.h"

#include <stdio.h>

/* rules/10 4.5 */
static void entrance_acts(struct world *world, struct thing *entrance)
{
    struct world_data *data = world->data;
    if (data->counts.waiting <= 0) {
        return;
    }
    if (entrance->time_to_next == 0) {
        /* A level without any delay releases one rabbit per entrance and stops, as a delay of 0 does. */
        int32_t last = data->used.delays - 1;
        int32_t item = entrance->releases < last ? entrance->releases : last;
        entrance->time_to_next = item >= 0 ? world->delays[item] : 0;
        entrance->releases++;
        data->counts.waiting = wrap_add(data->counts.waiting, -1);
        data->counts.last_index = wrap_add(data->counts.last_index, 1);
        struct rabbit *rabbit = &world->rabbits[data->used.rabbits + data->entering++];
        *rabbit = (struct rabbit){.x = entrance->x,
                                  .y = entrance->y + 1,
                                  .index = data->counts.last_index,
                                  .state = RABBIT_WALKING_LEFT,
                                  .faces_right = true};
        world_tell(world, EVENT_ENTERED, rabbit->x, rabbit->y, rabbit->index, 0);
    }
    entrance->time_to_next = wrap_add(entrance->time_to_next, -1);
}

static void lose(struct world *world, struct thing *thing, enum event_kind event)
{
    if (!thing->is_gone) {
        thing->is_gone = true;
        world->data->has_gone_things = true;
        world_tell(world, event, thing->x, thing->y, 0, thing->kind == THING_TOKEN ? thing->ability : 0);
    }
}

static void sink(struct world *world, struct thing *thing, enum event_kind event)
{
    thing->y++;
    if (thing->y >= world->data->height) {
        lose(world, thing, event);
    }
}

static void token_acts(struct world *world, struct thing *token)
{
    if (token->state == TOKEN_FALLING || token->state == TOKEN_FALL_TO_SLOPE) {
        sink(world, token, EVENT_TOKEN_LOST);
    }
}

static void fire_acts(struct world *world, struct thing *fire)
{
    switch ((enum fire_state)fire->state) {
    case FIRE_FALLING:
    case FIRE_FALL_TO_RISE_LEFT:
    case FIRE_FALL_TO_RISE_RIGHT: sink(world, fire, EVENT_FIRE_OUT); break;
    case FIRE_EXTINGUISHING: lose(world, fire, EVENT_FIRE_OUT); break;
    default: break;
    }
}

void thing_mark(struct world *world, const struct thing *thing)
{
    static const uint16_t mark[] = {
        [THING_TOKEN] = MARK_TOKEN, [THING_FIRE] = MARK_FIRE, [THING_EXIT] = MARK_EXIT, [THING_PIPE] = 0};
    if (mark[thing->kind] != 0 && !thing->is_gone) {
        world_mark(world, thing->x, thing->y, mark[thing->kind]);
    }
}

void things_act(struct world *world)
{
    const struct thing *end = world->things + world->data->used.things;
    for (struct thing *thing = world->things; thing < end; thing++) {
        switch ((enum thing_kind)thing->kind) {
        case THING_ENTRANCE: entrance_acts(world, thing); break;
        case THING_TOKEN:
            token_acts(world, thing);
            thing_mark(world, thing);
            break;
        case THING_FIRE:
            fire_acts(world, thing);
            thing_mark(world, thing);
            break;
        case THING_PIPE: water_pour(world, cell_number(world, thing->x, thing->y), PIPE_AMOUNT); break;
        case THING_EXIT: break;
        }
    }
}

static bool builds_at(const struct rabbit *rabbit, int32_t *x, int32_t *y)
{
    int dx;
    int dy;
    if (!rabbit_state_builds_at((enum rabbit_state)rabbit->state, &dx, &dy)) {
        return false;
    }
    *x = rabbit->x + dx;
    *y = rabbit->y + dy;
    return true;
}

/* The part of the list of rabbits that holds all who build a bridge: nearly always none or few, so that not
 * every token in the air has to ask every rabbit. Looked for when the first one asks. */
struct builders {
    int32_t first, end;
    bool are_found;
};

static struct builders find_builders(const struct world *world)
{
    struct builders builders = {.are_found = true};
    int32_t x;
    int32_t y;
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        if (builds_at(&world->rabbits[i], &x, &y)) {
            builders.first = builders.end == 0 ? i : builders.first;
            builders.end = i + 1;
        }
    }
    return builders;
}

/* A half-built bridge holds tokens and fires. */
static bool is_bridge_built_at(const struct world *world, struct builders *builders, int32_t x, int32_t y)
{
    if (!builders->are_found) {
        *builders = find_builders(world);
    }
    for (int32_t i = builders->first; i < builders->end; i++) {
        int32_t at_x;
        int32_t at_y;
        if (builds_at(&world->rabbits[i], &at_x, &at_y) && at_x == x && at_y == y) {
            return true;
        }
    }
    return false;
}

/* rules/10 5.4 */
static enum token_state token_chooses(const struct world *world, struct builders *builders,
                                      const struct thing *token)
{
    int32_t cell = cell_number(world, token->x, token->y);
    enum block here = terrain_at(world, cell);
    enum block below = terrain_at(world, cell + world->data->stride);
    if (block_is_sloped(here)) {
        return TOKEN_ON_SLOPE;
    }
    if (block_is_flat(below) || here != BLOCK_NONE ||
        is_bridge_built_at(world, builders, token->x, token->y)) {
        return TOKEN_STILL;
    }
    return block_is_sloped(below) ? TOKEN_FALL_TO_SLOPE : TOKEN_FALLING;
}

/* rules/30 section 11 */
static enum fire_state fire_chooses(const struct world *world, struct builders *builders,
                                    const struct thing *fire)
{
    int32_t cell = cell_number(world, fire->x, fire->y);
    enum block here = terrain_at(world, cell);
    enum block below = terrain_at(world, cell + world->data->stride);
    if (world->water[cell] > 0) {
        return FIRE_EXTINGUISHING;
    }
    bool is_on_flat = block_is_flat(below);
    if (is_on_flat || here != BLOCK_NONE || is_bridge_built_at(world, builders, fire->x, fire->y)) {
        if (block_rise(here) != 0) {
            return block_rise(here) < 0 ? FIRE_RISE_LEFT : FIRE_RISE_RIGHT;
        }
        return is_on_flat ? FIRE_PLAIN : (enum fire_state)fire->state;
    }
    if (block_rise(below) != 0) {
        return block_rise(below) < 0 ? FIRE_FALL_TO_RISE_LEFT : FIRE_FALL_TO_RISE_RIGHT;
    }
    return FIRE_FALLING;
}

void things_decide(struct world *world)
{
    struct builders builders = {0};
    const struct thing *end = world->things + world->data->used.things;
    for (struct thing *thing = world->things; thing < end; thing++) {
        if (thing->kind == THING_TOKEN) {
            thing->state = (uint8_t)token_chooses(world, &builders, thing);
        } else if (thing->kind == THING_FIRE) {
            thing->state = (uint8_t)fire_chooses(world, &builders, thing);
        }
    }
}

void things_mark(struct world *world)
{
    for (int32_t i = 0; i < world->data->used.things; i++) {
        thing_mark(world, &world->things[i]);
    }
}
