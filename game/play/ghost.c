#include "play/ghost.h"

#include "frame/clock.h"

static struct ghost_path *path_of(struct ghost *ghost, const struct rabbit *rabbit)
{
    for (int i = 0; i < ghost->path_count; i++) {
        if (ghost->paths[i].index == rabbit->index && ghost->paths[i].is_rabbot == rabbit->is_rabbot) {
            return &ghost->paths[i];
        }
    }
    if (ghost->path_count == GHOST_RABBITS_MAX) {
        return NULL;
    }
    struct ghost_path *path = &ghost->paths[ghost->path_count++];
    path->index = rabbit->index;
    path->is_rabbot = rabbit->is_rabbot;
    path->takes_token = false;
    path->count = 0;
    path->end = GHOST_GOES_ON;
    return path;
}

static void note_places(struct ghost *ghost)
{
    int count;
    const struct rabbit *rabbits = world_rabbits(ghost->world, &count);
    for (int i = 0; i < count; i++) {
        struct ghost_path *path = path_of(ghost, &rabbits[i]);
        if (path != NULL && path->count <= GHOST_STEPS) {
            path->places[path->count++] =
                (struct ghost_place){(int16_t)rabbits[i].x, (int16_t)rabbits[i].y, rabbits[i].on_slope};
        }
    }
}

static void note_events(struct ghost *ghost)
{
    int count;
    const struct event *events = world_events(ghost->world, &count);
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < ghost->path_count; j++) {
            struct ghost_path *path = &ghost->paths[j];
            if (path->index != events[i].rabbit_index || path->index == 0) {
                continue;
            }
            if (events[i].kind == EVENT_SAVED) {
                path->end = GHOST_SAVED;
            } else if (events[i].kind == EVENT_DIED) {
                path->end = GHOST_LOST;
            } else if (events[i].kind == EVENT_TOKEN_TAKEN && events[i].detail == ghost->ability) {
                path->takes_token = true;
            }
        }
    }
}

static void begin(struct ghost *ghost, const struct world *now)
{
    if (ghost->world == NULL) {
        ghost->world = world_copy(now);
    } else {
        world_assign(ghost->world, now);
    }
    ghost->steps = 0;
    ghost->path_count = 0;
    ghost->is_possible = true;
    if (ghost->ability >= 0) {
        ghost->is_possible =
            world_place_token(ghost->world, (enum ability)ghost->ability, ghost->x, ghost->y) == PLACING_DONE;
    }
    note_places(ghost);
}

void ghost_ask(struct ghost *ghost, const struct session *session, int ability, int x, int y)
{
    bool is_same = ghost->world != NULL && ghost->present == session->version && ghost->ability == ability &&
                   (ability < 0 || (ghost->x == x && ghost->y == y));
    if (!is_same) {
        ghost->present = session->version;
        ghost->ability = ability;
        ghost->x = x;
        ghost->y = y;
        begin(ghost, timeline_world(session->timeline));
    }
}

bool ghost_run(struct ghost *ghost, uint64_t budget_ns)
{
    uint64_t start_ns = clock_ns();
    while (ghost->world != NULL && ghost->steps < GHOST_STEPS) {
        if (!world_step(ghost->world)) {
            ghost->steps = GHOST_STEPS;
            return false;
        }
        ghost->steps++;
        note_events(ghost);
        note_places(ghost);
        if (clock_ns() - start_ns >= budget_ns) {
            return ghost->steps < GHOST_STEPS;
        }
    }
    return false;
}

void ghost_clear(struct ghost *ghost)
{
    world_destroy(ghost->world);
    *ghost = (struct ghost){0};
}
