/* Things, rabbits and fires: where they are between two steps (rules/40 A6). Of scene->near only those in
 * view are drawn. */
#include "scene/motion.h"
#include "scene/scene_parts.h"

#include <stddef.h>

enum {
    TOKEN_X = 64, /* of its picture in its cell */
    TOKEN_Y = 128,
    TOKEN_RISE = 320, /* how much higher a token lies on a slope */
    FLAME_RISE = 448, /* and a fire */
    PUFFS = 5
};

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* How far below its place on the floor of its cell. */
static int token_drop(const struct thing *token, int blend)
{
    switch ((enum token_state)token->state) {
    case TOKEN_STILL: return 0;
    case TOKEN_FALLING: return blend;
    case TOKEN_FALL_TO_SLOPE: return smaller(blend, SCENE_UNITS - TOKEN_RISE);
    case TOKEN_ON_SLOPE: return -TOKEN_RISE;
    }
    return 0;
}

static void add_token(struct scene *scene, const struct thing *token, int drop)
{
    scene_add(scene, LAYER_THINGS, PICTURE_TOKEN_BASH + token->ability, token->x * SCENE_UNITS + TOKEN_X,
              token->y * SCENE_UNITS + TOKEN_Y + drop);
}

static void add_thing(struct scene *scene, const struct scene_view *view, const struct thing *thing)
{
    int32_t x = thing->x * SCENE_UNITS;
    int32_t y = thing->y * SCENE_UNITS;
    switch ((enum thing_kind)thing->kind) {
    case THING_ENTRANCE: scene_add(scene, LAYER_THINGS, PICTURE_ENTRANCE, x, y); break;
    case THING_EXIT: scene_add(scene, LAYER_THINGS, PICTURE_EXIT, x, y); break;
    case THING_PIPE: scene_add(scene, LAYER_THINGS, PICTURE_PIPE, x, y); break;
    case THING_TOKEN: add_token(scene, thing, token_drop(thing, view->blend)); break;
    case THING_FIRE: break; /* on a layer of its own */
    }
}

void scene_add_things(struct scene *scene, const struct scene_view *view)
{
    int count = 0;
    const struct thing *things = world_things(view->world, &count);
    for (int i = 0; i < scene->near.things.count; i++) {
        const struct thing *thing = &things[scene->near.things.places[i]];
        if (scene_sees(view, thing->x, thing->y)) {
            add_thing(scene, view, thing);
        }
    }
    /* Tokens just placed are seen at once, though the world takes them in with the next step. */
    things = world_pending_tokens(view->world, &count);
    for (int i = 0; i < scene->near.pending_tokens.count; i++) {
        const struct thing *token = &things[scene->near.pending_tokens.places[i]];
        if (scene_sees(view, token->x, token->y)) {
            bool is_raised = block_is_sloped(world_block_at(view->world, token->x, token->y));
            add_token(scene, token, is_raised ? -TOKEN_RISE : 0);
        }
    }
}

static void add_rabbit(struct scene *scene, const struct scene_view *view, const struct rabbit *rabbit)
{
    struct motion_view views[MOTION_VIEWS_MAX];
    int count = motion_of(view->world, rabbit, view->blend, views);
    for (int i = 0; i < count; i++) {
        scene_add_mirrored(scene, LAYER_RABBITS, PICTURE_PUPPET_FIRST + views[i].frame,
                           rabbit->x * SCENE_UNITS + views[i].x, rabbit->y * SCENE_UNITS + views[i].y,
                           views[i].mirrored);
    }
}

void scene_add_rabbits(struct scene *scene, const struct scene_view *view)
{
    int count = 0;
    const struct rabbit *rabbits = world_rabbits(view->world, &count);
    for (int i = 0; i < scene->near.rabbits.count; i++) {
        const struct rabbit *rabbit = &rabbits[scene->near.rabbits.places[i]];
        if (scene_sees(view, rabbit->x, rabbit->y)) {
            add_rabbit(scene, view, rabbit);
        }
    }
}

static int flame_drop(const struct thing *fire, int blend)
{
    switch ((enum fire_state)fire->state) {
    case FIRE_RISE_LEFT:
    case FIRE_RISE_RIGHT: return -FLAME_RISE;
    case FIRE_FALLING: return blend;
    case FIRE_FALL_TO_RISE_LEFT:
    case FIRE_FALL_TO_RISE_RIGHT: return smaller(blend, SCENE_UNITS - FLAME_RISE);
    case FIRE_PLAIN:
    case FIRE_EXTINGUISHING: break;
    }
    return 0;
}

/* Steam: paper clouds that rise one after the other and grow thin. */
static void add_steam(struct scene *scene, const struct thing *fire, int blend)
{
    for (int i = 0; i < PUFFS; i++) {
        int age = blend - i * SCENE_UNITS / (2 * PUFFS);
        if (age <= 0) {
            continue;
        }
        int age_max = SCENE_UNITS - i * SCENE_UNITS / (2 * PUFFS);
        uint32_t alpha = (uint32_t)(255 - 255 * age / age_max);
        int32_t x = fire->x * SCENE_UNITS + 128 + (int32_t)(scene_dice(fire->x, i) % 384);
        int32_t y = fire->y * SCENE_UNITS + 512 - age * 7 / 8;
        scene_add_tinted(scene, LAYER_FIRE, i & 1 ? PICTURE_PUFF_1 : PICTURE_PUFF_2, x, y,
                         alpha << 24 | UINT32_C(0xFFFFFF));
    }
}

static void add_fire(struct scene *scene, const struct scene_view *view, const struct thing *fire)
{
    int step =
        (int)((view->time * FLAME_STEPS / SCENE_UNITS + (int64_t)scene_dice(fire->x, 0)) % FLAME_STEPS);
    int picture = PICTURE_FLAME_FIRST + flame_frame(fire->variant, step);
    int32_t x = fire->x * SCENE_UNITS;
    int32_t y = (fire->y + 1) * SCENE_UNITS - FLAME_HEIGHT + flame_drop(fire, view->blend);
    if (fire->state == FIRE_EXTINGUISHING) {
        uint32_t alpha = (uint32_t)(255 - 255 * view->blend / SCENE_UNITS);
        scene_add_tinted(scene, LAYER_FIRE, picture, x, y, alpha << 24 | UINT32_C(0xFFFFFF));
        add_steam(scene, fire, view->blend);
    } else {
        scene_add(scene, LAYER_FIRE, picture, x, y);
    }
}

void scene_add_fires(struct scene *scene, const struct scene_view *view)
{
    int count = 0;
    const struct thing *things = world_things(view->world, &count);
    for (int i = 0; i < scene->near.things.count; i++) {
        const struct thing *thing = &things[scene->near.things.places[i]];
        if (thing->kind == THING_FIRE && scene_sees(view, thing->x, thing->y)) {
            add_fire(scene, view, thing);
        }
    }
}
