/* What stands behind a command's name on the command line. All commands share one table of options, so that
 * an option means the same wherever it is taken. */
#ifndef WARREN_TOOL_ARGUMENTS_H
#define WARREN_TOOL_ARGUMENTS_H

#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

enum option_id {
    OPTION_HELP,
    OPTION_SOLUTION,
    OPTION_STEP,
    OPTION_NO_INPUT,
    OPTION_STEPS,
    OPTION_RUNTIME,
    OPTION_CHANGES,
    OPTION_OUTPUT,
    OPTION_ZOOM,
    OPTION_FRAME,
    OPTION_DATA,
    OPTION_JOBS,
    OPTION_REPEAT,
    OPTION_COUNT
};

struct arguments {
    bool is_given[OPTION_COUNT];
    int number[OPTION_COUNT];       /* of options that take one; what is not given has its default */
    const char *text[OPTION_COUNT]; /* of options that take one; NULL if not given */
    const char *const *operands;    /* what is no option */
    int operand_count;
};

/* Reads argv[1] and what follows. options: bit 1 << id for every option that is taken, besides --help. Errors
 * have STATUS_USAGE. The arguments point into argv, whose order may change. */
bool arguments_parse(int argc, char **argv, unsigned options, struct arguments *out, struct error *error);

/* One line for each of these options: what it is called and what it does. */
void arguments_print_help(unsigned options, FILE *out);

#endif
