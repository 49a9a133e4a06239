/* The sound device: plays what it is told (SDL2_mixer). Without a device, or without the files, everything
 * here does nothing. Made by the application, called through the speaker (speaker.h). */
#ifndef WARREN_PLAY_AUDIO_H
#define WARREN_PLAY_AUDIO_H

#include "base/error.h"
#include "play/sounds.h"

enum music { MUSIC_NONE = -1, MUSIC_TITLE, MUSIC_STROLL, MUSIC_PUZZLE, MUSIC_COUNT };

/* The music of a level, by what its `music` line says: any word has some, and no word has one too. */
enum music music_of_level(const char *name);

struct audio;

/* assets: the folder that holds sounds/. Never NULL; audio_is_silent tells whether there is a device, and the
 * message then is one line for the log. */
struct audio *audio_create(const char *assets, struct error *message);
void audio_destroy(struct audio *audio); /* NULL is fine */
bool audio_is_silent(const struct audio *audio);

/* 0 to 100 each. Muted: nothing sounds, and music waits. */
void audio_volumes(struct audio *audio, int sound_percent, int control_percent, int music_percent,
                   bool is_muted);

/* loudness 0 to 1; side -1 (left) to 1 (right). When too many play already it is left out. */
void audio_play(struct audio *audio, enum sound sound, double loudness, double side);

/* Goes round until another is chosen. The one that plays goes on. */
void audio_music(struct audio *audio, enum music music);

#endif
