/* Drawing controls and letters on top of the scene: panels, lines, text, pictures of the scene as icons.
 * Sizes are in points: pixels at a UI scale of 100 %. Tells the painter what it drew over. Called by screens
 * between painter_draw and painter_present. */
#ifndef WARREN_PLAY_CANVAS_H
#define WARREN_PLAY_CANVAS_H

#include "base/error.h"
#include "paint/painter.h"

#include <SDL.h>

struct font;
struct icons;

/* The palette of the controls: ink on paper. */
enum ink {
    INK_PAPER,
    INK_PAPER_SHADE,
    INK_INK,
    INK_FAINT,
    INK_ACCENT,
    INK_GOOD,
    INK_BAD,
    INK_WATER,
    INK_SUN,
    INK_KRAFT,
    INK_SQUARES,
    INK_VEIL,
    INK_SHADOW,
    INK_COUNT
};

enum { CANVAS_OVER_MAX = 8 };

struct canvas {
    struct painter *painter;
    SDL_Renderer *renderer;
    struct font *font;
    struct icons *icons;
    double scale;                   /* pixels per point */
    double width, height;           /* of the output, in points */
    SDL_Rect over[CANVAS_OVER_MAX]; /* what was drawn over in this frame, pixels */
    int over_count;
};

/* assets: the folder the icons come from. Error: no font. */
bool canvas_open(struct canvas *canvas, const char *assets, struct error *error);
void canvas_close(struct canvas *canvas);

/* The renderer that the painter has now; before the painter is closed, call it with NULL. */
void canvas_attach(struct canvas *canvas, struct painter *painter);

/* Around everything that is drawn in one frame. */
void canvas_begin(struct canvas *canvas, double ui_scale);
void canvas_end(struct canvas *canvas);

void canvas_fill(struct canvas *canvas, double x, double y, double w, double h, enum ink ink);
/* A sheet of paper with cut corners, a shadow and an ink edge. */
void canvas_panel(struct canvas *canvas, double x, double y, double w, double h, enum ink ink);
/* size: of the letters. Returns the width. */
double canvas_text(struct canvas *canvas, double x, double y, double size, enum ink ink, const char *text);
double canvas_text_width(struct canvas *canvas, double size, const char *text);
double canvas_line_height(struct canvas *canvas, double size);
/* In lines of at most that width, at most lines_max of them (0: all); three dots at the end of the last stand
 * for what is left out. Returns the height, whether drawn or not. */
double canvas_text_lines(struct canvas *canvas, double x, double y, double width, double size, enum ink ink,
                         const char *text, int lines_max, bool is_drawn);
/* One line, in somewhat smaller letters if it would be wider than w, and cut if that is not enough. */
void canvas_text_fitted(struct canvas *canvas, double x, double y, double w, double size, enum ink ink,
                        const char *text);
/* The same in the middle of w. */
void canvas_text_middle(struct canvas *canvas, double x, double y, double w, double size, enum ink ink,
                        const char *text);

/* A triangle, and a line of that thickness. */
void canvas_triangle(struct canvas *canvas, const double corners[6], enum ink ink);
void canvas_line(struct canvas *canvas, double x0, double y0, double x1, double y1, double thickness,
                 enum ink ink);
/* An outline inside of the rectangle. */
void canvas_frame(struct canvas *canvas, double x, double y, double w, double h, double thickness,
                  enum ink ink);

/* Squared paper over all of the window. */
void canvas_page(struct canvas *canvas);

/* Nothing is drawn outside of it until canvas_clip_end. */
void canvas_clip(struct canvas *canvas, double x, double y, double w, double h);
void canvas_clip_end(struct canvas *canvas);

/* A texture of this renderer, as large as the rectangle. */
void canvas_texture(struct canvas *canvas, SDL_Texture *texture, double x, double y, double w, double h);

/* A picture of the scene, fitted into a square. */
void canvas_icon(struct canvas *canvas, double x, double y, double size, int picture, bool is_grey);

#endif
