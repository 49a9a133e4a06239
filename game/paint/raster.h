/* SVG text to pixels at exactly a given size, through SDL2_image. Used by the picture cache, on any thread.
 */
#ifndef WARREN_PAINT_RASTER_H
#define WARREN_PAINT_RASTER_H

#include "base/error.h"
#include "base/text.h"

#include <SDL.h>

#define RASTER_LINE_MIN_PX 0.85

/* A new surface of that size in SDL_PIXELFORMAT_ARGB8888, which SDL_FreeSurface releases. The picture fills
 * it in both directions, whatever its own proportions. A stroke-width of the root element is widened
 * to RASTER_LINE_MIN_PX if need be, so outlines that inherit it stay strong in small pictures. Transparent
 * pixels have the colour 0. NULL with status 3 when the text is no SVG. */
SDL_Surface *raster_svg(const struct text *svg, int width_px, int height_px, struct error *error);

/* Multiplies colours by their alpha, rounded to the nearest. */
void raster_premultiply(SDL_Surface *surface);

/* A new surface with left and right exchanged. */
SDL_Surface *raster_mirror(const SDL_Surface *surface);

#endif
