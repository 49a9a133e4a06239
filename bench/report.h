/* Writes report.html: one file that a browser shows without a network, for readers who know no statistics. */
#ifndef WARREN_BENCH_REPORT_H
#define WARREN_BENCH_REPORT_H

#include "bench/result.h"

/* The result must be judged. pictures: the folder that its picture files are relative to; those that are not
 * there are left out. Plots are made with gnuplot; without it the page says so. Errors: status 3. */
bool report_write(const struct result *result, const char *pictures, const char *folder, struct error *error);

#endif
