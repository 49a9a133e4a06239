/* Drowning (rules/20 6.4, rules/30 section 10): water up to the capacity of the cell that holds the rabbit's
 * head. */
#include "world/rabbits.h"
#include "world/water.h"

bool drown_triggers(struct world *world, struct rabbit *rabbit, struct look look)
{
    int32_t head_y = rabbit->on_slope ? rabbit->y - 1 : rabbit->y;
    if (rabbit->is_rabbot || head_y < 0 || head_y >= world->data->height) {
        return false;
    }
    int32_t cell = cell_number(world, rabbit->x, head_y);
    if (world->water[cell] <= 0 || (rabbit->on_slope && !water_is_open(world, cell))) {
        return false;
    }
    int32_t capacity = water_capacity(world, cell);
    return capacity > 0 && world->water[cell] >= capacity;
}

int drown_chooses(struct world *world, struct rabbit *rabbit, struct look look, bool is_triggered)
{
    return is_triggered ? RABBIT_DROWNING : NO_STATE;
}
