/* One sentence for each question of a run, for readers who know no statistics, and the strip of coloured
 * cells that shows where it holds. Says nothing that the verdicts do not say. */
#ifndef WARREN_BENCH_ANSWERS_H
#define WARREN_BENCH_ANSWERS_H

#include "base/text.h"
#include "bench/groups.h"

/* The answer of the whole run in two sentences. HTML. */
void answers_lead(const struct result *result, struct text *out);

/* "slower", "faster", "equal" or "open": the colour of the group's answer. */
const char *answers_class(const struct group *group);

/* "costs more in 5 of 7 cases: up to +98% (24 px, opengl) ..." as HTML, without the subject. */
void answers_sentence(const struct group *group, double margin, struct text *out);

/* A table: drivers down, zooms across; the cell's number is the largest effect among the levels. HTML. */
void answers_strip(const struct result *result, const struct group *group, struct text *out);

#endif
