/* The rows of an interleaved log as plain data: columns found, numbers read, arms numbered. What they mean is
 * paired_log's. */
#ifndef WARREN_BENCH_PAIRED_ROWS_H
#define WARREN_BENCH_PAIRED_ROWS_H

#include "bench/csv.h"
#include "bench/paired_log.h"

#include <stdbool.h>

enum { PAIRED_ARMS_MAX = 32 };

struct paired_arm {
    char name[ARM_NAME_MAX];    /* column arm */
    char setting[ARM_NAME_MAX]; /* column setting; empty without one */
};

struct paired_row {
    double comparison, quad, block;
    double ns;
    int arm; /* index of a paired_arm */
    int line;
    bool is_measured;
};

struct paired_rows {
    struct paired_row *rows;
    int count, capacity;
    struct paired_arm arms[PAIRED_ARMS_MAX];
    int arm_count;
};

/* Rows of one comparison stand together, in the order of the file. A last row that was cut off is left out.
 */
bool paired_rows_read(struct csv *csv, struct paired_rows *out, struct error *error);
void paired_rows_free(struct paired_rows *rows);

#endif
