#include "tool/arguments.h"

#include "scene/camera.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

enum option_kind { KIND_FLAG, KIND_NUMBER, KIND_TEXT };

struct option_row {
    const char *name;
    enum option_kind kind;
    int letter; /* of the short form; 0 if there is none */
    int least, most, usual;
    const char *value; /* what stands for it in the help */
    const char *help;
};

static const struct option_row rows[OPTION_COUNT] = {
    [OPTION_HELP] = {"help", KIND_FLAG, 'h', 0, 0, 0, "", "say how the command is used"},
    [OPTION_SOLUTION] = {"solution", KIND_TEXT, 0, 0, 0, 0, "K",
                         "play solution K of the level, or the solution with this text"},
    [OPTION_STEP] = {"step", KIND_NUMBER, 0, 0, INT_MAX, 0, "N",
                     "as it is after step N; with a solution the end is what is usual"},
    [OPTION_NO_INPUT] = {"no-input", KIND_FLAG, 0, 0, 0, 0, "", "let the level run without a player"},
    [OPTION_STEPS] = {"steps", KIND_NUMBER, 0, 0, INT_MAX, 200, "N", "stop after N steps (200)"},
    [OPTION_RUNTIME] = {"runtime", KIND_FLAG, 0, 0, 0, 0, "",
                        "write counters and what rabbits remember, too"},
    [OPTION_CHANGES] = {"changes", KIND_FLAG, 0, 0, 0, 0, "",
                        "show water and what everybody is about to do, too"},
    [OPTION_OUTPUT] = {"output", KIND_TEXT, 'o', 0, 0, 0, "OUT.png", "the file to be written"},
    [OPTION_ZOOM] = {"zoom", KIND_NUMBER, 0, ZOOM_MIN_PX, ZOOM_MAX_PX, ZOOM_NOMINAL_PX, "PX",
                     "pixels per cell, 8 to 512 (32)"},
    [OPTION_FRAME] = {"frame", KIND_NUMBER, 0, 0, 9, 0, "F",
                      "which of the ten pictures of a step, 0 to 9 (0)"},
    [OPTION_DATA] = {"data", KIND_TEXT, 0, 0, 0, 0, "DIR", "the folder that holds the pictures"},
    [OPTION_JOBS] = {"jobs", KIND_NUMBER, 0, 1, 1024, 0, "N", "at most N levels at once (one per processor)"},
    [OPTION_REPEAT] = {"repeat", KIND_NUMBER, 0, 1, INT_MAX, 1, "N", "replay each solution N times (1)"},
};

/* What getopt_long gives for an operand and for a long option: these must be no letters. */
enum { OPERAND = 1, LONG_BASE = 256 };

static bool take_number(const struct option_row *row, const char *text, int *out, struct error *error)
{
    char *end;
    errno = 0;
    long number = strtol(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0 || number < row->least || number > row->most) {
        return error_set(error, STATUS_USAGE, "usage", "--%s wants a whole number from %d to %d, not '%.60s'",
                         row->name, row->least, row->most, text);
    }
    *out = (int)number;
    return true;
}

static bool take(enum option_id id, struct arguments *out, const char *value, struct error *error)
{
    out->is_given[id] = true;
    out->text[id] = value;
    return rows[id].kind != KIND_NUMBER || take_number(&rows[id], value, &out->number[id], error);
}

/* The option for what getopt_long returned; OPTION_COUNT if it is none. */
static enum option_id id_of(int found, unsigned options)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        bool is_taken = (options & 1u << id) != 0;
        if (is_taken && (found == LONG_BASE + id || (found == rows[id].letter && found != 0))) {
            return (enum option_id)id;
        }
    }
    return OPTION_COUNT;
}

/* Says what is wrong with the option that getopt_long complains about, or that is not taken here. Its name
 * has to be found out: it may be one of several letters in an argument. */
static bool refuse(int found, char **argv, struct error *error)
{
    bool is_complaint = found == '?' || found == ':';
    int code = is_complaint ? optopt : found;
    char name[64];
    if (code == 0) {
        snprintf(name, sizeof name, "%.60s", argv[optind - 1]);
    } else if (code >= LONG_BASE) {
        snprintf(name, sizeof name, "--%s", rows[code - LONG_BASE].name);
    } else {
        snprintf(name, sizeof name, "-%c", code);
    }
    if (found == ':') {
        return error_set(error, STATUS_USAGE, "usage", "%s wants a value", name);
    }
    if (is_complaint && code >= LONG_BASE) {
        return error_set(error, STATUS_USAGE, "usage", "%s takes no value", name);
    }
    return error_set(error, STATUS_USAGE, "usage", "there is no option %s here", name);
}

static void exchange(char **argv, int i, int k)
{
    char *argument = argv[i];
    argv[i] = argv[k];
    argv[k] = argument;
}

bool arguments_parse(int argc, char **argv, unsigned options, struct arguments *out, struct error *error)
{
    struct option long_options[OPTION_COUNT + 1] = {{0}};
    int count = 0;
    options |= 1u << OPTION_HELP;
    *out = (struct arguments){.operands = NULL};
    for (int id = 0; id < OPTION_COUNT; id++) {
        out->number[id] = rows[id].usual;
        if ((options & 1u << id) != 0) {
            int has_value = rows[id].kind == KIND_FLAG ? no_argument : required_argument;
            long_options[count++] = (struct option){rows[id].name, has_value, NULL, LONG_BASE + id};
        }
    }
    opterr = 0;
    optind = 0; /* start anew, whatever was parsed before */
    for (;;) {
        /* Operands come as options, in the order of the command line, whatever POSIXLY_CORRECT says. They are
         * gathered at its start, all of which has been read. */
        int found = getopt_long(argc, argv, "-:ho:", long_options, NULL);
        if (found == -1) {
            break;
        }
        if (found == OPERAND) {
            exchange(argv, 1 + out->operand_count++, optind - 1);
            continue;
        }
        enum option_id id = id_of(found, options);
        if (id == OPTION_COUNT) {
            return refuse(found, argv, error);
        }
        if (!take(id, out, optarg, error)) {
            return false;
        }
    }
    while (optind < argc) {
        exchange(argv, 1 + out->operand_count++, optind++);
    }
    out->operands = (const char *const *)(argv + 1);
    return true;
}

void arguments_print_help(unsigned options, FILE *out)
{
    options |= 1u << OPTION_HELP;
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option_row *row = &rows[id];
        if ((options & 1u << id) != 0) {
            char name[40];
            snprintf(name, sizeof name, "--%s %s", row->name, row->value);
            if (row->letter != 0) {
                snprintf(name, sizeof name, "-%c, --%s %s", row->letter, row->name, row->value);
            }
            fprintf(out, "  %-24s %s\n", name, row->help);
        }
    }
}
