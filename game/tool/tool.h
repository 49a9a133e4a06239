/* The program warren-level: levels without a window. Its main is nothing but a call of tool_run, so that
 * tests can call it too. */
#ifndef WARREN_TOOL_TOOL_H
#define WARREN_TOOL_TOOL_H

#include "base/error.h"

#include <stdio.h>

/* Where a command reads and writes. */
struct tool {
    FILE *in;
    FILE *out; /* results */
    FILE *err; /* errors */
};

#define TOOL_NAME "warren-level"

/* Carries out a command line: argv[0] is the program, argv[1] the command. May change the order of the
 * arguments. Returns the program's exit status. */
enum status tool_run(const struct tool *tool, int argc, char **argv);

#endif
