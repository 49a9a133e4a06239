/* What is in force, asked from the library after the fact. Used by the painter when it opens and by
 * painter_reading; never within a timed frame, as some answers need a draw. */
#ifndef WARREN_PAINT_READING_H
#define WARREN_PAINT_READING_H

#include "paint/path_ops.h"

struct hint_reading reading_of(const struct paint_context *context, enum hint hint);

/* Whether each hint that was asked for and is honoured by the driver is in force as far as it can be read
 * back. When not: status 3, kind "not-in-force". */
bool reading_verify(const struct paint_context *context, struct error *error);

#endif
