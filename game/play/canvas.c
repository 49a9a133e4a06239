#include "play/canvas_inside.h"

#include "play/font.h"
#include "play/icons.h"

#include <math.h>

static const SDL_Color colours[INK_COUNT] = {
    [INK_PAPER] = {0xfb, 0xf7, 0xec, 0xff},   [INK_PAPER_SHADE] = {0xec, 0xe4, 0xd2, 0xff},
    [INK_INK] = {0x2e, 0x2a, 0x26, 0xff},     [INK_FAINT] = {0x69, 0x61, 0x57, 0xff},
    [INK_ACCENT] = {0x74, 0x49, 0x9c, 0xff},  [INK_GOOD] = {0x3d, 0x66, 0x22, 0xff},
    [INK_BAD] = {0xad, 0x32, 0x27, 0xff},     [INK_WATER] = {0x3c, 0x7a, 0xae, 0xff},
    [INK_SUN] = {0xff, 0xd3, 0x5c, 0xff},     [INK_KRAFT] = {0xb9, 0x8a, 0x58, 0xff},
    [INK_SQUARES] = {0xe3, 0xe9, 0xee, 0xff}, [INK_VEIL] = {0x2e, 0x2a, 0x26, 0x70},
    [INK_SHADOW] = {0x2e, 0x2a, 0x26, 0x38}};

bool canvas_open(struct canvas *canvas, const char *assets, struct error *error)
{
    *canvas = (struct canvas){.scale = 1, .font = font_open(error)};
    if (canvas->font == NULL) {
        return false;
    }
    canvas->icons = icons_create(assets);
    return true;
}

void canvas_close(struct canvas *canvas)
{
    font_close(canvas->font);
    icons_destroy(canvas->icons);
    *canvas = (struct canvas){0};
}

void canvas_attach(struct canvas *canvas, struct painter *painter)
{
    canvas->painter = painter;
    canvas->renderer = painter != NULL ? painter_renderer(painter) : NULL;
    font_attach(canvas->font, canvas->renderer);
    icons_attach(canvas->icons, canvas->renderer);
}

void canvas_begin(struct canvas *canvas, double ui_scale)
{
    int width = 0;
    int height = 0;
    SDL_GetRendererOutputSize(canvas->renderer, &width, &height);
    canvas->scale = ui_scale;
    canvas->width = width / ui_scale;
    canvas->height = height / ui_scale;
    canvas->over_count = 0;
}

void canvas_end(struct canvas *canvas)
{
    for (int i = 0; i < canvas->over_count; i++) {
        painter_drawn_over(canvas->painter, &canvas->over[i]);
    }
}

int canvas_px(const struct canvas *canvas, double points)
{
    return (int)lround(points * canvas->scale);
}

/* Corners are rounded, not sizes, so that neighbours meet. */
SDL_Rect canvas_rect(const struct canvas *canvas, double x, double y, double w, double h)
{
    SDL_Rect rect = {canvas_px(canvas, x), canvas_px(canvas, y), 0, 0};
    rect.w = canvas_px(canvas, x + w) - rect.x;
    rect.h = canvas_px(canvas, y + h) - rect.y;
    return rect;
}

static double area_with(const SDL_Rect *a, const SDL_Rect *b)
{
    SDL_Rect both;
    SDL_UnionRect(a, b, &both);
    return (double)both.w * both.h;
}

/* Joins what touches; when the room is used up, also what wastes least. */
void canvas_note(struct canvas *canvas, const SDL_Rect *rect)
{
    int best = -1;
    double best_growth = 0;
    for (int i = 0; i < canvas->over_count; i++) {
        SDL_Rect *over = &canvas->over[i];
        double growth = area_with(over, rect) - (double)over->w * over->h;
        if (best < 0 || growth < best_growth) {
            best = i;
            best_growth = growth;
        }
    }
    bool is_near = best >= 0 && best_growth <= 1.5 * (double)rect->w * rect->h;
    if (is_near || canvas->over_count == CANVAS_OVER_MAX) {
        SDL_UnionRect(&canvas->over[best], rect, &canvas->over[best]);
    } else {
        canvas->over[canvas->over_count++] = *rect;
    }
}

SDL_Color canvas_colour(enum ink ink)
{
    return colours[ink];
}

static void set_colour(struct canvas *canvas, enum ink ink)
{
    SDL_Color colour = colours[ink];
    SDL_SetRenderDrawBlendMode(canvas->renderer, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(canvas->renderer, colour.r, colour.g, colour.b, colour.a);
}

void canvas_fill(struct canvas *canvas, double x, double y, double w, double h, enum ink ink)
{
    SDL_Rect rect = canvas_rect(canvas, x, y, w, h);
    canvas_note(canvas, &rect);
    set_colour(canvas, ink);
    SDL_RenderFillRect(canvas->renderer, &rect);
}

/* The rectangle without its corners: three bands. */
static void fill_cut(struct canvas *canvas, SDL_Rect rect, int cut)
{
    for (int i = 0; i < cut; i++) {
        int inset = cut - i;
        SDL_Rect line = {rect.x + inset, rect.y + i, rect.w - 2 * inset, 1};
        SDL_RenderFillRect(canvas->renderer, &line);
        line.y = rect.y + rect.h - 1 - i;
        SDL_RenderFillRect(canvas->renderer, &line);
    }
    SDL_Rect middle = {rect.x, rect.y + cut, rect.w, rect.h - 2 * cut};
    SDL_RenderFillRect(canvas->renderer, &middle);
}

void canvas_panel(struct canvas *canvas, double x, double y, double w, double h, enum ink ink)
{
    SDL_Rect rect = canvas_rect(canvas, x, y, w, h);
    int cut = canvas_px(canvas, 4);
    int edge = canvas_px(canvas, 1.5) > 0 ? canvas_px(canvas, 1.5) : 1;
    SDL_Rect shadow = {rect.x + 2 * edge, rect.y + 2 * edge, rect.w, rect.h};
    canvas_note(canvas, &rect);
    canvas_note(canvas, &shadow);
    set_colour(canvas, INK_SHADOW);
    fill_cut(canvas, shadow, cut);
    set_colour(canvas, INK_INK);
    fill_cut(canvas, rect, cut);
    SDL_Rect inner = {rect.x + edge, rect.y + edge, rect.w - 2 * edge, rect.h - 2 * edge};
    set_colour(canvas, ink);
    fill_cut(canvas, inner, cut);
}

void canvas_icon(struct canvas *canvas, double x, double y, double size, int picture, bool is_grey)
{
    int width = 0;
    int height = 0;
    SDL_Texture *texture = icons_get(canvas->icons, picture, canvas_px(canvas, size), &width, &height);
    if (texture == NULL) {
        return;
    }
    SDL_Rect box = canvas_rect(canvas, x, y, size, size);
    SDL_Rect rect = {box.x + (box.w - width) / 2, box.y + (box.h - height) / 2, width, height};
    canvas_note(canvas, &rect);
    SDL_SetTextureAlphaMod(texture, is_grey ? 80 : 255);
    SDL_RenderCopy(canvas->renderer, texture, NULL, &rect);
}
