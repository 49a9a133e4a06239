/* Reads comma-separated logs one line at a time: fields by column name, numbers with their place in the file
 * when they are none. Skips empty lines and lines that start with '#'. A field may stand in double
 * quotes, but not go on in the next line. */
#ifndef WARREN_BENCH_CSV_H
#define WARREN_BENCH_CSV_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

enum { CSV_FIELDS_MAX = 128 };

struct csv {
    const char *path;
    struct text text; /* the file; fields point into it */
    char *next;       /* start of the next line; NULL at the end */
    int line;         /* of the fields, from 1 */
    char *fields[CSV_FIELDS_MAX];
    int columns[CSV_FIELDS_MAX]; /* where each field starts in its line, from 1 */
    int field_count;
    bool has_line_end; /* of the present line; only the last one may lack it */
};

/* Errors: status 3 as file_read; kind "not-text" (status 1) when there are NUL bytes. */
bool csv_open(struct csv *csv, const char *path, struct error *error);
void csv_close(struct csv *csv);

/* Splits the next line. False at the end of the file. */
bool csv_next(struct csv *csv);

/* Whether the present line is the last one and was cut off: it has fewer fields than the header, or an
 * empty last one, and no line end, as when whoever wrote it was stopped or had no room. */
bool csv_is_cut_off(const struct csv *csv, int header_fields);

/* The place of a name among the present line's fields, ignoring case; -1 when it is not there. */
int csv_find(const struct csv *csv, const char *name);

/* A finite number, or an error of status 1, kind "not-a-number" or "missing-field". */
bool csv_number(const struct csv *csv, int field, double *out, struct error *error);

/* The text of a field, or an error of kind "missing-field". */
const char *csv_word(const struct csv *csv, int field, struct error *error);

#endif
