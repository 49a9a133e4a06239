/* Numbers as people read them, the same in verdict lines, reports and exports. */
#ifndef WARREN_BENCH_WORDS_H
#define WARREN_BENCH_WORDS_H

#include "frame/verdict.h"

enum { WORDS_MAX = 64 };

/* "+98.1%" from ln(B / A): two decimals below 10 %, one above. Returns out, which has room for WORDS_MAX. */
const char *words_percent(double log_ratio, char *out);

/* "[+97.4%, +98.9%]", or "[none yet]" while there is no interval. */
const char *words_interval(const struct judgement *judgement, char *out);

/* "1.23 ms", "45.6 us". */
const char *words_ms(double ms, char *out);

/* "1 min 05 s", "12 s". */
const char *words_seconds(double seconds, char *out);

#endif
