/* Every line of the key help is true: for each action its key as delivered is pressed, and something that was
 * not so before is so afterwards. */
#include "play/player.h"
#include "play/replays.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"

#include <math.h>
#include <unistd.h>

static const char *const all_text = ":name=All\n:hint.1=one\n"
                                    ":num_rabbits=9\n:num_to_save=1\n:rabbit_delay=3\n"
                                    ":bash=9\n:dig=9\n:bridge=9\n:block=9\n:climb=9\n:explode=9\n:brolly=9\n"
                                    "########################\n"
                                    "#                      #\n"
                                    "# Q                   O#\n"
                                    "#                      #\n"
                                    "########################\n"
                                    "########################\n";

/* How it was before the key. */
static struct before {
    int screen, focus, ui_percent, zoom_px, cell_x, cell_y, chosen, speed, stock, replays, level;
    int32_t now;
    double x_px, y_px;
    bool is_paused, is_muted, is_watching, shows_redrawn;
    struct paint_state state;
    char quality[64];
    uint64_t picture;
} before;

static uint64_t picture_of(const struct app *app)
{
    struct paint_state state = painter_state(app->display.painter);
    size_t count = (size_t)state.output_w_px * (size_t)state.output_h_px;
    uint32_t *pixels = memory_get_array(count, sizeof *pixels);
    struct error error = {0};
    assert_true(painter_read(app->display.painter, pixels, &error));
    uint64_t hash = hash_bytes(HASH_START, (const char *)pixels, count * sizeof *pixels);
    memory_free(pixels);
    return hash;
}

static int count_replays(const struct app *app)
{
    struct replays replays;
    keeper_flush(app->keeping.keeper);
    replays_open(&replays, &app->keeping.folders);
    int count = replays.count;
    replays_close(&replays);
    return count;
}

static int stock_of(const struct app *app)
{
    int stock = 0;
    for (int i = 0; i < ABILITY_COUNT; i++) {
        stock += world_counts(timeline_world(app->session.timeline)).stock[i];
    }
    return stock;
}

static void remember(const struct app *app)
{
    before = (struct before){.screen = app->screen,
                             .focus = app->ui.focus,
                             .ui_percent = app->preferences.ui_percent,
                             .zoom_px = app->view.camera.zoom_px,
                             .cell_x = app->view.cell_x,
                             .cell_y = app->view.cell_y,
                             .chosen = app->session.chosen,
                             .speed = app->session.speed,
                             .replays = count_replays(app),
                             .level = app->level,
                             .x_px = app->view.camera.x_px,
                             .y_px = app->view.camera.y_px,
                             .is_paused = app->session.is_paused,
                             .is_muted = app->preferences.is_muted,
                             .is_watching = app->session.is_watching,
                             .shows_redrawn = app->display.shows_redrawn,
                             .state = painter_state(app->display.painter),
                             .picture = picture_of(app)};
    snprintf(before.quality, sizeof before.quality, "%s",
             painter_reading(app->display.painter, HINT_SCALE_QUALITY).value);
    if (app->session.level != NULL) {
        before.now = timeline_facts(app->session.timeline).now;
        before.stock = stock_of(app);
    }
}

#define IS_ON(name, number)                                                                                  \
    static bool is_##name(const struct app *app)                                                             \
    {                                                                                                        \
        return app->screen == SCREEN_##number;                                                               \
    }
IS_ON(title, TITLE)
IS_ON(intro, INTRO)
IS_ON(play, PLAY)
IS_ON(keys, KEYS)
IS_ON(options, OPTIONS)
static bool is_hint(const struct app *app)
{
    return app->screen == SCREEN_INTRO && app->hints_seen == 1;
}
static bool is_next_level(const struct app *app)
{
    return app->screen == SCREEN_INTRO && app->level == before.level + 1;
}
static bool focus_went_on(const struct app *app)
{
    return app->ui.focus > before.focus;
}
static bool focus_went_back(const struct app *app)
{
    return app->ui.focus < before.focus;
}
static bool key_is_empty(const struct app *app)
{
    return app->input.bindings.keys[DO_LEFT][0].key == 0;
}
static bool is_larger_ui(const struct app *app)
{
    return app->preferences.ui_percent > before.ui_percent;
}
static bool is_smaller_ui(const struct app *app)
{
    return app->preferences.ui_percent < before.ui_percent;
}
#define CHOSE(number)                                                                                        \
    static bool chose_##number(const struct app *app)                                                        \
    {                                                                                                        \
        return app->session.chosen == session_ability(&app->session, (number)-1);                            \
    }
CHOSE(1)
CHOSE(2)
CHOSE(3)
CHOSE(4)
CHOSE(5)
CHOSE(6)
CHOSE(7)
static bool cell_is_up(const struct app *app)
{
    return app->view.has_cell && app->view.cell_y == before.cell_y - 1;
}
static bool cell_is_down(const struct app *app)
{
    return app->view.has_cell && app->view.cell_y == before.cell_y + 1;
}
static bool cell_is_left(const struct app *app)
{
    return app->view.has_cell && app->view.cell_x == before.cell_x - 1;
}
static bool cell_is_right(const struct app *app)
{
    return app->view.has_cell && app->view.cell_x == before.cell_x + 1;
}
static bool has_used_one(const struct app *app)
{
    return stock_of(app) == before.stock - 1;
}
static bool has_got_one_back(const struct app *app)
{
    return stock_of(app) == before.stock + 1;
}
static bool is_pause_switched(const struct app *app)
{
    return app->session.is_paused != before.is_paused;
}
static bool is_one_step_on(const struct app *app)
{
    return app->session.is_paused && timeline_facts(app->session.timeline).now == before.now + 1;
}
static bool is_one_step_back(const struct app *app)
{
    return app->session.is_paused && timeline_facts(app->session.timeline).now == before.now - 1;
}
static bool has_run_back(const struct app *app)
{
    return app->session.is_rewinding && timeline_facts(app->session.timeline).now <= before.now - 2;
}
static bool is_at_start(const struct app *app)
{
    return timeline_facts(app->session.timeline).now == 0;
}
static bool is_after_step_5(const struct app *app)
{
    return timeline_facts(app->session.timeline).now >= 5;
}
static bool is_faster(const struct app *app)
{
    return session_speed(&app->session) > 1.5 && app->session.speed == before.speed + 1;
}
static bool is_slower(const struct app *app)
{
    return app->session.speed == before.speed - 1;
}
static bool is_four_times(const struct app *app)
{
    return fabs(session_speed(&app->session) - 4) < 0.01;
}
static bool is_another_picture(const struct app *app)
{
    return picture_of(app) != before.picture;
}
static bool is_kept(const struct app *app)
{
    return count_replays(app) == before.replays + 1;
}
static bool is_taken_over(const struct app *app)
{
    return before.is_watching && !app->session.is_watching;
}
static bool asks_about_explosion(const struct app *app)
{
    return player_find(app, "Explode all") >= 0 && player_find(app, "No, go on") >= 0;
}
static bool is_menu(const struct app *app)
{
    return player_find(app, "Keep as a replay") >= 0;
}
static bool is_no_menu(const struct app *app)
{
    return player_find(app, "Keep as a replay") < 0;
}
static bool is_larger(const struct app *app)
{
    return app->view.camera.zoom_px > before.zoom_px;
}
static bool is_smaller(const struct app *app)
{
    return app->view.camera.zoom_px < before.zoom_px;
}
static bool is_fitted(const struct app *app)
{
    return app->view.is_fitted;
}
static bool looks_further_up(const struct app *app)
{
    return app->view.camera.y_px < before.y_px;
}
static bool looks_further_down(const struct app *app)
{
    return app->view.camera.y_px > before.y_px;
}
static bool looks_further_left(const struct app *app)
{
    return app->view.camera.x_px < before.x_px;
}
static bool looks_further_right(const struct app *app)
{
    return app->view.camera.x_px > before.x_px;
}
static bool looks_elsewhere(const struct app *app)
{
    return looks_further_left(app) || looks_further_right(app);
}
static bool shows_graph(const struct app *app)
{
    return app->preferences.shows_graph && is_another_picture(app);
}
static bool is_another_quality(const struct app *app)
{
    return strcmp(painter_reading(app->display.painter, HINT_SCALE_QUALITY).value, before.quality) != 0;
}
static bool is_another_path(const struct app *app)
{
    return strcmp(painter_state(app->display.painter).path, before.state.path) != 0;
}
static bool is_another_blend(const struct app *app)
{
    return strcmp(painter_state(app->display.painter).blend, before.state.blend) != 0;
}
/* Where no other driver opens it says so. */
static bool is_another_driver_or_said(const struct app *app)
{
    return strcmp(painter_state(app->display.painter).driver, before.state.driver) != 0 ||
           strstr(app->message, "cannot be switched") != NULL;
}
static bool is_tinted(const struct app *app)
{
    return app->display.shows_redrawn != before.shows_redrawn;
}
static bool is_comparing(const struct app *app)
{
    return compare_is_running(&app->compare);
}
static bool is_sound_switched(const struct app *app)
{
    return app->preferences.is_muted != before.is_muted;
}
static bool asks_whether_seen(const struct app *app)
{
    return app->preferences.is_fullscreen && player_find(app, "Keep it") >= 0;
}
static bool is_in_window(const struct app *app)
{
    return !app->preferences.is_fullscreen;
}
static bool picture_is_saved(const struct app *app)
{
    const char *path = app->message + strlen("Saved as ");
    return strncmp(app->message, "Saved as ", strlen("Saved as ")) == 0 && access(path, F_OK) == 0;
}
static bool is_unsaid(const struct app *app)
{
    return app->message[0] == '\0';
}
static void say_nothing(struct app *app)
{
    app->message[0] = '\0';
}
static void stand_still(struct app *app)
{
    app->session.is_paused = true;
    app->message[0] = '\0';
}
static void hide_marks(struct app *app)
{
    app->view.has_cell = false;
}

static void in_menus(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_title),
                                        PROVE(DOWN, focus_went_on),
                                        PROVE(UP, focus_went_back),
                                        CLICK("Options"),
                                        UNTIL(is_options),
                                        PROVE(RIGHT, is_larger_ui),
                                        PROVE(LEFT, is_smaller_ui),
                                        PROVE(UI_LARGER, is_larger_ui),
                                        PROVE(UI_SMALLER, is_smaller_ui),
                                        PROVE(MUTE, is_sound_switched),
                                        PROVE(KEYS, is_keys),
                                        POINT("left"),
                                        PROVE(REMOVE, key_is_empty),
                                        CLICK("As delivered"),
                                        PROVE(BACK, is_options),
                                        KEY("Escape"),
                                        UNTIL(is_title),
                                        POINT("Play"),
                                        PROVE(ACCEPT, is_intro),
                                        CALL(say_nothing),
                                        PROVE(NEXT, is_next_level),
                                        END};
    player_prove_all(NULL, moves, remember, NULL);
}

static void in_a_level(void **state)
{
    struct text path = {0};
    struct error error;
    scratch_path(state, "all.rel", &path);
    assert_true(file_write(path.bytes, all_text, strlen(all_text), &error));
    static const struct move moves[] = {UNTIL(is_play),
                                        PROVE(PAUSE, is_pause_switched),
                                        CALL(stand_still),
                                        PROVE(STEP, is_one_step_on),
                                        PROVE(STEP, is_one_step_on),
                                        PROVE(STEP_BACK, is_one_step_back),
                                        PROVE(ABILITY_2, chose_2),
                                        PROVE(ABILITY_3, chose_3),
                                        PROVE(ABILITY_4, chose_4),
                                        PROVE(ABILITY_5, chose_5),
                                        PROVE(ABILITY_6, chose_6),
                                        PROVE(ABILITY_7, chose_7),
                                        PROVE(ABILITY_1, chose_1),
                                        PROVE(ABILITY_MORE, chose_2),
                                        PROVE(ABILITY_LESS, chose_1),
                                        KEY("W"),
                                        KEY("S"),
                                        PROVE(CELL_UP, cell_is_up),
                                        PROVE(CELL_DOWN, cell_is_down),
                                        PROVE(CELL_LEFT, cell_is_left),
                                        PROVE(CELL_RIGHT, cell_is_right),
                                        KEY("W"),
                                        PROVE(PLACE, has_used_one),
                                        PROVE(UNDO, has_got_one_back),
                                        PROVE(REDO, has_used_one),
                                        END};
    player_prove_all(path.bytes, moves, remember, NULL);
    text_free(&path);
}

static void time_in_a_level(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_play),
                                        PROVE(FASTER, is_faster),
                                        PROVE(SLOWER, is_slower),
                                        PROVE(FAST, is_four_times),
                                        UNTIL(is_after_step_5),
                                        KEY("Space"),
                                        CALL(say_nothing),
                                        PROVE(REWIND, has_run_back),
                                        KEY("."),
                                        KEY("."),
                                        CALL(hide_marks),
                                        CALL(say_nothing),
                                        PROVE(GHOSTS, is_another_picture),
                                        PROVE(KEEP, is_kept),
                                        PROVE(RETRY, is_at_start),
                                        PROVE(EXPLODE_ALL, asks_about_explosion),
                                        KEY("Escape"),
                                        PROVE(MENU, is_menu),
                                        KEY("Escape"),
                                        UNTIL(is_no_menu),
                                        PROVE(BACK, is_menu),
                                        KEY("Escape"),
                                        UNTIL(is_no_menu),
                                        PROVE(HINT, is_hint),
                                        KEY("H"),
                                        KEY("H"),
                                        CLICK("Watch it solved"),
                                        UNTIL(is_play),
                                        PROVE(TAKE_OVER, is_taken_over),
                                        END};
    player_prove_all("assets/levels/tutorial/02_A-little-spadework.rel", moves, remember, NULL);
}

static void looking_around_and_the_laboratory(void **state)
{
    (void)state;
    static const struct move moves[] = {UNTIL(is_play),
                                        CALL(stand_still),
                                        PROVE(ZOOM_IN, is_larger),
                                        PROVE(ZOOM_OUT, is_smaller),
                                        PROVE(ZOOM_FIT, is_fitted),
                                        KEY("="),
                                        KEY("="),
                                        KEY("="),
                                        KEY("="),
                                        KEY("="),
                                        KEY("="),
                                        PROVE(PAN_RIGHT, looks_further_right),
                                        PROVE(PAN_LEFT, looks_further_left),
                                        PROVE(PAN_DOWN, looks_further_down),
                                        PROVE(PAN_UP, looks_further_up),
                                        PROVE(DRAG, looks_elsewhere),
                                        CALL(hide_marks),
                                        PROVE(MINIMAP, is_another_picture),
                                        PROVE(GRAPH, shows_graph),
                                        KEY("F3"),
                                        PROVE(QUALITY, is_another_quality),
                                        PROVE(BLEND, is_another_blend),
                                        KEY("F7"),
                                        KEY("F7"),
                                        PROVE(PATH, is_another_path),
                                        PROVE(TINT, is_tinted),
                                        KEY("F8"),
                                        KEY("F4"),
                                        PROVE(COMPARE, is_comparing),
                                        KEY("F9"),
                                        KEY("F9"),
                                        CALL(say_nothing),
                                        PROVE(DRIVER, is_another_driver_or_said),
                                        CALL(say_nothing),
                                        UNTIL(is_unsaid),
                                        PROVE(SCREENSHOT, picture_is_saved),
                                        PROVE(FULLSCREEN, asks_whether_seen),
                                        KEY("F11"),
                                        UNTIL(is_in_window),
                                        END};
    player_prove_all("assets/levels/tutorial/02_A-little-spadework.rel", moves, remember, NULL);
}

static void no_line_of_the_help_is_without_its_proof(void **state)
{
    (void)state;
    for (int action = 0; action < DO_COUNT; action++) {
        if (!player_proved[action]) {
            fail_msg("nothing shows that \"%s\" does what it says",
                     action_info((enum player_action)action).help);
        }
    }
}

static int setup(void **state)
{
    int bad = player_setup(state);
    return bad != 0 ? bad : setenv("XDG_PICTURES_DIR", *state, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(in_menus),
        TEST(in_a_level),
        TEST(time_in_a_level),
        TEST(looking_around_and_the_laboratory),
        cmocka_unit_test(no_line_of_the_help_is_without_its_proof),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
