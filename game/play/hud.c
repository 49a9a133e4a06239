#include "play/hud.h"

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

static const char *const ability_words[ABILITY_COUNT] = {
    [ABILITY_BASH] = "Bash: knocks down what is in front",
    [ABILITY_DIG] = "Dig: straight down",
    [ABILITY_BRIDGE] = "Bridge: builds upwards",
    [ABILITY_BLOCK] = "Block: sends the others back",
    [ABILITY_CLIMB] = "Climb: up any wall",
    [ABILITY_EXPLODE] = "Explode: takes what is around along",
    [ABILITY_BROLLY] = "Brolly: falls softly"};

SDL_Rect hud_area(const struct app *app)
{
    const struct canvas *canvas = &app->display.canvas;
    double scale = canvas->scale;
    double margin = 24; /* for the torn edge of the page */
    return (SDL_Rect){(int)(margin * scale), (int)((TOP_H + margin) * scale),
                      (int)((canvas->width - 2 * margin) * scale),
                      (int)((canvas->height - TOP_H - BOTTOM_H - 2 * margin) * scale)};
}

/* The line shrinks to its room: half of a count would be worse than small letters. */
static void draw_counts(struct app *app, double x, double room)
{
    struct canvas *canvas = &app->display.canvas;
    struct world_counts counts = world_counts(timeline_world(app->session.timeline));
    bool is_enough = counts.saved >= counts.to_save;
    char text[120];
    canvas_text_fitted(canvas, x, 5, room, 17, INK_INK, app->session.level->name);
    int length = snprintf(text, sizeof text, "Saved %d of %d   Out %d   To come %d", counts.saved,
                          counts.to_save, counts.out, counts.waiting);
    if (counts.killed > 0) {
        snprintf(text + length, sizeof text - (size_t)length, "   Lost %d", counts.killed);
    }
    if (is_enough) {
        ui_draw_sign(canvas, (struct box){x - 2, 26, 20, 20}, SIGN_CHECK, INK_GOOD);
        x += 24;
        room -= 24;
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
    canvas_text_middle(canvas, x, (TOP_H - canvas_line_height(canvas, 16)) / 2 - 1, 40, 16, INK_INK, text);
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
    if (ui_sign_button(ui, (struct box){box.x, 5, 30, BUTTON}, "Slower", SIGN_LESS, false)) {
        session_change_speed(session, -1);
    }
    draw_speed(app, box.x + 32);
    if (ui_sign_button(ui, (struct box){box.x + 74, 5, 30, BUTTON}, "Faster", SIGN_MORE, false)) {
        session_change_speed(session, 1);
    }
}

static enum hud_wish draw_top(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    double transport_w = 4 * BUTTON + 5 * GAP + 104 + 12;
    canvas_fill(canvas, 0, TOP_H, canvas->width + 1, 3, INK_SHADOW);
    canvas_fill(canvas, 0, 0, canvas->width + 1, TOP_H, INK_PAPER);
    canvas_fill(canvas, 0, TOP_H - 1.5, canvas->width + 1, 1.5, INK_INK);
    bool wants_menu = ui_sign_button(&app->ui, (struct box){6, 5, BUTTON, BUTTON}, "Menu", SIGN_MENU, false);
    draw_counts(app, 58, canvas->width - transport_w - 62);
    draw_transport(app, canvas->width - transport_w);
    return wants_menu ? HUD_MENU : HUD_NOTHING;
}

/* The whole game so far as a bar: what lies behind is filled, what lies ahead after going back is hatched. */
static void draw_timeline(struct app *app, double y)
{
    struct canvas *canvas = &app->display.canvas;
    struct timeline_facts facts = timeline_facts(app->session.timeline);
    double x = 10;
    double width = canvas->width - 20;
    struct ui_state state = ui_item(&app->ui, (struct box){x, y - 4, width, BAR_H + 8}, "Timeline", false);
    double steps = facts.last < 40 ? 40 : facts.last * 1.1;
    canvas_panel(canvas, x, y, width, BAR_H - 4, INK_PAPER_SHADE);
    double now = width * (facts.now + app->session.place) / steps;
    double last = width * facts.last / steps;
    for (double at = now + 4; at < last - 2; at += 8) {
        canvas_fill(canvas, x + at, y + 4, 4, BAR_H - 12, INK_FAINT);
    }
    canvas_fill(canvas, x + 2, y + 3, fmax(0, now - 2), BAR_H - 10, INK_WATER);
    canvas_panel(canvas, x + now - 5, y - 4, 10, BAR_H + 4,
                 state.is_hovered || state.is_down ? INK_SUN : INK_PAPER);
    if (state.is_down) {
        session_seek(&app->session, (int32_t)lround((app->ui.pointer_x - x) / width * steps));
    }
}

static void draw_sticker(struct app *app, double x, double y, int ability, int number)
{
    struct canvas *canvas = &app->display.canvas;
    struct world_counts counts = world_counts(timeline_world(app->session.timeline));
    int left = counts.stock[ability];
    bool is_chosen = app->session.chosen == ability;
    double lift = is_chosen ? 5 : 0;
    struct ui_state state = ui_item(&app->ui, (struct box){x, y, STICKER_W, STICKER_H},
                                    ability_name((enum ability)ability), false);
    if (state.is_used) {
        session_choose(&app->session, ability);
    }
    canvas_panel(canvas, x, y - lift, STICKER_W, STICKER_H,
                 is_chosen          ? INK_SUN
                 : state.is_hovered ? INK_PAPER
                                    : INK_PAPER_SHADE);
    canvas_icon(canvas, x + 4, y + 4 - lift, 38, PICTURE_TOKEN_BASH + ability, left == 0);
    char text[16];
    snprintf(text, sizeof text, "%d", left);
    if (left < 0) {
        snprintf(text, sizeof text, "any");
    }
    double wide = canvas_text_width(canvas, 16, text);
    canvas_text(canvas, x + STICKER_W - wide - 6, y + STICKER_H - 22 - lift, 16,
                left == 0 ? INK_FAINT : INK_INK, text);
    snprintf(text, sizeof text, "%d", number + 1);
    canvas_text(canvas, x + 6, y + STICKER_H - 18 - lift, 12, INK_FAINT, text);
    if (left == 0) {
        canvas_line(canvas, x + 8, y + 40, x + STICKER_W - 10, y + 10, 2, INK_FAINT);
    }
    if (state.is_hovered) {
        app->ui.tip = ability_words[ability];
        app->ui.tip_box = (struct box){x, y, STICKER_W, STICKER_H};
    }
}

static enum hud_wish draw_bottom(struct app *app)
{
    struct canvas *canvas = &app->display.canvas;
    struct ui *ui = &app->ui;
    double top = canvas->height - BOTTOM_H;
    canvas_fill(canvas, 0, top, canvas->width + 1, BOTTOM_H + 1, INK_PAPER);
    canvas_fill(canvas, 0, top, canvas->width + 1, 1.5, INK_INK);
    draw_timeline(app, top + 9);
    double y = top + BAR_H + 15;
    double x = 10;
    for (int number = 0; session_ability(&app->session, number) >= 0; number++) {
        draw_sticker(app, x, y, session_ability(&app->session, number), number);
        x += STICKER_W + GAP;
    }
    struct timeline_facts facts = timeline_facts(app->session.timeline);
    double right = canvas->width - 8 - BUTTON;
    double middle = y + (STICKER_H - BUTTON) / 2;
    enum hud_wish wish = HUD_NOTHING;
    if (right > x + 3 * (BUTTON + GAP)) {
        struct box box = {right, middle, BUTTON, BUTTON};
        if (ui_sign_button(ui, box, "Explode all", SIGN_CROSS, false)) {
            wish = HUD_EXPLODE;
        }
        box.x -= BUTTON + 3 * GAP;
        if (ui_sign_button(ui, box, facts.can_redo ? "Put it there again" : "Nothing to put back", SIGN_REDO,
                           false)) {
            session_redo(&app->session);
        }
        box.x -= BUTTON + GAP;
        if (ui_sign_button(ui, box, facts.can_undo ? "Take the last ability back" : "Nothing to take back",
                           SIGN_UNDO, false)) {
            session_undo(&app->session);
        }
    }
    return wish;
}

enum hud_wish hud_draw(struct app *app)
{
    enum hud_wish top = draw_top(app);
    enum hud_wish bottom = draw_bottom(app);
    return top != HUD_NOTHING ? top : bottom;
}
