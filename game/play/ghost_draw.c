#include "play/ghost_draw.h"

#include "play/ui.h"

static SDL_FPoint point_of(const struct view *view, const struct ghost_place *place, double scale)
{
    double up = place->on_slope ? 0.5 : 0;
    SDL_FPoint point = view_point(view, place->x + 0.5, place->y + 0.62 - up);
    return (SDL_FPoint){(float)((double)point.x / scale), (float)((double)point.y / scale)};
}

/* With a token in question, those whom it does not concern are faint. Dots get smaller with the time ahead;
 * whoever takes the token leaves squares with an edge. */
static void draw_trail(const struct ghost_path *path, bool has_taker, struct canvas *canvas,
                       const struct view *view)
{
    double cell = view->camera.zoom_px / canvas->scale;
    for (int i = 1; i < path->count; i++) {
        SDL_FPoint at = point_of(view, &path->places[i], canvas->scale);
        double size = cell * (path->takes_token ? 0.2 : 0.13) * (1.2 - 0.8 * i / GHOST_STEPS);
        size = size < 2 ? 2 : size;
        double x = (double)at.x - size / 2;
        double y = (double)at.y - size / 2;
        if (path->takes_token) {
            canvas_fill(canvas, x - 1.5, y - 1.5, size + 3, size + 3, INK_INK);
        }
        enum ink ink = path->is_rabbot ? INK_BAD : path->takes_token || !has_taker ? INK_ACCENT : INK_VEIL;
        canvas_fill(canvas, x, y, size, size, ink);
    }
}

static void draw_end(const struct ghost_path *path, struct canvas *canvas, const struct view *view)
{
    if (path->end == GHOST_GOES_ON || path->count == 0) {
        return;
    }
    SDL_FPoint at = point_of(view, &path->places[path->count - 1], canvas->scale);
    struct box box = {(double)at.x - 14, (double)at.y - 14, 28, 28};
    bool is_saved = path->end == GHOST_SAVED;
    canvas_panel(canvas, box.x, box.y, box.w, box.h, is_saved ? INK_SUN : INK_PAPER);
    ui_draw_sign(canvas, box, is_saved ? SIGN_CHECK : SIGN_CROSS, is_saved ? INK_GOOD : INK_BAD);
}

void ghost_draw(const struct ghost *ghost, struct canvas *canvas, const struct view *view)
{
    bool has_taker = false;
    for (int i = 0; i < ghost->path_count; i++) {
        has_taker = has_taker || ghost->paths[i].takes_token;
    }
    /* Who takes it is never hidden by the others. */
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < ghost->path_count; i++) {
            if (ghost->paths[i].takes_token == (pass == 1)) {
                draw_trail(&ghost->paths[i], has_taker, canvas, view);
            }
        }
    }
    for (int i = 0; i < ghost->path_count; i++) {
        draw_end(&ghost->paths[i], canvas, view);
    }
}
