/* Runs gnuplot on a script and gives the SVG back, ready to stand inside a page: no fixed size, and drawn in
 * the page's own colours. */
#ifndef WARREN_BENCH_PLOT_H
#define WARREN_BENCH_PLOT_H

#include "base/text.h"

#include <stdbool.h>

/* Lines and letters in this colour take the colour of the page's text. */
#define PLOT_INK "#010203"
#define PLOT_FAINT "#040506" /* grids: the same, but faint */

/* Colours of arms that are seen on light and on dark pages. */
extern const char *const plot_colours[];
enum { PLOT_COLOURS = 6 };

/* Starts a script for a plot of that size. */
void plot_begin(struct text *script, int width_px, int height_px);

/* Appends a text with the quotes that gnuplot wants. */
void plot_quote(struct text *script, const char *raw);

/* Appends the SVG element. False, and nothing is appended, without gnuplot or when it found the script wrong.
 */
bool plot_run(const struct text *script, struct text *out);

#endif
