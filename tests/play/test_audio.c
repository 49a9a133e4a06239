/* What sounds when, what is shown of it, and that no device is no trouble. */
#include "play/speaker.h"
#include "support/parsed_level.h"
#include "support/test.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <stdio.h>
#include <string.h>

#define SECOND UINT64_C(1000000000)

static void every_state_sounds_as_the_rules_say(void **state)
{
    (void)state;
    static const struct {
        enum rabbit_state state;
        const char *frames; /* a sign for each tenth: x where a sound begins */
    } rows[] = {
        {RABBIT_BASHING_RIGHT, "   x"},
        {RABBIT_BASHING_UP_LEFT, "   x"},
        {RABBIT_BASHING_USELESSLY_RIGHT, ""},
        {RABBIT_DIGGING, "  x"},
        {RABBIT_DIGGING_USELESSLY, "  x"},
        {RABBIT_DIGGING_2, ""},
        {RABBIT_BRIDGING_UP_LEFT_1, "    x"},
        {RABBIT_BRIDGING_IN_CORNER_RIGHT_2, " x      x"},
        {RABBIT_BRIDGING_LEFT_3, ""},
        {RABBIT_CLIMBING_LEFT_START, "   x"},
        {RABBIT_CLIMBING_RIGHT_BANG_HEAD, " x"},
        {RABBIT_CLIMBING_RIGHT_CONTINUE_1, ""},
        {RABBIT_BURNING_ON_SLOPE, "x"},
        {RABBIT_DROWNING, "x"},
        {RABBIT_EXPLODING, "x"},
        {RABBIT_OUT_OF_BOUNDS, "x"},
        {RABBIT_DYING_OF_FALLING, " x"},
        {RABBIT_FALLING_1_TO_DEATH, "      x"},
        {RABBIT_ENTERING_EXIT, "  x"},
        {RABBIT_ENTERING_EXIT_CLIMBING_LEFT, ""},
        {RABBIT_DYING_OF_FALLING_2, ""},
        {RABBIT_WALKING_LEFT, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int frame = 0; frame < SOUND_FRAMES; frame++) {
            bool expected = frame < (int)strlen(rows[i].frames) && rows[i].frames[frame] == 'x';
            assert_int_equal(sound_of_state(rows[i].state, frame) != SOUND_NONE, expected);
        }
    }
}

static struct world *two_diggers(struct level **level)
{
    *level = parsed_level(":num_rabbits=0\n:num_to_save=1\n"
                          "#   *   *   #\n"
                          "#############\n"
                          "#############\n"
                          "#############\n"
                          ":*=rd\n:*=rd\n");
    return (*level)->world;
}

/* Steps until both dig. */
static void let_them_begin(struct world *world)
{
    int count = 0;
    while (world_rabbits(world, &count)[0].state != RABBIT_DIGGING) {
        assert_true(world_counts(world).steps < 10);
        assert_true(world_step(world));
    }
    assert_int_equal(count, 2);
}

static void a_sound_begins_once_at_its_tenth(void **state)
{
    (void)state;
    struct level *level;
    struct world *world = two_diggers(&level);
    struct sound_ear ear = {0};
    struct sound_cue cues[SOUND_COUNT];
    let_them_begin(world);
    assert_false(sound_ear_listen(&ear, world, 0, cues));
    assert_false(sound_ear_listen(&ear, world, 0.19, cues));
    assert_true(sound_ear_listen(&ear, world, 0.2, cues));
    assert_int_equal(cues[SOUND_DIG].count, 2);
    assert_true(cues[SOUND_DIG].x_cells == 6);
    assert_false(sound_ear_listen(&ear, world, 0.21, cues));
    assert_false(sound_ear_listen(&ear, world, 0.9, cues));
    level_destroy(level);
}

static void a_long_frame_misses_no_sound_of_its_step(void **state)
{
    (void)state;
    struct level *level;
    struct world *world = two_diggers(&level);
    struct sound_ear ear = {0};
    struct sound_cue cues[SOUND_COUNT];
    let_them_begin(world);
    sound_ear_listen(&ear, world, 0, cues);
    assert_true(sound_ear_listen(&ear, world, 0.95, cues));
    assert_int_equal(cues[SOUND_DIG].count, 2);
    level_destroy(level);
}

static void going_back_and_jumping_is_silent(void **state)
{
    (void)state;
    struct level *level;
    struct world *world = two_diggers(&level);
    struct world *before = world_copy(world);
    struct sound_ear ear = {0};
    struct sound_cue cues[SOUND_COUNT];
    let_them_begin(world);
    world_step(world);
    sound_ear_listen(&ear, world, 0.5, cues);
    assert_false(sound_ear_listen(&ear, world, 0.1, cues));
    assert_false(sound_ear_listen(&ear, before, 0.9, cues));
    world_step(world);
    world_step(world);
    assert_false(sound_ear_listen(&ear, world, 0.9, cues));
    world_destroy(before);
    level_destroy(level);
}

static void entering_and_the_end_are_heard(void **state)
{
    (void)state;
    struct level *level = parsed_level(":num_rabbits=1\n:num_to_save=1\n"
                                       "#Q     #\n"
                                       "#     O#\n"
                                       "########\n");
    struct sound_ear ear = {0};
    struct sound_cue cues[SOUND_COUNT];
    int heard[SOUND_COUNT] = {0};
    sound_ear_listen(&ear, level->world, 0, cues);
    while (world_step(level->world)) {
        for (int frame = 0; frame < SOUND_FRAMES; frame++) {
            sound_ear_listen(&ear, level->world, (frame + 0.5) / SOUND_FRAMES, cues);
            for (int i = 0; i < SOUND_COUNT; i++) {
                heard[i] += cues[i].count;
            }
        }
    }
    assert_int_equal(heard[SOUND_ENTER], 1);
    assert_int_equal(heard[SOUND_HOME], 1);
    assert_int_equal(heard[SOUND_WON], 1);
    assert_int_equal(heard[SOUND_LOST], 0);
    level_destroy(level);
}

static void the_same_sound_waits_for_its_gap(void **state)
{
    (void)state;
    struct sound_gate gate = {0};
    int started = 0;
    for (int ms = 1; ms <= 1000; ms++) {
        started += sound_gate_pass(&gate, SOUND_BASH, (uint64_t)ms * 1000000);
    }
    assert_int_equal(started, 1 + 999 / sound_info(SOUND_BASH).gap_ms);
    assert_true(sound_gate_pass(&gate, SOUND_DIG, SECOND));
}

static void a_hundred_are_louder_than_one_but_not_by_much(void **state)
{
    (void)state;
    assert_true(sound_loudness(1) < sound_loudness(2) && sound_loudness(2) < sound_loudness(100));
    assert_true(sound_loudness(100) <= 1 && sound_loudness(100) < 2 * sound_loudness(1));
}

static void captions_gather_equal_sounds_and_pass(void **state)
{
    (void)state;
    struct captions captions = {0};
    char text[80];
    captions_hear(&captions, SOUND_DIG, 1, 0, SECOND);
    captions_hear(&captions, SOUND_DIG, 3, 0, SECOND);
    captions_hear(&captions, SOUND_DIG, 2, 0, SECOND);
    captions_hear(&captions, SOUND_HOME, 1, -1, 2 * SECOND);
    captions_hear(&captions, SOUND_CLICK, 1, 0, 2 * SECOND);
    assert_int_equal(captions.count, 2);
    caption_text(&captions.lines[0], text, sizeof text);
    assert_string_equal(text, "[digging, 3 times]");
    caption_text(&captions.lines[1], text, sizeof text);
    assert_string_equal(text, "[a rabbit is home, to the left]");
    assert_false(captions_pass_time(&captions, 3 * SECOND));
    assert_true(captions_pass_time(&captions, 4 * SECOND));
    assert_int_equal(captions.count, 1);
    assert_int_equal(captions.lines[0].sound, SOUND_HOME);
}

static void the_oldest_caption_makes_room(void **state)
{
    (void)state;
    struct captions captions = {0};
    for (int i = 0; i < CAPTIONS_MAX + 2; i++) {
        captions_hear(&captions, (enum sound)i, 1, 0, SECOND);
    }
    assert_int_equal(captions.count, CAPTIONS_MAX);
    assert_int_equal(captions.lines[0].sound, 2);
    assert_int_equal(captions.lines[CAPTIONS_MAX - 1].sound, CAPTIONS_MAX + 1);
}

static void every_word_for_music_has_some(void **state)
{
    (void)state;
    static const char *const words[] = {"", "tryad-lovely", "tryad-witness", "tryad-this", "anything"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        assert_true(music_of_level(words[i]) > MUSIC_NONE && music_of_level(words[i]) < MUSIC_COUNT);
    }
}

static void all_sounds_are_there_and_play(void **state)
{
    (void)state;
    struct error message = {0};
    struct audio *audio = audio_create("assets", &message);
    assert_false(audio_is_silent(audio));
    assert_string_equal(message.text, "");
    for (int i = 0; i < SOUND_COUNT; i++) {
        audio_play(audio, (enum sound)i, 1, i % 3 - 1);
        assert_true(Mix_Playing(-1) > 0);
    }
    audio_music(audio, MUSIC_PUZZLE);
    assert_true(Mix_Playing(0));
    audio_volumes(audio, 50, 50, 50, true);
    assert_false(Mix_Playing(0));
    audio_volumes(audio, 50, 50, 50, false);
    assert_true(Mix_Playing(0));
    audio_destroy(audio);
}

static void muted_sounds_are_not_started(void **state)
{
    (void)state;
    struct error message = {0};
    struct audio *audio = audio_create("assets", &message);
    audio_volumes(audio, 100, 100, 100, true);
    audio_play(audio, SOUND_DIG, 1, 0);
    audio_music(audio, MUSIC_TITLE);
    assert_int_equal(Mix_Playing(-1), 0);
    audio_destroy(audio);
}

static void more_sounds_than_channels_are_left_out(void **state)
{
    (void)state;
    struct error message = {0};
    struct audio *audio = audio_create("assets", &message);
    for (int i = 0; i < 200; i++) {
        audio_play(audio, SOUND_BURN, 1, 0);
    }
    assert_true(Mix_Playing(-1) <= 12);
    assert_false(Mix_Playing(0));
    audio_destroy(audio);
}

static void without_files_or_device_there_is_one_line_and_silence(void **state)
{
    (void)state;
    struct error message = {0};
    struct preferences preferences;
    struct speaker speaker;
    speaker_open(&speaker, "no/such/folder", &message);
    assert_non_null(strstr(message.text, "missing"));
    speaker_play(&speaker, SOUND_CLICK, SECOND);
    speaker_close(&speaker);
    SDL_setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    message = (struct error){0};
    speaker_open(&speaker, "assets", &message);
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    assert_true(audio_is_silent(speaker.audio));
    assert_non_null(strstr(message.text, "no sound"));
    preferences_default(&preferences);
    speaker_follow(&speaker, &preferences);
    speaker_start_level(&speaker, "any");
    speaker_play(&speaker, SOUND_REFUSE, SECOND);
    assert_int_equal(speaker.captions.count, 1);
    speaker_start_menu(&speaker);
    speaker_close(&speaker);
}

static void what_is_out_of_sight_is_said_to_be(void **state)
{
    (void)state;
    struct level *level;
    struct error message = {0};
    struct speaker speaker;
    struct world *world = two_diggers(&level);
    struct camera camera;
    char text[80];
    camera_init(&camera, world_width(world), world_height(world), 64, 64);
    camera.x_px = 9 * 32;
    let_them_begin(world);
    speaker_open(&speaker, "assets", &message);
    speaker_start_level(&speaker, "");
    speaker_hear(&speaker, world, 0, &camera, SECOND);
    speaker_hear(&speaker, world, 0.5, &camera, SECOND);
    assert_int_equal(speaker.captions.count, 1);
    caption_text(&speaker.captions.lines[0], text, sizeof text);
    assert_string_equal(text, "[digging, 2 times, to the left]");
    speaker_close(&speaker);
    level_destroy(level);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_sounds_as_the_rules_say),
        cmocka_unit_test(a_sound_begins_once_at_its_tenth),
        cmocka_unit_test(a_long_frame_misses_no_sound_of_its_step),
        cmocka_unit_test(going_back_and_jumping_is_silent),
        cmocka_unit_test(entering_and_the_end_are_heard),
        cmocka_unit_test(the_same_sound_waits_for_its_gap),
        cmocka_unit_test(a_hundred_are_louder_than_one_but_not_by_much),
        cmocka_unit_test(captions_gather_equal_sounds_and_pass),
        cmocka_unit_test(the_oldest_caption_makes_room),
        cmocka_unit_test(every_word_for_music_has_some),
        cmocka_unit_test(all_sounds_are_there_and_play),
        cmocka_unit_test(muted_sounds_are_not_started),
        cmocka_unit_test(more_sounds_than_channels_are_left_out),
        cmocka_unit_test(without_files_or_device_there_is_one_line_and_silence),
        cmocka_unit_test(what_is_out_of_sight_is_said_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
