/* What was wrong with something the user gave us, and where. Functions that can meet wrong data return bool
 * and fill one of these; only the `main` of a program prints it and turns it into an exit status. */
#ifndef WARREN_BASE_ERROR_H
#define WARREN_BASE_ERROR_H

#include <stdbool.h>
#include <stdio.h>

/* Exit statuses of every program. */
enum status {
    STATUS_GOOD = 0,        /* done and good */
    STATUS_BAD = 1,         /* the thing asked about is bad */
    STATUS_USAGE = 2,       /* wrong usage */
    STATUS_ENVIRONMENT = 3, /* no display, no file, no memory, or a measurement that is invalid */
    STATUS_UNDECIDED = 4    /* only --gate and compare */
};

struct error {
    enum status status; /* STATUS_BAD: the data; STATUS_USAGE; STATUS_ENVIRONMENT: the machine */
    char kind[24];      /* one word for tests and programs, as in "row-length" */
    char file[4096];    /* empty when no file is concerned; longer than any path that can be opened */
    int line;           /* from 1; 0 when no line is concerned */
    int column;         /* from 1; 0 when no column is concerned */
    char text[256];     /* one sentence without the final full stop */
};

/* Fills all fields but file, line and column, which become empty and 0. Always returns false, so that a
 * function can end with `return error_set(...)`. error may be NULL: nothing is stored then. kind and what is
 * formatted may be parts of the same error. */
bool error_set(struct error *error, enum status status, const char *kind, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds the place to an error that has been set. */
void error_at(struct error *error, const char *file, int line, int column);

/* Writes "FILE:LINE:COLUMN: error: TEXT [kind]" and a line end; parts that are empty or 0 are left out, and
 * what could upset a terminal is spelled out (quote.h). */
void error_print(const struct error *error, FILE *out);

/* Writes "PROGRAM: TEXT; try --help" and a line end: how every program answers a command line that it does
 * not understand (STATUS_USAGE). The place and the kind are left out. */
void error_print_usage(const char *program, const struct error *error, FILE *out);

#endif
