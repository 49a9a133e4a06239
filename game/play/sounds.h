/* What is to be heard when: which states of rabbits sound at which tenth of a step (rules/40 A7), from which
 * side, and how often at most, so that a hundred bashing rabbits do not deafen. Pure: knows no device, and is
 * told the time. */
#ifndef WARREN_PLAY_SOUNDS_H
#define WARREN_PLAY_SOUNDS_H

#include "play/sound_table.h"
#include "world/world.h"

#include <stdbool.h>
#include <stdint.h>

enum sound {
#define ROW(id, file, caption, gap) SOUND_##id,
    SOUNDS(ROW)
#undef ROW
        SOUND_COUNT,
    SOUND_NONE = -1
};

struct sound_info {
    const char *file;    /* without ".wav" */
    const char *caption; /* "" for none */
    int gap_ms;
};

struct sound_info sound_info(enum sound sound);

enum { SOUND_FRAMES = 10 }; /* tenths of a step */

/* The sound of a state that begins at this tenth, or SOUND_NONE. */
enum sound sound_of_state(enum rabbit_state state, int frame);

/* Follows one game. Zero-initialise it for each. */
struct sound_ear {
    bool has_begun;
    int32_t steps; /* of the world, when it was last listened to */
    int frame;
    enum outcome outcome;
};

/* What began to sound at once. */
struct sound_cue {
    int count;      /* how many; 0: not this sound */
    double x_cells; /* where, on the average */
};

/* What has begun since the last call; place: 0 to below 1 of the step. Going back, and more than one step at
 * a time, is silent. Returns whether there is anything. */
bool sound_ear_listen(struct sound_ear *ear, const struct world *world, double place,
                      struct sound_cue cues[SOUND_COUNT]);

/* Zero-initialise it. True if the sound may start now; then it is taken as started. */
struct sound_gate {
    uint64_t since_ns[SOUND_COUNT]; /* 0: never */
};

bool sound_gate_pass(struct sound_gate *gate, enum sound sound, uint64_t now_ns);

/* How loud so many at once are, 0 to 1: more than one, but not as many times. */
double sound_loudness(int count);

#endif
