#include "play/sounds.h"

struct sound_info sound_info(enum sound sound)
{
    static const struct sound_info infos[SOUND_COUNT] = {
#define ROW(id, file, caption, gap) {file, caption, gap},
        SOUNDS(ROW)
#undef ROW
    };
    return infos[sound];
}

enum sound sound_of_state(enum rabbit_state state, int frame)
{
    switch (state) {
    case RABBIT_BASHING_RIGHT:
    case RABBIT_BASHING_LEFT:
    case RABBIT_BASHING_UP_RIGHT:
    case RABBIT_BASHING_UP_LEFT: return frame == 3 ? SOUND_BASH : SOUND_NONE;
    case RABBIT_DIGGING:
    case RABBIT_DIGGING_ON_SLOPE:
    case RABBIT_DIGGING_USELESSLY: return frame == 2 ? SOUND_DIG : SOUND_NONE;
    case RABBIT_BRIDGING_RIGHT_1:
    case RABBIT_BRIDGING_LEFT_1:
    case RABBIT_BRIDGING_UP_RIGHT_1:
    case RABBIT_BRIDGING_UP_LEFT_1:
    case RABBIT_BRIDGING_DOWN_UP_RIGHT_1:
    case RABBIT_BRIDGING_DOWN_UP_LEFT_1:
    case RABBIT_BRIDGING_IN_CORNER_RIGHT_1:
    case RABBIT_BRIDGING_IN_CORNER_LEFT_1:
    case RABBIT_BRIDGING_IN_CORNER_UP_RIGHT_1:
    case RABBIT_BRIDGING_IN_CORNER_UP_LEFT_1: return frame == 4 ? SOUND_BRIDGE : SOUND_NONE;
    case RABBIT_BRIDGING_RIGHT_2:
    case RABBIT_BRIDGING_LEFT_2:
    case RABBIT_BRIDGING_UP_RIGHT_2:
    case RABBIT_BRIDGING_UP_LEFT_2:
    case RABBIT_BRIDGING_DOWN_UP_RIGHT_2:
    case RABBIT_BRIDGING_DOWN_UP_LEFT_2:
    case RABBIT_BRIDGING_IN_CORNER_RIGHT_2:
    case RABBIT_BRIDGING_IN_CORNER_LEFT_2:
    case RABBIT_BRIDGING_IN_CORNER_UP_RIGHT_2:
    case RABBIT_BRIDGING_IN_CORNER_UP_LEFT_2: return frame == 1 || frame == 8 ? SOUND_BRIDGE : SOUND_NONE;
    case RABBIT_CLIMBING_RIGHT_START:
    case RABBIT_CLIMBING_LEFT_START: return frame == 3 ? SOUND_CLIMB : SOUND_NONE;
    case RABBIT_CLIMBING_RIGHT_BANG_HEAD:
    case RABBIT_CLIMBING_LEFT_BANG_HEAD: return frame == 1 ? SOUND_BUMP : SOUND_NONE;
    case RABBIT_BURNING:
    case RABBIT_BURNING_ON_SLOPE: return frame == 0 ? SOUND_BURN : SOUND_NONE;
    case RABBIT_DROWNING: return frame == 0 ? SOUND_DROWN : SOUND_NONE;
    case RABBIT_EXPLODING: return frame == 0 ? SOUND_EXPLODE : SOUND_NONE;
    case RABBIT_CRASHING: return frame == 0 ? SOUND_CRASH : SOUND_NONE;
    case RABBIT_OUT_OF_BOUNDS: return frame == 0 ? SOUND_OUT : SOUND_NONE;
    case RABBIT_DYING_OF_FALLING: return frame == 1 ? SOUND_DIE : SOUND_NONE;
    case RABBIT_FALLING_1_TO_DEATH: return frame == 6 ? SOUND_DIE : SOUND_NONE;
    case RABBIT_ENTERING_EXIT: return frame == 2 ? SOUND_HOME : SOUND_NONE;
    default: return SOUND_NONE;
    }
}

static void add(struct sound_cue cues[SOUND_COUNT], enum sound sound, double x_cells)
{
    if (sound != SOUND_NONE) {
        struct sound_cue *cue = &cues[sound];
        cue->x_cells = (cue->x_cells * cue->count + x_cells) / (cue->count + 1);
        cue->count++;
    }
}

static void hear_events(const struct world *world, struct sound_cue cues[SOUND_COUNT])
{
    int count = 0;
    const struct event *events = world_events(world, &count);
    for (int i = 0; i < count; i++) {
        if (events[i].kind == EVENT_ENTERED) {
            add(cues, SOUND_ENTER, events[i].x);
        } else if (events[i].kind == EVENT_FIRE_OUT) {
            add(cues, SOUND_HISS, events[i].x);
        }
    }
}

/* Tenths first to last of the step that the world is in. */
static void hear_rabbits(const struct world *world, int first, int last, struct sound_cue cues[SOUND_COUNT])
{
    int count = 0;
    const struct rabbit *rabbits = world_rabbits(world, &count);
    for (int i = 0; i < count; i++) {
        for (int frame = first; frame <= last; frame++) {
            add(cues, sound_of_state((enum rabbit_state)rabbits[i].state, frame), rabbits[i].x);
        }
    }
}

bool sound_ear_listen(struct sound_ear *ear, const struct world *world, double place,
                      struct sound_cue cues[SOUND_COUNT])
{
    struct sound_ear before = *ear;
    int frame = (int)(place * SOUND_FRAMES);
    *ear = (struct sound_ear){true, world_counts(world).steps, frame, world_outcome(world)};
    for (int i = 0; i < SOUND_COUNT; i++) {
        cues[i] = (struct sound_cue){0};
    }
    bool is_same = ear->steps == before.steps;
    bool is_next = ear->steps == before.steps + 1;
    if (!before.has_begun || (!is_same && !is_next) || (is_same && frame < before.frame)) {
        return false;
    }
    if (is_next) {
        hear_events(world, cues);
    }
    if (ear->outcome == OUTCOME_RUNNING) {
        hear_rabbits(world, is_same ? before.frame + 1 : 0, frame, cues);
    } else if (before.outcome == OUTCOME_RUNNING) {
        double middle = world_width(world) / 2.0;
        add(cues, ear->outcome == OUTCOME_WON ? SOUND_WON : SOUND_LOST, middle);
    }
    bool is_any = false;
    for (int i = 0; i < SOUND_COUNT; i++) {
        is_any = is_any || cues[i].count > 0;
    }
    return is_any;
}

bool sound_gate_pass(struct sound_gate *gate, enum sound sound, uint64_t now_ns)
{
    uint64_t gap_ns = (uint64_t)sound_info(sound).gap_ms * 1000000;
    if (gate->since_ns[sound] != 0 && now_ns - gate->since_ns[sound] < gap_ns) {
        return false;
    }
    gate->since_ns[sound] = now_ns;
    return true;
}

double sound_loudness(int count)
{
    return count <= 0 ? 0 : 1 - 0.4 / count;
}
