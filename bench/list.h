/* `warren-bench list`: drivers, draw paths, levels, and every hint with values, default, when it is read and
 * who honours it. */
#ifndef WARREN_BENCH_LIST_H
#define WARREN_BENCH_LIST_H

#include "base/text.h"

void list_all(const char *assets, struct text *out);

#endif
