/* What several behaviours need to know or do. */
#include "world/rabbits.h"

#include "base/require.h"

/* "justGone": a block at exactly this place was asked to be removed in this step. */
bool block_is_just_gone(const struct world *world, struct look look)
{
    for (int32_t i = 0; i < world->data->gone; i++) {
        if (world->gone[i] == look_cell(world, look)) {
            return true;
        }
    }
    return false;
}

bool blocker_is_listed_at(const struct world *world, int32_t x, int32_t y)
{
    for (int32_t i = 0; i < world->data->used.rabbits; i++) {
        const struct rabbit *other = &world->rabbits[i];
        if (other->x == x && other->y == y && state_is_blocking(other->state)) {
            return true;
        }
    }
    return false;
}

static bool has_footing(const struct rabbit *rabbit, struct look look)
{
    return rabbit->on_slope || look_at(look, 0, 1) != BLOCK_NONE;
}

static struct thing *first_token(const struct world *world, int32_t x, int32_t y)
{
    for (int32_t i = 0; i < world->data->used.things; i++) {
        struct thing *thing = &world->things[i];
        if (thing->kind == THING_TOKEN && !thing->is_gone && thing->x == x && thing->y == y) {
            return thing;
        }
    }
    return NULL;
}

int first_token_at(const struct world *world, int32_t x, int32_t y)
{
    const struct thing *token = first_token(world, x, y);
    return token == NULL ? NO_ABILITY : token->ability;
}

bool rabbit_takes_marked(struct world *world, struct rabbit *rabbit, struct look look, enum ability ability,
                         bool anywhere)
{
    bool is_doomed = state_facts[rabbit->state].behaviour == BEHAVIOUR_FALL && fall_is_fatal(rabbit);
    if (is_doomed || (!anywhere && !has_footing(rabbit, look))) {
        return false;
    }
    struct thing *token = first_token(world, rabbit->x, rabbit->y);
    if (token == NULL || token->ability != ability) {
        return false;
    }
    token->is_gone = true;
    world->data->has_gone_things = true;
    world_tell(world, EVENT_TOKEN_TAKEN, rabbit->x, rabbit->y, rabbit->index, (int)ability);
    return true;
}

struct look rabbit_unhop(struct world *world, struct rabbit *rabbit, struct look look)
{
    if (rabbit->bash_hop && look_at(look, 0, 0) == BLOCK_NONE && block_is_sloped(look_at(look, 0, 1))) {
        rabbit->y++;
        rabbit->bash_hop = false;
        rabbit_mark(world, rabbit);
        return look_from(world, rabbit);
    }
    return look;
}

void rabbit_dies(struct world *world, struct rabbit *rabbit)
{
    if (!rabbit->is_rabbot) {
        world->data->counts.killed = wrap_add(world->data->counts.killed, 1);
    }
    world->leaving[world->data->leaving++] = rabbit->index;
    world_tell(world, EVENT_DIED, rabbit->x, rabbit->y, rabbit->index, rabbit->state);
}

/* A crowd in one cell asks for the same block, one after the other: once is enough. */
void world_ask_removal(struct world *world, int32_t x, int32_t y)
{
    struct world_data *data = world->data;
    int32_t cell = cell_number(world, x, y);
    if (data->gone == 0 || world->gone[data->gone - 1] != cell) {
        world->gone[data->gone++] = cell;
    }
}

void world_mark(struct world *world, int32_t x, int32_t y, int mark)
{
    int32_t cell = cell_number(world, x, y);
    uint16_t before = world->cells[cell];
    if ((before & MARKS_PASSING) == 0) {
        require(world->data->marked < world->mark_room);
        world->marked[world->data->marked++] = cell;
    }
    world->cells[cell] = (uint16_t)(before | mark);
}

void rabbit_mark(struct world *world, const struct rabbit *rabbit)
{
    if (world->data->has_rabbots && !rabbit->is_rabbot) {
        world_mark(world, rabbit->x, rabbit->y, MARK_RABBIT);
    }
    if (state_is_blocking(rabbit->state)) {
        world_mark(world, rabbit->x, rabbit->y, MARK_BLOCKER);
    }
}
