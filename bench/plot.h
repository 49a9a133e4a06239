/* Runs gnuplot on a script and gives the SVG back, ready to stand inside a page: no fixed size, and drawn in
 * the page's own colours. */
#ifndef WARREN_BENCH_PLOT_H
#define WARREN_BENCH_PLOT_H

#include "base/text.h"

#include <stdbool.h>

/* Colours for scripts, which stand for colours of the page and so are seen on light and on dark ones: that of
 * its text, that of its grids, and those of what is plotted, which colour-blind people tell apart. */
#define PLOT_INK "#010203"
#define PLOT_FAINT "#040506"
extern const char *const plot_colours[]; /* CSS: --series1 to --series6 */
enum { PLOT_COLOURS = 6, PLOT_SHAPES = 6, PLOT_WIDTH_PX = 360 };

/* gnuplot's number of a shape of points, and the character that looks like it. */
extern const int plot_shapes[];
extern const char *const plot_shape_words[];

/* Starts a script for a plot of that height. All are as wide as a small telephone. */
void plot_begin(struct text *script, int height_px);

/* Appends a text with the quotes that gnuplot wants. */
void plot_quote(struct text *script, const char *raw);

/* Appends the SVG element. False, and nothing is appended, without gnuplot or when it found the script wrong.
 */
bool plot_run(const struct text *script, struct text *out);

#endif
