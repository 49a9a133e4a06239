/* Shapes other than sheets and letters. */
#include "play/canvas_inside.h"

#include <math.h>

static void geometry(struct canvas *canvas, const SDL_FPoint *points, int count, enum ink ink)
{
    SDL_Vertex vertices[6] = {0};
    double low_x = (double)points[0].x;
    double low_y = (double)points[0].y;
    double high_x = low_x;
    double high_y = low_y;
    for (int i = 0; i < count; i++) {
        vertices[i] = (SDL_Vertex){.position = points[i], .color = canvas_colour(ink)};
        low_x = fmin(low_x, (double)points[i].x);
        low_y = fmin(low_y, (double)points[i].y);
        high_x = fmax(high_x, (double)points[i].x);
        high_y = fmax(high_y, (double)points[i].y);
    }
    SDL_Rect rect = {(int)floor(low_x), (int)floor(low_y), (int)ceil(high_x - low_x) + 2,
                     (int)ceil(high_y - low_y) + 2};
    canvas_note(canvas, &rect);
    SDL_SetRenderDrawBlendMode(canvas->renderer, SDL_BLENDMODE_BLEND);
    SDL_RenderGeometry(canvas->renderer, NULL, vertices, count, NULL, 0);
}

static SDL_FPoint to_point(const struct canvas *canvas, double x, double y)
{
    return (SDL_FPoint){(float)(x * canvas->scale), (float)(y * canvas->scale)};
}

void canvas_triangle(struct canvas *canvas, const double corners[6], enum ink ink)
{
    SDL_FPoint points[3];
    for (int i = 0; i < 3; i++) {
        points[i] = to_point(canvas, corners[2 * i], corners[2 * i + 1]);
    }
    geometry(canvas, points, 3, ink);
}

void canvas_line(struct canvas *canvas, double x0, double y0, double x1, double y1, double thickness,
                 enum ink ink)
{
    double length = hypot(x1 - x0, y1 - y0);
    if (length <= 0) {
        return;
    }
    double across_x = (y0 - y1) / length * thickness / 2;
    double across_y = (x1 - x0) / length * thickness / 2;
    SDL_FPoint a = to_point(canvas, x0 + across_x, y0 + across_y);
    SDL_FPoint b = to_point(canvas, x1 + across_x, y1 + across_y);
    SDL_FPoint c = to_point(canvas, x1 - across_x, y1 - across_y);
    SDL_FPoint d = to_point(canvas, x0 - across_x, y0 - across_y);
    geometry(canvas, (SDL_FPoint[]){a, b, c, a, c, d}, 6, ink);
}

void canvas_frame(struct canvas *canvas, double x, double y, double w, double h, double thickness,
                  enum ink ink)
{
    canvas_fill(canvas, x, y, w, thickness, ink);
    canvas_fill(canvas, x, y + h - thickness, w, thickness, ink);
    canvas_fill(canvas, x, y + thickness, thickness, h - 2 * thickness, ink);
    canvas_fill(canvas, x + w - thickness, y + thickness, thickness, h - 2 * thickness, ink);
}

void canvas_page(struct canvas *canvas)
{
    const double square = 26;
    canvas_fill(canvas, 0, 0, canvas->width + 1, canvas->height + 1, INK_PAPER);
    int columns = (int)ceil(canvas->width / square - 0.5);
    int rows = (int)ceil(canvas->height / square - 0.5);
    for (int i = 0; i < columns; i++) {
        canvas_fill(canvas, (i + 0.5) * square, 0, 1, canvas->height + 1, INK_SQUARES);
    }
    for (int i = 0; i < rows; i++) {
        canvas_fill(canvas, 0, (i + 0.5) * square, canvas->width + 1, 1, INK_SQUARES);
    }
}

void canvas_clip(struct canvas *canvas, double x, double y, double w, double h)
{
    SDL_Rect rect = canvas_rect(canvas, x, y, w, h);
    SDL_RenderSetClipRect(canvas->renderer, &rect);
}

void canvas_clip_end(struct canvas *canvas)
{
    SDL_RenderSetClipRect(canvas->renderer, NULL);
}

void canvas_texture(struct canvas *canvas, SDL_Texture *texture, double x, double y, double w, double h)
{
    SDL_Rect rect = canvas_rect(canvas, x, y, w, h);
    canvas_note(canvas, &rect);
    SDL_RenderCopy(canvas->renderer, texture, NULL, &rect);
}
