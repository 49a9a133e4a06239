/* Measures what cost_model takes apart: views of two sizes, of paper alone and with hills on it, at zooms
 * from many small sprites to few large ones, panned by a pixel a frame so that no path gets away with drawing
 * nothing. All pictures blend, as they do unless asked otherwise, so that a pixel is a pixel. Called by run
 * after the comparisons. */
#ifndef WARREN_BENCH_COST_MEASURE_H
#define WARREN_BENCH_COST_MEASURE_H

#include "bench/arms.h"
#include "bench/cost_model.h"

struct cost_request {
    const struct arms *arms; /* size and pictures; its painters are left alone */
    const char *const *drivers;
    int driver_count;
    bool is_quick; /* the software driver only, fewer views, less time for each */
};

/* Appends the points of every driver and draw path. One that cannot be opened is left out. Stops early after
 * an interrupt. */
void cost_measure(const struct cost_request *request, struct cost_data *out);

#endif
