#include "play/keeping.h"

#include "frame/clock.h"
#include "play/app.h"
#include "play/replays.h"
#include "play/window_place.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Without a folder there is nothing to say for each file: the folders have said it. */
static void say_unless(struct app *app, bool good, enum folder folder, const struct error *error)
{
    if (!good && app->keeping.folders.paths[folder] != NULL) {
        SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "%s", error->text);
        app_say(app, "%s", error->text);
    }
}

static bool plays_by_itself(const struct play_options *options)
{
    return options->replay != 0 || options->frames != 0 || options->exit_when_done;
}

void keeping_open(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    const struct folders *folders = &keeping->folders;
    struct error error = {0};
    *keeping = (struct keeping){.keeper = keeper_create()};
    if (!folders_find(&keeping->folders, &error)) {
        SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "%s", error.text);
    }
    bool good = settings_open(&keeping->settings, folders, keeping->keeper, app->options->safe_mode,
                              &app->preferences, &error);
    say_unless(app, good, FOLDER_CONFIG, &error);
    good = progress_open(&keeping->progress, folders, keeping->keeper, &error);
    say_unless(app, good, FOLDER_DATA, &error);
    good = game_saver_open(&keeping->saver, folders, keeping->keeper, &error);
    say_unless(app, good, FOLDER_STATE, &error);
    if (good && !plays_by_itself(app->options)) {
        keeping->has_last = game_saver_load(&keeping->saver, &keeping->last, &error);
        say_unless(app, keeping->has_last || strcmp(error.kind, "none") == 0, FOLDER_STATE, &error);
    }
}

/* Keys switch the display and not the preferences. */
static void look_at_display(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    if (app->preferences.path != app->display.settings.path) {
        app->preferences.path = app->display.settings.path;
        app->preferences.is_path_chosen = true;
    }
    app->preferences.hints = app->display.settings.hints;
    if (strcmp(keeping->driver, app->display.driver) != 0) {
        snprintf(app->preferences.driver, sizeof app->preferences.driver, "%s", app->display.driver);
        snprintf(keeping->driver, sizeof keeping->driver, "%s", app->display.driver);
    }
}

static void mark_solved(struct app *app)
{
    for (int i = 0; i < app->library.set_count; i++) {
        struct library_set *set = &app->library.sets[i];
        for (int j = 0; j < set->level_count; j++) {
            struct identity identity;
            set->levels[j].is_solved = identity_of_file(set->levels[j].path, &identity, NULL) &&
                                       progress_of(&app->keeping.progress, &identity).is_solved;
        }
    }
}

/* With the software driver nothing is faster than what paints only what has changed. */
static void suit_path(struct app *app)
{
    struct display *display = &app->display;
    bool is_free = !app->preferences.is_path_chosen && app->options->path == OPTION_UNSET;
    if (is_free && strcmp(painter_state(display->painter).driver, "software") == 0 &&
        painter_change(display->painter, PATH_BLIT, &display->settings.hints, NULL)) {
        display->settings.path = PATH_BLIT;
        app->preferences.path = PATH_BLIT;
    }
}

void keeping_begin(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    snprintf(keeping->driver, sizeof keeping->driver, "%s", app->display.driver);
    suit_path(app);
    look_at_display(app);
    window_place_restore(painter_window(app->display.painter), &app->preferences);
    settings_begin(&keeping->settings, &app->preferences);
    mark_solved(app);
}

static struct saved_game in_hand(const struct app *app)
{
    const struct session *session = &app->session;
    const struct camera *camera = &app->view.camera;
    return (struct saved_game){.level_path = app->keeping.level_path,
                               .identity = app->keeping.identity,
                               .speed = session->speed,
                               .chosen = session->chosen,
                               .is_paused = session->is_paused,
                               .is_watching = session->is_watching,
                               .view = {camera->zoom_px, app->view.is_fitted, camera->x_px, camera->y_px}};
}

/* A player's game that has not come to its end. */
static bool has_game(const struct app *app)
{
    return app->keeping.has_level && app->session.level != NULL && !session_is_over(&app->session);
}

void keeping_close(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    if (has_game(app)) {
        struct saved_game game = in_hand(app);
        game_saver_keep_now(&keeping->saver, &game, app->session.timeline);
    }
    settings_close(&keeping->settings, &app->preferences);
    progress_close(&keeping->progress);
    game_saver_close(&keeping->saver);
    saved_game_free(&keeping->last);
    free(keeping->level_path);
    keeper_destroy(keeping->keeper);
    folders_free(&keeping->folders);
}

void keeping_leave_level(struct app *app)
{
    if (app->keeping.has_last) {
        keeping_go_on(app);
    }
    if (has_game(app) && session_has_work(&app->session)) {
        replays_keep(app);
    }
}

void keeping_start_level(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    saved_game_free(&keeping->last); /* the level in hand takes its place */
    keeping->has_last = false;
    keeping->is_told = false;
    keeping->has_level =
        !plays_by_itself(app->options) && identity_of_file(app->session.path, &keeping->identity, NULL);
    free(keeping->level_path);
    keeping->level_path = realpath(app->session.path, NULL);
    keeping->has_level = keeping->has_level && keeping->level_path != NULL;
    app->session.speed = app->preferences.speed;
}

void keeping_pass(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    struct error error;
    uint64_t now_ns = clock_ns();
    look_at_display(app);
    if (!app->options->safe_mode) {
        window_place_look(painter_window(app->display.painter), &app->preferences);
    }
    if (app->session.level != NULL && app->session.exact_speed <= 0) {
        app->preferences.speed = app->session.speed;
    }
    settings_keep(&keeping->settings, &app->preferences, now_ns);
    if (has_game(app)) {
        struct saved_game game = in_hand(app);
        keeping->is_told = false; /* its end was taken back */
        game_saver_keep(&keeping->saver, &game, app->session.timeline, now_ns);
    }
    if (keeper_failed(keeping->keeper, &error)) {
        app_say(app, "Not saved: %s", error.text);
    }
}

void keeping_end_level(struct app *app, bool is_won, int saved, int tokens, int steps)
{
    struct keeping *keeping = &app->keeping;
    if (!keeping->has_level || keeping->is_told || app->session.is_watching) {
        return;
    }
    keeping->is_told = true;
    progress_begin(&keeping->progress, &keeping->identity);
    progress_end(&keeping->progress, &keeping->identity, is_won, saved, tokens, steps);
    if (is_won) {
        game_saver_forget(&keeping->saver);
    }
}

bool keeping_can_go_on(const struct app *app)
{
    return app->keeping.has_last || has_game(app);
}

bool keeping_find_level(const struct app *app, const struct identity *wanted, int *set, int *level)
{
    for (int i = 0; i < app->library.set_count; i++) {
        const struct library_set *one = &app->library.sets[i];
        for (int j = 0; j < one->level_count; j++) {
            struct identity identity;
            if (identity_of_file(one->levels[j].path, &identity, NULL) &&
                identity_is_same(&identity, wanted)) {
                *set = i;
                *level = j;
                return true;
            }
        }
    }
    return false;
}

static bool open_level_of(struct app *app, const struct saved_game *game, struct error *error)
{
    struct identity identity;
    int set = 0;
    int level = 0;
    if (keeping_find_level(app, &game->identity, &set, &level)) {
        return app_open_listed(app, set, level);
    }
    if (!identity_of_file(game->level_path, &identity, error)) {
        return false;
    }
    if (!identity_is_same(&identity, &game->identity)) {
        return error_set(error, STATUS_BAD, "saved-game", "its level has changed since");
    }
    return app_open_level(app, game->level_path, error);
}

/* As it was seen, and paused. */
static void show_again(struct app *app, const struct saved_game *game)
{
    struct session *session = &app->session;
    struct view *view = &app->view;
    session->speed = game->speed;
    session->is_watching = game->is_watching;
    session->is_paused = true;
    session_choose(session, game->chosen);
    if (!game->view.is_fitted && app->options->zoom_px == 0) {
        view_zoom_middle(view, game->view.zoom_px);
        view_pan(view, game->view.x_px - view->camera.x_px, game->view.y_px - view->camera.y_px);
    }
}

bool keeping_go_on(struct app *app)
{
    struct keeping *keeping = &app->keeping;
    if (!keeping->has_last) {
        return has_game(app);
    }
    struct error error = {0};
    struct saved_game game = keeping->last;
    keeping->last = (struct saved_game){0};
    keeping->has_last = false;
    bool good = open_level_of(app, &game, &error) && saved_game_restore(&game, app->session.timeline, &error);
    if (good) {
        show_again(app, &game);
    } else {
        folders_set_aside(keeping->saver.path, NULL);
        app_say(app, "The last game cannot go on: %s", error.text);
    }
    saved_game_free(&game);
    return good;
}

bool keeping_open_listed(struct app *app, int set, int level)
{
    const struct keeping *keeping = &app->keeping;
    struct identity identity;
    bool is_known = identity_of_file(app->library.sets[set].levels[level].path, &identity, NULL);
    bool is_in_hand = is_known && has_game(app) && !app->session.is_watching &&
                      identity_is_same(&identity, &keeping->identity);
    bool was_left = is_known && keeping->has_last && identity_is_same(&identity, &keeping->last.identity);
    if (is_in_hand || (was_left && keeping_go_on(app))) {
        app->set = set; /* of several files that are the same, this one */
        app->level = level;
        return true;
    }
    return app_open_listed(app, set, level);
}
