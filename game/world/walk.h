/* How walking chooses (rules/20 6.16), to be included where most of all decisions are made. Only files in
 * game/world include this. */
#ifndef WARREN_WORLD_WALK_H
#define WARREN_WORLD_WALK_H

#include "world/rabbits.h"

/* Who asks, and where. Whether a blocker may stand in the column ahead is known where this is included:
 * nearly always none does, and then nobody is asked. */
struct walker {
    const struct world *world;
    const struct rabbit *rabbit;
    struct look look;
    bool has_blockers;
};

static inline bool walk_is_blocked(struct walker walker, int down)
{
    return walker.has_blockers && blocker_at(walker.world, walker.rabbit, walker.look, 1, down);
}

static inline __attribute__((always_inline)) int walk_choice_on_up_slope(struct walker walker)
{
    const struct rabbit *rabbit = walker.rabbit;
    struct look look = walker.look;
    enum block ahead_up = look_at(look, 1, -1);
    bool is_crest = ahead_up == BLOCK_NONE && look_is_down(look, look_at(look, 1, 0));
    if (look_is_wall(look, ahead_up) || walk_is_blocked(walker, -1) || block_is_solid(look_at(look, 0, -1)) ||
        (is_crest && walk_is_blocked(walker, 0))) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT_RISING, rabbit);
    }
    if (look_is_up(look, ahead_up)) {
        return sided(RABBIT_RISING_RIGHT_CONTINUE, rabbit);
    }
    if (look_is_down(look, look_at(look, 1, 0))) {
        return sided(RABBIT_RISING_AND_LOWERING_RIGHT, rabbit);
    }
    return sided(RABBIT_RISING_RIGHT_END, rabbit);
}

static inline __attribute__((always_inline)) int walk_choice_on_down_slope(struct walker walker)
{
    const struct rabbit *rabbit = walker.rabbit;
    struct look look = walker.look;
    enum block ahead = look_at(look, 1, 0);
    if (look_is_wall(look, ahead) || walk_is_blocked(walker, 1) ||
        (look_is_up(look, ahead) && walk_is_blocked(walker, 0))) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, rabbit);
    }
    if (look_is_up(look, ahead)) {
        return sided(RABBIT_LOWERING_AND_RISING_RIGHT, rabbit);
    }
    if (look_is_down(look, look_at(look, 1, 1))) {
        return sided(RABBIT_LOWERING_RIGHT_CONTINUE, rabbit);
    }
    if (walk_is_blocked(walker, 0)) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT_LOWERING, rabbit);
    }
    return sided(RABBIT_LOWERING_RIGHT_END, rabbit);
}

static inline __attribute__((always_inline)) int walk_choice_elsewhere(struct walker walker)
{
    const struct rabbit *rabbit = walker.rabbit;
    struct look look = walker.look;
    enum block ahead = look_at(look, 1, 0);
    if (look_is_wall(look, ahead) || walk_is_blocked(walker, 0)) {
        return sided(RABBIT_TURNING_RIGHT_TO_LEFT, rabbit);
    }
    if (look_is_up(look, ahead)) {
        return sided(RABBIT_RISING_RIGHT_START, rabbit);
    }
    if (look_is_down(look, look_at(look, 1, 1))) {
        return sided(walk_is_blocked(walker, 1) ? RABBIT_TURNING_RIGHT_TO_LEFT : RABBIT_LOWERING_RIGHT_START,
                     rabbit);
    }
    return sided(RABBIT_WALKING_RIGHT, rabbit);
}

static inline __attribute__((always_inline)) int walk_choice(struct walker walker)
{
    if (rabbit_is_on_up_slope(walker.rabbit, walker.look)) {
        return walk_choice_on_up_slope(walker);
    }
    if (rabbit_is_on_down_slope(walker.rabbit, walker.look)) {
        return walk_choice_on_down_slope(walker);
    }
    return walk_choice_elsewhere(walker);
}

#endif
