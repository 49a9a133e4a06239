#include "play/audio.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/text.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum {
    RATE = 44100,
    BUFFER_SAMPLES = 1024,
    CHANNEL_MUSIC = 0,
    CHANNEL_CONTROLS = 1,
    CHANNELS_RESERVED = 2,
    CHANNELS = 14,
    GROUP_GAME = 1, /* all the others */
    FADE_MS = 400
};

struct audio {
    bool has_device;
    Mix_Chunk *sounds[SOUND_COUNT]; /* NULL: the file is missing */
    Mix_Chunk *music[MUSIC_COUNT];
    enum music playing, wanted;
    int sound_volume, control_volume, music_volume; /* of SDL's mixer; 0 while muted */
};

enum music music_of_level(const char *name)
{
    if (name[0] == '\0') {
        return MUSIC_STROLL;
    }
    return hash_bytes(HASH_START, name, strlen(name)) % 2 == 0 ? MUSIC_STROLL : MUSIC_PUZZLE;
}

static Mix_Chunk *load(const char *assets, const char *name)
{
    struct text path = {0};
    text_format(&path, "%s/sounds/%s.wav", assets, name);
    Mix_Chunk *chunk = Mix_LoadWAV(path.bytes);
    text_free(&path);
    return chunk;
}

static void load_all(struct audio *audio, const char *assets, struct error *message)
{
    static const char *const tracks[MUSIC_COUNT] = {"music_title", "music_stroll", "music_puzzle"};
    bool is_complete = true;
    for (int i = 0; i < SOUND_COUNT; i++) {
        audio->sounds[i] = load(assets, sound_info((enum sound)i).file);
        is_complete = is_complete && audio->sounds[i] != NULL;
    }
    for (int i = 0; i < MUSIC_COUNT; i++) {
        audio->music[i] = load(assets, tracks[i]);
        is_complete = is_complete && audio->music[i] != NULL;
    }
    if (!is_complete) {
        error_set(message, STATUS_ENVIRONMENT, "sound", "some sounds are missing: %s", SDL_GetError());
    }
}

static bool open_device(struct error *message)
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return error_set(message, STATUS_ENVIRONMENT, "sound", "no sound: %s", SDL_GetError());
    }
    if (Mix_OpenAudioDevice(RATE, AUDIO_S16SYS, 2, BUFFER_SAMPLES, NULL, 0) != 0) {
        error_set(message, STATUS_ENVIRONMENT, "sound", "no sound: %s", SDL_GetError());
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return false;
    }
    return true;
}

/* Without a sound card libasound writes a dozen lines of its own to stderr, which say less than our one. */
static bool open_device_quietly(struct error *message)
{
    int kept = dup(STDERR_FILENO);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    bool is_quiet = kept >= 0 && nowhere >= 0 && dup2(nowhere, STDERR_FILENO) >= 0;
    bool good = open_device(message);
    if (is_quiet) {
        dup2(kept, STDERR_FILENO);
    }
    if (kept >= 0) {
        close(kept);
    }
    if (nowhere >= 0) {
        close(nowhere);
    }
    return good;
}

struct audio *audio_create(const char *assets, struct error *message)
{
    struct audio *audio = memory_get(sizeof *audio);
    audio->playing = audio->wanted = MUSIC_NONE;
    if (!open_device_quietly(message)) {
        return audio;
    }
    audio->has_device = true;
    Mix_AllocateChannels(CHANNELS);
    Mix_GroupChannels(CHANNELS_RESERVED, CHANNELS - 1, GROUP_GAME);
    load_all(audio, assets, message);
    audio_volumes(audio, 100, 100, 100, false);
    return audio;
}

void audio_destroy(struct audio *audio)
{
    if (audio == NULL) {
        return;
    }
    if (audio->has_device) {
        Mix_HaltChannel(-1);
        for (int i = 0; i < SOUND_COUNT; i++) {
            Mix_FreeChunk(audio->sounds[i]);
        }
        for (int i = 0; i < MUSIC_COUNT; i++) {
            Mix_FreeChunk(audio->music[i]);
        }
        Mix_CloseAudio();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    memory_free(audio);
}

bool audio_is_silent(const struct audio *audio)
{
    return !audio->has_device;
}

/* Starts or stops the music as volume and wish have it: what nobody hears is not mixed either. */
static void follow_wish(struct audio *audio)
{
    enum music music = audio->music_volume > 0 ? audio->wanted : MUSIC_NONE;
    if (music == audio->playing) {
        return;
    }
    audio->playing = music;
    Mix_HaltChannel(CHANNEL_MUSIC);
    if (music != MUSIC_NONE && audio->music[music] != NULL) {
        Mix_FadeInChannel(CHANNEL_MUSIC, audio->music[music], -1, FADE_MS);
    }
}

void audio_volumes(struct audio *audio, int sound_percent, int control_percent, int music_percent,
                   bool is_muted)
{
    audio->sound_volume = is_muted ? 0 : sound_percent * MIX_MAX_VOLUME / 100;
    audio->control_volume = is_muted ? 0 : control_percent * MIX_MAX_VOLUME / 100;
    int music_volume = is_muted ? 0 : music_percent * MIX_MAX_VOLUME / 100;
    if (!audio->has_device || music_volume == audio->music_volume) {
        return;
    }
    audio->music_volume = music_volume;
    Mix_Volume(CHANNEL_MUSIC, music_volume);
    follow_wish(audio);
}

void audio_play(struct audio *audio, enum sound sound, double loudness, double side)
{
    bool is_control = sound == SOUND_CLICK;
    int volume = (int)((is_control ? audio->control_volume : audio->sound_volume) * loudness);
    if (!audio->has_device || audio->sounds[sound] == NULL || volume <= 0) {
        return;
    }
    int channel = is_control ? CHANNEL_CONTROLS : Mix_GroupAvailable(GROUP_GAME);
    if (channel < 0) {
        return;
    }
    double bounded = side < -1 ? -1 : side > 1 ? 1 : side;
    Mix_Volume(channel, volume);
    Mix_SetPanning(channel, (Uint8)(255 * (bounded > 0 ? 1 - bounded * 0.8 : 1)),
                   (Uint8)(255 * (bounded < 0 ? 1 + bounded * 0.8 : 1)));
    Mix_PlayChannel(channel, audio->sounds[sound], 0);
}

void audio_music(struct audio *audio, enum music music)
{
    audio->wanted = music;
    if (audio->has_device) {
        follow_wish(audio);
    }
}
