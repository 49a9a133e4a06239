/* Many comparisons at once: which claims of a difference still hold when all of them are to hold together.
 * Holm's method (1979) on p = 1 / E, valid however the comparisons depend on each other and whenever they
 * were stopped. */
#ifndef WARREN_BENCH_FAMILY_H
#define WARREN_BENCH_FAMILY_H

#include "frame/verdict.h"

/* From ln E of each of count comparisons: adjusted[i] is the smallest alpha at which comparison i claims a
 * difference; the chance of any false claim among all is at most alpha. */
void family_holm(const double *log_evidence, int count, double *adjusted);

/* What is proved of each of count comparisons at rule.alpha, when all claims of a difference are to hold
 * together, and all claims that one is more than the margin. p, unless NULL: Holm's of each difference. */
void family_prove(const struct effects *effects, int count, struct verdict_rule rule,
                  struct verdict_proof *proofs, double *p);

#endif
