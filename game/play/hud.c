#include "play/hud.h"

#include "play/timeline_marks.h"
#include "scene/picture.h"

#include <math.h>
#include <stdio.h>

#define BUTTON 40.0
#define GAP 6.0
#define TOP_H 52.0
#define STICKER_W 56.0
#define STICKER_H 58.0
#define BAR_H 18.0
#define BOTTOM_H (STICKER_H + BAR_H + 22)
#define CAPTIONS_H 30.0
#define SPEED_W 32.0 /* of the buttons beside the speed */
#define TRANSPORT_W (4 * BUTTON + 5 * GAP + 2 * SPEED_W + 44 + 12)
#define RIGHT_W (3 * BUTTON + 4 * GAP + 10)
#define WORDS_W_MIN 130.0

static const char *const ability_words[ABILITY_COUNT] = {
    [ABILITY_BASH] = "Bash: knocks down what is in front",
    [ABILITY_DIG] = "Dig: straight down",
    [ABILITY_BRIDGE] = "Bridge: builds upwards",
    [ABILITY_BLOCK] = "Block: sends the others back",
    [ABILITY_CLIMB] = "Climb: up any wall",
    [ABILITY_EXPLODE] = "Explode: takes the squares around along",
    [ABILITY_BROLLY] = "Brolly: falls softly"};

/* Captions have a strip of their own, so that they hide nothing. */
static double bottom_height(const struct app *app)
{
    return BOTTOM_H + (app->preferences.shows_captions ? CAPTIONS_H : 0);
}

double hud_bottom(const struct app *app)
{
    return app->display.canvas.height - bottom_height(app);
}

SDL_Rect hud_area(const struct app *app)
{
    const struct canvas *canvas = &app->display.canvas;
    double scale = canvas->scale;
    double margin = 24; /* for the torn edge of the page */
    return (SDL_Rect){(int)(margin * scale), (int)((TOP_H + margin) * scale),
                      (int)((canvas->width - 2 * margin) * scale),
                      (int)((canvas->height - TOP_H - bottom_height(app) - 2 * margin) * scale)};
}

enum brevity { IN_FULL, SHORT, SHORTEST };

static void write_counts(const struct world_counts *counts, enum brevity brevity, char *text, size_t size)
{
    int length = 0;
    if (brevity == IN_FULL) {
        length = snprintf(text, size, "Saved %d of %d   Out %d   To come %d", counts->saved, counts->to_save,
                          counts->out, counts->waiting);
    } else if (brevity == SHORT) {
        length = snprintf(text, size, "Saved %d/%d  Out %d (+%d)", counts->saved, counts->to_save,
                          counts->out, counts->waiting);
    } else {
        length = snprintf(text, size, "Saved %d/%d", counts->saved, counts->to_save);
    }
    if (counts->killed > 0) {
        snprintf(text + length, size - (size_t)length, "  Lost %d", counts->killed);
    }
}

/* The line is put shorter, then shrinks to its room: half of a count would be worse than small letters. */
static void draw_counts(struct app *app, double x, double room)
{
    struct canvas *canvas = &app->display.canvas;
    struct world_counts counts = world_counts(timeline_world(app->session.timeline));
    bool is_enough = counts.saved >= counts.to_save;
    char text[120];
    canvas_text_fitted(canvas, x, 5, room, 17, INK_INK, app->session.level->name);
    if (is_enough) {
        ui_draw_sign(canvas, (struct box){x - 2, 26, 20, 20}, SIGN_CHECK, INK_GOOD);
        x += 24;
        room -= 24;
    }
    write_counts(&counts, IN_FULL, text, sizeof text);
    for (int brevity = SHORT; brevity <= SHORTEST && canvas_text_width(canvas, 14, text) > room; brevity++) {
        write_counts(&counts, (enum brevity)brevity, text, sizeof text);
    }
    canvas_text_fitted(canvas, x, 27, room, 15, is_enough ? INK_GOOD : INK_INK, text);
}

static void draw_speed(struct app *app, double x)
{
    struct canvas *canvas = &app->display.canvas;
    static const char *const words[SESSION_SPEEDS] = {"1/4", "1/2", "1", "2", "4", "8", "16"};
    char text[16];
    snprintf(text, sizeof text, "%s\xc3\x97", words[app->session.speed]);
    if (app->session.exact_speed > 0) {
        snprintf(text, sizeof text, "%.3g\xc3\x97", app->session.exact_speed);
    }
    canvas_text_middle(canvas, x, (TOP_H - canvas_line_height(canvas, 16)) / 2 - 1, 44, 16, INK_INK, text);
}

static void draw_transport(struct app *app, double x)
{
    struct ui *ui = &app->ui;
    struct session *session = &app->session;
    struct box box = {x, 5, BUTTON, BUTTON};
    ui_sign_button(ui, box, "Hold to run backwards", SIGN_REWIND, session->is_rewinding);
    bool is_held = ui->armed == ui->count - 1 && app->input.is_down;
    session->is_rewinding = is_held || app->input.held[DO_REWIND];
    box.x += BUTTON + GAP;
    if (ui_sign_button(ui, box, "One step back", SIGN_STEP_BACK, false)) {
        session_step_back(session);
    }
    box.x += BUTTON + GAP;
    bool is_paused = session->is_paused;
    if (ui_sign_button(ui, box, is_paused ? "Go on" : "Pause", is_paused ? SIGN_PLAY : SIGN_PAUSE,
                       is_paused)) {
        session->is_paused = !is_paused;
    }
    box.x += BUTTON + GAP;
    if (ui_sign_button(ui, box, "One step on", SIGN_STEP, false)) {
        session_step(session);
    }
    box.x += BUTTON + 3 * GAP;
    if (ui_sign_button(ui, (struct box){box.x, 5, SPEED_W, BUTTON}, "Slower", SIGN_LESS, false)) {
        session_change_speed(session, -1);
    }
    draw_speed(app, box.x + SPEED_W);
    if (ui_sign_button(ui, (struct box){box.x + SPEED_W + 44, 5, SPEED_W, BUTTON}, "Faster", SIGN_MORE,
                       false)) {
        session_change_speed(session, 1);
    }
}

static enum hud_wish draw_top(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    canvas_fill(canvas, 0, TOP_H, canvas->width + 1, 3, INK_SHADOW);
    canvas_fill(canvas, 0, 0, canvas->width + 1, TOP_H, INK_PAPER);
    canvas_fill(canvas, 0, TOP_H - 1.5, canvas->width + 1, 1.5, INK_INK);
    bool wants_menu = ui_sign_button(&app->ui, (struct box){6, 5, BUTTON, BUTTON}, "Menu", SIGN_MENU, false);
    draw_counts(app, 58, canvas->width - TRANSPORT_W - 70);
    draw_transport(app, canvas->width - TRANSPORT_W);
    return wants_menu ? HUD_MENU : HUD_NOTHING;
}

/* The whole game so far as a bar: what lies behind is filled, what lies ahead after going back is hatched. */
static void draw_timeline(struct app *app, double y)
{
    struct canvas *canvas = &app->display.canvas;
    struct timeline_facts facts = timeline_facts(app->session.timeline);
    double x = 10;
    double width = canvas->width - 20;
    struct ui_state state = ui_item(&app->ui, (struct box){x, y - 9, width, BAR_H + 14}, "Timeline", false);
    double steps = facts.last < 40 ? 40 : facts.last * 1.1;
    canvas_panel(canvas, x, y, width, BAR_H - 4, INK_PAPER_SHADE);
    double now = width * (facts.now + app->session.place) / steps;
    double last = width * facts.last / steps;
    int dashes = (int)ceil((last - now - 6) / 8);
    for (int i = 0; i < dashes; i++) {
        canvas_fill(canvas, x + now + 4 + i * 8, y + 4, 4, BAR_H - 12, INK_FAINT);
    }
    canvas_fill(canvas, x + 2, y + 3, fmax(0, now - 2), BAR_H - 10, INK_WATER);
    timeline_marks_draw(canvas, app->session.timeline, &(struct timeline_bar){x, y, width, BAR_H - 4, steps});
    canvas_panel(canvas, x + now - 5, y - 4, 10, BAR_H + 4,
                 state.is_hovered || state.is_down ? INK_SUN : INK_PAPER);
    if (state.is_down) {
        session_seek(&app->session, (int32_t)lround((app->ui.pointer_x - x) / width * steps));
    }
}

static void draw_sticker_words(struct canvas *canvas, struct box box, int left, int number)
{
    char text[16];
    snprintf(text, sizeof text, "%d", left);
    if (left < 0) {
        snprintf(text, sizeof text, "any");
    }
    double wide = canvas_text_width(canvas, 16, text);
    canvas_text(canvas, box.x + box.w - wide - 6, box.y + STICKER_H - 22, 16, left == 0 ? INK_FAINT : INK_INK,
                text);
    snprintf(text, sizeof text, "%d", number + 1);
    canvas_text(canvas, box.x + 5, box.y + 3, 12, INK_FAINT, text);
    if (left == 0) {
        canvas_line(canvas, box.x + 8, box.y + 40, box.x + box.w - 10, box.y + 10, 2, INK_FAINT);
    }
}

/* True if the pointer is on it. */
static bool draw_sticker(struct app *app, struct box box, int ability, int number)
{
    struct canvas *canvas = &app->display.canvas;
    struct world_counts counts = world_counts(timeline_world(app->session.timeline));
    int left = counts.stock[ability];
    bool is_chosen = app->session.chosen == ability;
    struct ui_state state = ui_item(&app->ui, box, ability_name((enum ability)ability), false);
    if (state.is_used) {
        session_choose(&app->session, ability);
    }
    box.y -= is_chosen ? 5 : 0;
    canvas_panel(canvas, box.x, box.y, box.w, STICKER_H,
                 is_chosen          ? INK_SUN
                 : state.is_hovered ? INK_PAPER
                                    : INK_PAPER_SHADE);
    canvas_icon(canvas, box.x + (box.w - 38) / 2 + 3, box.y + 4, 38, PICTURE_TOKEN_BASH + ability, left == 0);
    draw_sticker_words(canvas, box, left, number);
    return state.is_hovered;
}

/* Until the first one is placed, also how that is done, with the device in hand. */
static void write_words(const struct app *app, int ability, bool is_hovered, char *text, size_t size)
{
    char key[40];
    const struct session *session = &app->session;
    bool is_first = timeline_facts(session->timeline).commands == 0 && !session->is_watching && !is_hovered;
    input_name(&app->input, DO_PLACE, key, sizeof key);
    if (ability < 0) {
        bool has_any = session_ability(session, 0) >= 0;
        snprintf(text, size, "%s",
                 has_any ? "Take an ability, then put it on a square" : "Nothing to do here but watch");
    } else if (!is_first) {
        snprintf(text, size, "%s", ability_words[ability]);
    } else if (app->input.device == DEVICE_MOUSE) {
        snprintf(text, size, "%s. Click on a square: the first rabbit that comes there takes it.",
                 ability_words[ability]);
    } else {
        snprintf(text, size,
                 "%s. %s puts it on the marked square: the first rabbit that comes there takes it.",
                 ability_words[ability], key);
    }
}

/* What the ability does that the pointer is on, or else the chosen one: beside the stickers, or above the
 * pointer where there is no room. */
static void draw_ability_words(struct app *app, double x, double y, double room, int hovered,
                               struct box sticker)
{
    struct canvas *canvas = &app->display.canvas;
    char words[200];
    write_words(app, hovered >= 0 ? hovered : app->session.chosen, hovered >= 0, words, sizeof words);
    if (room >= WORDS_W_MIN) {
        double h = canvas_text_lines(canvas, x, y, room, 15, INK_INK, words, 3, false);
        canvas_text_lines(canvas, x, y + (STICKER_H - h) / 2, room, 15, INK_INK, words, 3, true);
    } else if (hovered >= 0) {
        app->ui.tip = ability_words[hovered];
        app->ui.tip_box = sticker;
    }
}

static void draw_stickers(struct app *app, double y)
{
    struct canvas *canvas = &app->display.canvas;
    double room = canvas->width - 10 - RIGHT_W;
    int count = 0;
    while (session_ability(&app->session, count) >= 0) {
        count++;
    }
    double step = count > 0 ? fmin(STICKER_W + GAP, room / count) : 0;
    struct box box = {10, y, step - GAP, STICKER_H};
    struct box hovered_box = box;
    int hovered = -1;
    for (int number = 0; number < count; number++) {
        int ability = session_ability(&app->session, number);
        if (draw_sticker(app, box, ability, number)) {
            hovered = ability;
            hovered_box = box;
        }
        box.x += step;
    }
    draw_ability_words(app, box.x + 10, y, room - count * step - 20, hovered, hovered_box);
}

static enum hud_wish draw_right(struct app *app, double y)
{
    static const char *const undo[] = {[CHANGE_NONE] = "Nothing to take back",
                                       [CHANGE_COMMAND] = "Take the last ability back",
                                       [CHANGE_RESTART] = "Back to the game before this one"};
    static const char *const redo[] = {[CHANGE_NONE] = "Nothing to put back",
                                       [CHANGE_COMMAND] = "Put it there again",
                                       [CHANGE_RESTART] = "On to the game after this one"};
    struct ui *ui = &app->ui;
    enum session_change back = session_undo_change(&app->session);
    enum session_change on = session_redo_change(&app->session);
    struct box box = {app->display.canvas.width - 8 - BUTTON, y + (STICKER_H - BUTTON) / 2, BUTTON, BUTTON};
    enum hud_wish wish = HUD_NOTHING;
    if (ui_sign_button(ui, box, "Explode all", SIGN_CROSS, false)) {
        wish = HUD_EXPLODE;
    }
    box.x -= BUTTON + 3 * GAP;
    if (ui_sign_button_if(ui, box, redo[on], SIGN_REDO, on != CHANGE_NONE)) {
        wish = HUD_REDO;
    }
    box.x -= BUTTON + GAP;
    if (ui_sign_button_if(ui, box, undo[back], SIGN_UNDO, back != CHANGE_NONE)) {
        wish = HUD_UNDO;
    }
    return wish;
}

/* What is heard, for those who do not hear it, side by side; the oldest give way when there is no room. */
static void draw_captions(struct app *app, double y)
{
    struct canvas *canvas = &app->display.canvas;
    const struct captions *captions = &app->speaker.captions;
    double x = canvas->width - 10;
    char texts[CAPTIONS_MAX][96];
    int first = captions->count;
    while (first > 0) {
        caption_text(&captions->lines[first - 1], texts[first - 1], sizeof texts[0]);
        x -= canvas_text_width(canvas, 15, texts[first - 1]) + 16;
        if (x < 0 && first < captions->count) {
            break;
        }
        first--;
    }
    x = 12;
    for (int i = first; i < captions->count; i++) {
        canvas_text_fitted(canvas, x, y, canvas->width - x - 10, 15, INK_INK, texts[i]);
        x += canvas_text_width(canvas, 15, texts[i]) + 16;
    }
}

static enum hud_wish draw_bottom(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    double top = hud_bottom(app);
    canvas_fill(canvas, 0, top, canvas->width + 1, canvas->height - top + 1, INK_PAPER);
    canvas_fill(canvas, 0, top, canvas->width + 1, 1.5, INK_INK);
    if (app->preferences.shows_captions) {
        draw_captions(app, top + 7);
        top += CAPTIONS_H;
        canvas_fill(canvas, 0, top, canvas->width + 1, 1, INK_SQUARES);
    }
    draw_timeline(app, top + 9);
    double y = top + BAR_H + 15;
    draw_stickers(app, y);
    return draw_right(app, y);
}

enum hud_wish hud_draw(struct app *app)
{
    enum hud_wish top = draw_top(app);
    enum hud_wish bottom = draw_bottom(app);
    return top != HUD_NOTHING ? top : bottom;
}
