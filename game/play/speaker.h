/* Everything that sounds in the game, in one place: what a screen calls. Decides what is played, how loud and
 * from where, and keeps the captions. */
#ifndef WARREN_PLAY_SPEAKER_H
#define WARREN_PLAY_SPEAKER_H

#include "play/audio.h"
#include "play/captions.h"
#include "play/preferences.h"
#include "scene/camera.h"

struct speaker {
    struct audio *audio;
    struct sound_ear ear;
    struct sound_gate gate;
    struct captions captions;
};

/* The message: one line for the log when there is no sound. */
void speaker_open(struct speaker *speaker, const char *assets, struct error *message);
void speaker_close(struct speaker *speaker);

/* As the player has it now; cheap, for every pass. */
void speaker_follow(struct speaker *speaker, const struct preferences *preferences);

/* Another level, or the same from its start. */
void speaker_start_level(struct speaker *speaker, const char *music);
void speaker_start_menu(struct speaker *speaker);

/* The game as it is now; place as in session.h. camera: for what is heard from which side. */
void speaker_hear(struct speaker *speaker, const struct world *world, double place,
                  const struct camera *camera, uint64_t now_ns);

/* Whether a key or a button of the pad with this meaning is to be heard, as a button on the screen would be.
 */
bool speaker_is_button(enum player_action action);

/* A sound of the controls, or of a token that the player put down. */
void speaker_play(struct speaker *speaker, enum sound sound, uint64_t now_ns);

#endif
