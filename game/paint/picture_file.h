/* Pixels as PNG, through SDL2_image. Used for pictures of levels and screenshots; the bench's, which other
 * programs compare, have no alpha channel (bench/png.h). */
#ifndef WARREN_PAINT_PICTURE_FILE_H
#define WARREN_PAINT_PICTURE_FILE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* Appends rows of 0xFFRRGGBB, without padding, as a PNG. */
bool picture_png(const uint32_t *pixels, int width_px, int height_px, struct text *out, struct error *error);

/* The same in a file, which is the old one or the whole new one. */
bool picture_save(const uint32_t *pixels, int width_px, int height_px, const char *path, struct error *error);

#endif
