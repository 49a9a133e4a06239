/* The commands of warren-level: one row each in verb.c, one function each in its own file. */
#ifndef WARREN_TOOL_VERB_H
#define WARREN_TOOL_VERB_H

#include "tool/arguments.h"
#include "tool/tool.h"

struct verb {
    const char *name;
    const char *operands; /* what they are called in the help */
    int operands_least, operands_most;
    unsigned options; /* bit 1 << id of each that is taken */
    const char *summary;
    enum status (*run)(const struct tool *tool, const struct arguments *arguments);
};

extern const struct verb verbs[];
extern const int verb_count;

/* Says that the command line is wrong, and why; returns STATUS_USAGE. */
enum status verb_refuse(const struct tool *tool, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

enum status verb_check(const struct tool *tool, const struct arguments *arguments);
enum status verb_trace(const struct tool *tool, const struct arguments *arguments);
enum status verb_verify(const struct tool *tool, const struct arguments *arguments);
enum status verb_write(const struct tool *tool, const struct arguments *arguments);
enum status verb_show(const struct tool *tool, const struct arguments *arguments);
enum status verb_image(const struct tool *tool, const struct arguments *arguments);
enum status verb_encode(const struct tool *tool, const struct arguments *arguments);
enum status verb_decode(const struct tool *tool, const struct arguments *arguments);

#endif
