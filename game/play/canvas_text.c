/* Letters on the canvas: lines that are broken, fitted and cut between characters, never inside of one. */
#include "play/canvas_inside.h"

#include "play/font.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LETTER_PX_MIN = 6, LINE_BYTES = 512 };

/* Letters are made smaller down to this, in points; what is still too wide is cut. */
#define FITTED_MIN 12.0

static const char dots[] = "\xe2\x80\xa6";

static int letter_px(const struct canvas *canvas, double size)
{
    int px = canvas_px(canvas, size);
    return px < LETTER_PX_MIN ? LETTER_PX_MIN : px;
}

double canvas_text(struct canvas *canvas, double x, double y, double size, enum ink ink, const char *text)
{
    int px = letter_px(canvas, size);
    SDL_Rect rect = {canvas_px(canvas, x), canvas_px(canvas, y), 0, font_height(canvas->font, px)};
    rect.w = font_draw(canvas->font, px, rect.x, rect.y, canvas_colour(ink), text);
    canvas_note(canvas, &rect);
    return rect.w / canvas->scale;
}

double canvas_text_width(struct canvas *canvas, double size, const char *text)
{
    return font_width(canvas->font, letter_px(canvas, size), text) / canvas->scale;
}

double canvas_line_height(struct canvas *canvas, double size)
{
    return font_height(canvas->font, letter_px(canvas, size)) / canvas->scale;
}

static bool is_break(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\0';
}

/* How many bytes of the text go on one line: up to a blank if that is possible, else what fits. At least one
 * character, and never more than a line has room for. */
static size_t longest_fit(struct canvas *canvas, int px, double width_px, const char *text)
{
    const char *at = text;
    size_t to_blank = 0;
    int width = 0;
    while (*at != '\0' && *at != '\n') {
        const char *next = at;
        width += font_step(canvas->font, px, &next);
        bool is_full = width > width_px || (size_t)(next - text) >= LINE_BYTES;
        if (is_full && at > text) {
            return to_blank > 0 ? to_blank : (size_t)(at - text);
        }
        at = next;
        if (is_break(*at)) {
            to_blank = (size_t)(at - text);
        }
    }
    return (size_t)(at - text);
}

/* Copies what fits together with three dots. */
static void cut(struct canvas *canvas, int px, double width_px, const char *text, char line[LINE_BYTES])
{
    const char *at = text;
    size_t fits = 0;
    int width = font_width(canvas->font, px, dots);
    while (*at != '\0' && *at != '\n' && (size_t)(at - text) < LINE_BYTES - sizeof dots - 4) {
        bool is_blank = *at == ' ';
        width += font_step(canvas->font, px, &at);
        if (width > width_px) {
            break;
        }
        fits = is_blank ? fits : (size_t)(at - text);
    }
    memcpy(line, text, fits);
    memcpy(line + fits, dots, sizeof dots);
}

/* Copies the next line; returns where the one behind it begins. The last one that may be is cut if there is
 * more. */
static const char *take_line(struct canvas *canvas, int px, double width_px, const char *text, bool is_last,
                             char line[LINE_BYTES])
{
    size_t length = longest_fit(canvas, px, width_px, text);
    const char *next = text + length;
    if (is_last && *next != '\0') {
        cut(canvas, px, width_px, text, line);
    } else {
        snprintf(line, LINE_BYTES, "%.*s", (int)length, text);
    }
    return *next == ' ' || *next == '\n' ? next + 1 : next;
}

double canvas_text_lines(struct canvas *canvas, double x, double y, double width, double size, enum ink ink,
                         const char *text, int lines_max, bool is_drawn)
{
    int px = letter_px(canvas, size);
    double height = canvas_line_height(canvas, size);
    int lines = 0;
    while (*text != '\0' && (lines_max == 0 || lines < lines_max)) {
        char line[LINE_BYTES];
        text = take_line(canvas, px, width * canvas->scale, text, lines + 1 == lines_max, line);
        if (is_drawn) {
            canvas_text(canvas, x, y + lines * height, size, ink, line);
        }
        lines++;
    }
    return lines * height;
}

/* side: 0 at the left of w, 0.5 in its middle. */
static void draw_fitted(struct canvas *canvas, double x, double y, double w, double side, double size,
                        enum ink ink, const char *text)
{
    double wide = canvas_text_width(canvas, size, text);
    double smaller = wide > w ? fmax(fmin(FITTED_MIN, size), floor(size * w / wide)) : size;
    double lower = (canvas_line_height(canvas, size) - canvas_line_height(canvas, smaller)) / 2;
    wide = canvas_text_width(canvas, smaller, text);
    char line[LINE_BYTES];
    if (wide > w) {
        cut(canvas, letter_px(canvas, smaller), w * canvas->scale, text, line);
        text = line;
        wide = canvas_text_width(canvas, smaller, text);
    }
    canvas_text(canvas, x + (w - wide) * side, y + lower, smaller, ink, text);
}

void canvas_text_fitted(struct canvas *canvas, double x, double y, double w, double size, enum ink ink,
                        const char *text)
{
    draw_fitted(canvas, x, y, w, 0, size, ink, text);
}

void canvas_text_middle(struct canvas *canvas, double x, double y, double w, double size, enum ink ink,
                        const char *text)
{
    draw_fitted(canvas, x, y, w, 0.5, size, ink, text);
}
