#include "paint/raster.h"

#include <SDL_image.h>
#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* IMG_LoadSizedSVG_RW keeps the proportions and cuts to whole pixels in single precision, so that a picture
 * can come out a pixel short: a seam between cells. Instead the root element is given the wanted size and
 * told to fill it, and is then rasterised at its own size. */

/* The value of an attribute within a tag, cut out of it with its name: true when it was there. */
static bool take_attribute(struct text *tag, const char *name, char *value, size_t value_size)
{
    size_t name_length = strlen(name);
    for (char *at = strstr(tag->bytes, name); at != NULL; at = strstr(at + 1, name)) {
        char *equals = at + name_length;
        equals += strspn(equals, " \t\r\n");
        if (at == tag->bytes || !isspace((unsigned char)at[-1]) || *equals != '=') {
            continue;
        }
        char *quote = equals + 1 + strspn(equals + 1, " \t\r\n");
        char *end = *quote == '"' || *quote == '\'' ? strchr(quote + 1, *quote) : NULL;
        if (end == NULL) {
            return false;
        }
        size_t length = (size_t)(end - quote - 1);
        length = length < value_size ? length : value_size - 1;
        memcpy(value, quote + 1, length);
        value[length] = '\0';
        memmove(at, end + 1, strlen(end + 1) + 1);
        tag->length = strlen(tag->bytes);
        return true;
    }
    return false;
}

/* The root's line, widened where it would come out too thin to be seen. */
static void add_line(struct text *out, const char *line, const char *box, int width_px, int height_px)
{
    enum { LEFT, TOP, WIDTH, HEIGHT, NUMBERS };
    double numbers[NUMBERS] = {0};
    const char *at = box;
    for (int i = 0; i < NUMBERS; i++) {
        char *end;
        numbers[i] = strtod(at, &end);
        at = end;
    }
    double wide = strtod(line, NULL);
    if (numbers[WIDTH] > 0 && numbers[HEIGHT] > 0 && wide > 0) {
        double scale = fmin(width_px / numbers[WIDTH], height_px / numbers[HEIGHT]);
        wide = fmax(wide, RASTER_LINE_MIN_PX / scale);
    }
    text_format(out, " stroke-width=\"%g\"", wide);
}

/* Rewrites the root element for the size. */
static bool set_size(const struct text *svg, int width_px, int height_px, struct text *out)
{
    const char *start = svg->length > 0 ? strstr(svg->bytes, "<svg") : NULL;
    const char *end = start != NULL ? strchr(start, '>') : NULL;
    if (end == NULL) {
        return false;
    }
    struct text tag = {0};
    text_add_bytes(&tag, start + 4, (size_t)(end - start - 4));
    char width[32] = "", height[32] = "", box[96] = "", line[32] = "", ignored[64];
    bool has_size = take_attribute(&tag, "width", width, sizeof width);
    has_size = take_attribute(&tag, "height", height, sizeof height) && has_size;
    take_attribute(&tag, "preserveAspectRatio", ignored, sizeof ignored);
    bool has_box = take_attribute(&tag, "viewBox", box, sizeof box);
    bool has_line = take_attribute(&tag, "stroke-width", line, sizeof line);
    text_add_bytes(out, svg->bytes, (size_t)(start - svg->bytes));
    text_format(out, "<svg width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\"", width_px, height_px);
    if (has_box) {
        text_format(out, " viewBox=\"%s\"", box);
    } else if (has_size) {
        text_format(out, " viewBox=\"0 0 %g %g\"", strtod(width, NULL), strtod(height, NULL));
    }
    if (has_line) {
        add_line(out, line, box, width_px, height_px);
    }
    text_add_bytes(out, tag.bytes, tag.length);
    text_add(out, end);
    text_free(&tag);
    return has_box || has_size;
}

static void clear_transparent(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = (uint32_t *)(void *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            row[x] = row[x] >> 24 != 0 ? row[x] : 0;
        }
    }
}

SDL_Surface *raster_svg(const struct text *svg, int width_px, int height_px, struct error *error)
{
    struct text sized = {0};
    SDL_Surface *loaded = NULL;
    if (set_size(svg, width_px, height_px, &sized)) {
        SDL_RWops *stream = SDL_RWFromConstMem(sized.bytes, (int)sized.length);
        loaded = IMG_LoadSizedSVG_RW(stream, width_px, height_px);
        SDL_RWclose(stream);
    }
    text_free(&sized);
    SDL_Surface *surface = NULL;
    if (loaded != NULL && loaded->w == width_px && loaded->h == height_px) {
        surface = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
    }
    SDL_FreeSurface(loaded);
    if (surface == NULL) {
        error_set(error, STATUS_ENVIRONMENT, "picture", "not a picture that can be drawn at %d x %d pixels",
                  width_px, height_px);
        return NULL;
    }
    clear_transparent(surface);
    return surface;
}

void raster_premultiply(SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *row = (uint32_t *)(void *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            uint32_t alpha = row[x] >> 24;
            uint32_t red = ((row[x] >> 16 & 255) * alpha + 127) / 255;
            uint32_t green = ((row[x] >> 8 & 255) * alpha + 127) / 255;
            uint32_t blue = ((row[x] & 255) * alpha + 127) / 255;
            row[x] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }
}

SDL_Surface *raster_mirror(const SDL_Surface *surface)
{
    SDL_Surface *mirrored =
        SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (mirrored == NULL) {
        return NULL;
    }
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *from =
            (const uint32_t *)(const void *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        uint32_t *to = (uint32_t *)(void *)((char *)mirrored->pixels + (ptrdiff_t)y * mirrored->pitch);
        for (int x = 0; x < surface->w; x++) {
            to[x] = from[surface->w - 1 - x];
        }
    }
    return mirrored;
}
