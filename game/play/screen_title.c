/* The title: rabbits walk home behind it while somebody is there, and one button leads on to where the player
 * is. */
#include "play/screen.h"

#include "frame/clock.h"

enum { BUTTONS = 6 };

#define BESIDE_W_MIN 760.0 /* of a window that shows the level beside the sheet */
#define MARGIN 30.0

struct title {
    struct session demo;
    struct view view;
    bool has_demo;
    bool is_moving;
    uint64_t began_ns;
};

/* The first set's last level, played as its proof says, for show. */
static void open_demo(struct app *app, struct title *title)
{
    struct library *library = &app->library;
    if (library->set_count == 0 || library->sets[0].level_count == 0) {
        return;
    }
    const struct library_set *set = &library->sets[0];
    title->has_demo = session_open(&title->demo, set->levels[set->level_count - 1].path, NULL);
    if (title->has_demo) {
        session_watch(&title->demo, 1, NULL);
        if (app->preferences.reduced_motion) {
            timeline_seek(title->demo.timeline, timeline_facts(title->demo.timeline).last / 2);
        }
        view_start(&title->view, &title->demo, 0);
    }
}

/* The sheet with the buttons: at the left, or in the middle of a window too narrow for anything beside it. */
static struct box sheet_box(const struct canvas *canvas, int *columns)
{
    /* Two columns where the window is low, so that the buttons keep their size. */
    *columns = canvas->height < 520 ? 2 : 1;
    double w = *columns == 2 ? 440 : 300;
    double h = 150 + 55.0 * BUTTONS / *columns;
    double x = canvas->width < BESIDE_W_MIN ? (canvas->width - w) / 2 : canvas->width * 0.05;
    return (struct box){x, (canvas->height - h) / 2, w, h};
}

/* What the sheet leaves free. */
static SDL_Rect demo_area(const struct canvas *canvas, int width_px, int height_px)
{
    int columns;
    struct box sheet = sheet_box(canvas, &columns);
    int left_px = canvas->width < BESIDE_W_MIN ? 0 : (int)((sheet.x + sheet.w + MARGIN) * canvas->scale);
    int margin_px = left_px > 0 ? (int)(MARGIN * canvas->scale) : 0;
    return (SDL_Rect){left_px, margin_px, width_px - left_px - margin_px, height_px - 2 * margin_px};
}

static void draw_demo(struct app *app, struct title *title)
{
    int width_px = 0;
    int height_px = 0;
    display_size(&app->display, &width_px, &height_px);
    if (!title->has_demo) {
        app_page(app);
        return;
    }
    if (session_is_over(&title->demo)) {
        timeline_seek(title->demo.timeline, 0);
    }
    if (title->is_moving) {
        session_advance(&title->demo, clock_ns());
    } else {
        session_skip_time(&title->demo);
    }
    view_set_area(&title->view, demo_area(&app->display.canvas, width_px, height_px), width_px, height_px);
    view_draw(&title->view, app->display.painter, &title->demo, app->preferences.reduced_motion,
              app->options->screenshot != NULL && app->display.frames + 1 >= app->options->frames);
}

/* Letters cut from paper and laid down by hand. */
static void draw_name(struct canvas *canvas, double x, double y, double w)
{
    static const enum ink sheets[] = {INK_SUN, INK_PAPER, INK_PAPER_SHADE,
                                      INK_SUN, INK_PAPER, INK_PAPER_SHADE};
    static const double lifts[] = {0, 5, -3, 4, -2, 3};
    const char *name = "WARREN";
    double step = w / 6;
    for (int i = 0; i < 6; i++) {
        char letter[2] = {name[i], '\0'};
        double side = step - 6;
        double at = x + i * step + 3;
        canvas_panel(canvas, at, y + lifts[i], side, side * 1.15, sheets[i]);
        double size = side * 0.8;
        double top = y + lifts[i] + (side * 1.15 - canvas_line_height(canvas, size)) / 2;
        canvas_text_middle(canvas, at, top, side, size, INK_INK, letter);
    }
}

static enum screen start(struct app *app)
{
    if (keeping_go_on(app)) {
        return SCREEN_PLAY;
    }
    int unsolved = app->library.set_count > 0 ? library_unsolved(&app->library.sets[0]) : -1;
    if (unsolved < 0) {
        return SCREEN_SETS;
    }
    return app_open_listed(app, 0, unsolved) ? SCREEN_INTRO : SCREEN_TITLE;
}

static enum screen draw_sheet(struct app *app)
{
    static const char *const labels[] = {"Play", "Levels", "Options", "Keys", "About", "Quit"};
    static const enum screen to[] = {SCREEN_INTRO, SCREEN_SETS,  SCREEN_OPTIONS,
                                     SCREEN_KEYS,  SCREEN_ABOUT, SCREEN_LEAVE};
    struct canvas *canvas = &app->display.canvas;
    int columns;
    struct box sheet = sheet_box(canvas, &columns);
    double x = sheet.x;
    double y = sheet.y;
    double w = sheet.w;
    double button_w = (w - 64) / columns - 8;
    enum screen next = SCREEN_TITLE;
    canvas_panel(canvas, x, y, w, sheet.h, INK_PAPER);
    draw_name(canvas, x + (w - 268) / 2, y + 22, 268);
    canvas_text_middle(canvas, x, y + 92, w, 15, INK_FAINT, "Bring the rabbits home");
    for (int i = 0; i < BUTTONS; i++) {
        const char *label = labels[i];
        bool has_solved = app->library.set_count > 0 && library_solved(&app->library.sets[0]) > 0;
        if (i == 0 && (has_solved || keeping_can_go_on(app))) {
            label = "Go on playing";
        }
        int column = i % columns;
        int row = i / columns;
        struct box box = {x + 36 + column * (button_w + 8), y + 130 + row * 55, button_w, 45};
        if (ui_button(&app->ui, box, label)) {
            app->back = SCREEN_TITLE;
            app->keys_back = SCREEN_TITLE;
            next = i == 0 ? start(app) : to[i];
        }
    }
    return next;
}

/* Nobody watches for long, and a picture that moves costs as much as playing. */
static bool is_watched(const struct app *app, const struct title *title)
{
    uint64_t last_ns = app->heard_ns > title->began_ns ? app->heard_ns : title->began_ns;
    return app->has_focus && clock_ns() - last_ns < TITLE_REST_S * UINT64_C(1000000000);
}

enum screen screen_title(struct app *app)
{
    struct title title = {.began_ns = clock_ns()};
    open_demo(app, &title);
    speaker_start_menu(&app->speaker);
    enum screen next = SCREEN_TITLE;
    while (next == SCREEN_TITLE) {
        title.is_moving = title.has_demo && !app->preferences.reduced_motion && is_watched(app, &title);
        app_begin(app, CONTEXT_MENU, title.is_moving);
        draw_demo(app, &title);
        next = screen_end_pass(app, draw_sheet(app));
    }
    session_close(&title.demo);
    view_free(&title.view);
    return next;
}
