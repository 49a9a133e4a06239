#include "bench/png.h"

#include "base/file.h"

#include <SDL.h>
#include <SDL_image.h>

static const size_t PNG_BYTES_MAX = (size_t)64 << 20;

/* PNG without an alpha channel, so that other programs compare colours only. */
static SDL_Surface *to_surface(const uint32_t *pixels, int width, int height)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 24, SDL_PIXELFORMAT_RGB24);
    if (surface == NULL) {
        return NULL;
    }
    for (int y = 0; y < height; y++) {
        Uint8 *row = (Uint8 *)surface->pixels + (size_t)y * (size_t)surface->pitch;
        for (int x = 0; x < width; x++) {
            uint32_t pixel = pixels[(size_t)y * (size_t)width + (size_t)x];
            row[3 * x] = (Uint8)(pixel >> 16 & 255);
            row[3 * x + 1] = (Uint8)(pixel >> 8 & 255);
            row[3 * x + 2] = (Uint8)(pixel & 255);
        }
    }
    return surface;
}

bool png_write(const char *path, const uint32_t *pixels, int width, int height, struct error *error)
{
    SDL_Surface *surface = to_surface(pixels, width, height);
    bool is_good = surface != NULL && IMG_SavePNG(surface, path) == 0;
    if (!is_good) {
        error_set(error, STATUS_ENVIRONMENT, "picture", "the picture cannot be written: %s", SDL_GetError());
        error_at(error, path, 0, 0);
    }
    SDL_FreeSurface(surface);
    return is_good;
}

static void add_base64(struct text *out, const unsigned char *bytes, size_t length)
{
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        unsigned group = (unsigned)bytes[i] << 16 | (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? (unsigned)bytes[i + 2] : 0);
        text_add_char(out, DIGITS[group >> 18 & 63]);
        text_add_char(out, DIGITS[group >> 12 & 63]);
        text_add_char(out, left > 1 ? DIGITS[group >> 6 & 63] : '=');
        text_add_char(out, left > 2 ? DIGITS[group & 63] : '=');
    }
}

bool png_add_data_uri(const char *path, struct text *out, struct error *error)
{
    struct text file = {0};
    if (!file_read(path, PNG_BYTES_MAX, &file, error)) {
        text_free(&file);
        return false;
    }
    text_add(out, "data:image/png;base64,");
    add_base64(out, (const unsigned char *)file.bytes, file.length);
    text_free(&file);
    return true;
}
