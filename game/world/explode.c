/* Exploding: the end of the rabbit, and of no block (rules/20 6.1). */
#include "world/rabbits.h"

bool explode_triggers(struct world *world, struct rabbit *rabbit)
{
    return rabbit_takes(world, rabbit, ABILITY_EXPLODE, true);
}

int explode_chooses(struct world *world, struct rabbit *rabbit, bool is_triggered)
{
    (void)world;
    (void)rabbit;
    return is_triggered ? RABBIT_EXPLODING : NO_STATE;
}
