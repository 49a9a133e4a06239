#include "play/speaker.h"

void speaker_open(struct speaker *speaker, const char *assets, struct error *message)
{
    *speaker = (struct speaker){.audio = audio_create(assets, message)};
}

void speaker_close(struct speaker *speaker)
{
    audio_destroy(speaker->audio);
    *speaker = (struct speaker){0};
}

void speaker_follow(struct speaker *speaker, const struct preferences *preferences)
{
    audio_volumes(speaker->audio, preferences->sound_percent, preferences->control_percent,
                  preferences->music_percent, preferences->is_muted);
}

static void start(struct speaker *speaker, enum music music)
{
    speaker->ear = (struct sound_ear){0};
    speaker->captions = (struct captions){0};
    audio_music(speaker->audio, music);
}

void speaker_start_level(struct speaker *speaker, const char *music)
{
    start(speaker, music_of_level(music));
}

void speaker_start_menu(struct speaker *speaker)
{
    start(speaker, MUSIC_TITLE);
}

/* -1 at the left edge of the view, 1 at the right one, and beyond that outside of it. */
static double side_of(const struct camera *camera, double x_cells)
{
    double middle_px = (x_cells + 0.5) * camera->zoom_px - camera->x_px;
    return camera->view_w_px > 0 ? 2 * middle_px / camera->view_w_px - 1 : 0;
}

void speaker_hear(struct speaker *speaker, const struct world *world, double place,
                  const struct camera *camera, uint64_t now_ns)
{
    struct sound_cue cues[SOUND_COUNT];
    captions_pass_time(&speaker->captions, now_ns);
    if (!sound_ear_listen(&speaker->ear, world, place, cues)) {
        return;
    }
    for (int i = 0; i < SOUND_COUNT; i++) {
        if (cues[i].count == 0) {
            continue;
        }
        enum sound sound = (enum sound)i;
        double side = side_of(camera, cues[i].x_cells);
        captions_hear(&speaker->captions, sound, cues[i].count, side < -1 ? -1 : side > 1 ? 1 : 0, now_ns);
        if (sound_gate_pass(&speaker->gate, sound, now_ns)) {
            audio_play(speaker->audio, sound, sound_loudness(cues[i].count), side);
        }
    }
}

/* Not what is held, what is repeated while it is held, or what has a sound of its own. */
bool speaker_is_button(enum player_action action)
{
    switch (action) {
    case DO_NOTHING:
    case DO_UP:
    case DO_DOWN:
    case DO_LEFT:
    case DO_RIGHT:
    case DO_ACCEPT:
    case DO_CELL_UP:
    case DO_CELL_DOWN:
    case DO_CELL_LEFT:
    case DO_CELL_RIGHT:
    case DO_PLACE:
    case DO_REWIND:
    case DO_GHOSTS:
    case DO_ZOOM_IN:
    case DO_ZOOM_OUT:
    case DO_PAN_UP:
    case DO_PAN_DOWN:
    case DO_PAN_LEFT:
    case DO_PAN_RIGHT:
    case DO_MUTE: return false;
    default: return true;
    }
}

void speaker_play(struct speaker *speaker, enum sound sound, uint64_t now_ns)
{
    captions_hear(&speaker->captions, sound, 1, 0, now_ns);
    if (sound_gate_pass(&speaker->gate, sound, now_ns)) {
        audio_play(speaker->audio, sound, 0.8, 0);
    }
}
