/* The effects of all quads so far, as ln(cost of B / cost of A), kept sorted: their median and the interval
 * that is valid however often one looks. Zero-initialise; effects_free at the end. */
#ifndef WARREN_FRAME_EFFECTS_H
#define WARREN_FRAME_EFFECTS_H

#include <stdbool.h>

struct effects {
    double *sorted;
    int count, capacity;
};

void effects_add(struct effects *effects, double effect);
void effects_clear(struct effects *effects); /* keeps the room */
void effects_free(struct effects *effects);

/* The effect of one quad from its block values, in any one unit, all > 0: half the sum of ln b less half the
 * sum of ln a. */
double effects_of_quad(const double a[2], const double b[2]);

double effects_median(const struct effects *effects); /* count >= 1 */

/* false while there are too few quads for one (fewer than 12 at alpha = 0.05). Equal effects only ever widen
 * it. */
bool effects_interval(const struct effects *effects, double alpha, double *low, double *high);

/* ln E against "the effect is `null`". Effects equal to null count for whichever side makes the evidence
 * smaller, so it agrees with the interval: evidence >= ln(1 / alpha) exactly when null lies outside. */
double effects_log_evidence(const struct effects *effects, double null);

#endif
