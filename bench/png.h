/* Pictures as PNG: in files beside the report, and inside of it. Through SDL2_image. Unlike those of
 * paint/picture_file.h they have no alpha channel, as programs that compare pictures would compare it too. */
#ifndef WARREN_BENCH_PNG_H
#define WARREN_BENCH_PNG_H

#include "base/error.h"
#include "base/text.h"

#include <stdint.h>

/* 0x??RRGGBB pixels, rows without padding. Errors have status 3. */
bool png_write(const char *path, const uint32_t *pixels, int width, int height, struct error *error);

/* Appends "data:image/png;base64,..." for the file. */
bool png_add_data_uri(const char *path, struct text *out, struct error *error);

#endif
