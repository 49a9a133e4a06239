/* What of a game is shown where: the camera over an area of the window that the controls leave free, and the
 * scene. Called by the screens that show a level. Positions are pixels of the output. */
#ifndef WARREN_PLAY_VIEW_H
#define WARREN_PLAY_VIEW_H

#include "paint/painter.h"
#include "play/session.h"
#include "scene/scene.h"

struct view {
    struct camera camera; /* of the area alone */
    struct scene scene;
    SDL_Rect area;
    int output_w_px, output_h_px;
    bool is_fitted;     /* stays fitted when the window changes */
    int cell_x, cell_y; /* the square that the player has marked */
    bool has_cell;      /* there is one */
};

/* A new level: fitted, or at zoom_px if that is not 0. */
void view_start(struct view *view, const struct session *session, int zoom_px);
void view_free(struct view *view);

/* The area as it is now; the camera follows. */
void view_set_area(struct view *view, SDL_Rect area, int output_w_px, int output_h_px);

void view_zoom_at(struct view *view, int zoom_px, double x_px, double y_px);
void view_zoom_middle(struct view *view, int zoom_px);
void view_fit(struct view *view);
void view_pan(struct view *view, double dx_px, double dy_px);
void view_show_cell(struct view *view, int x, int y); /* moves as little as need be */

bool view_cell_at(const struct view *view, double x_px, double y_px, int *x, int *y);
SDL_Rect view_cell_rect(const struct view *view, int x, int y);
/* Cells, fractions too, to pixels. */
SDL_FPoint view_point(const struct view *view, double x_cells, double y_cells);

/* Builds the scene and draws it. With settle: until every picture is there in its own size. */
void view_draw(struct view *view, struct painter *painter, const struct session *session, bool is_still,
               bool settle);

#endif
