#include "paint/picture_file.h"

#include "base/file.h"

#include <SDL_image.h>

static size_t append(SDL_RWops *stream, const void *bytes, size_t size, size_t count)
{
    text_add_bytes(stream->hidden.unknown.data1, bytes, size * count);
    return count;
}

static Sint64 tell(SDL_RWops *stream, Sint64 offset, int whence)
{
    (void)offset;
    (void)whence;
    const struct text *out = stream->hidden.unknown.data1;
    return (Sint64)out->length;
}

static int stay_open(SDL_RWops *stream)
{
    (void)stream;
    return 0;
}

bool picture_png(const uint32_t *pixels, int width_px, int height_px, struct text *out, struct error *error)
{
    union {
        const uint32_t *in;
        void *out;
    } untyped = {.in = pixels}; /* SDL wants them writable and does not write */
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(untyped.out, width_px, height_px, 32,
                                                              4 * width_px, SDL_PIXELFORMAT_RGB888);
    SDL_RWops *stream = SDL_AllocRW();
    bool written = false;
    if (surface != NULL && stream != NULL) {
        stream->write = append;
        stream->seek = tell;
        stream->close = stay_open;
        stream->hidden.unknown.data1 = out;
        written = IMG_SavePNG_RW(surface, stream, 0) == 0;
    }
    SDL_FreeRW(stream);
    SDL_FreeSurface(surface);
    return written || error_set(error, STATUS_ENVIRONMENT, "png", "the picture cannot be made a PNG: %s",
                                SDL_GetError());
}

bool picture_save(const uint32_t *pixels, int width_px, int height_px, const char *path, struct error *error)
{
    struct text png = {0};
    bool saved = picture_png(pixels, width_px, height_px, &png, error) &&
                 file_write(path, png.bytes, png.length, error);
    text_free(&png);
    return saved;
}
