#include "tool/tool.h"

#include "tool/verb.h"

#include <string.h>

static const char about[] = "Warren's levels, without a window.";

static void print_help(FILE *out)
{
    fprintf(out, "usage: warren-level COMMAND ...\n%s\n\ncommands:\n", about);
    for (int i = 0; i < verb_count; i++) {
        fprintf(out, "  %-7s %-8s %s\n", verbs[i].name, verbs[i].operands, verbs[i].summary);
    }
    fprintf(out,
            "\noptions:\n"
            "  --help           say this; behind a command: how that is used\n"
            "  --version        say which version this is\n"
            "\nexit status: 0 good, 1 a level or a replay is bad, 2 wrong usage, 3 no file, no memory ...\n");
}

static void print_verb_help(const struct verb *verb, FILE *out)
{
    fprintf(out, "usage: warren-level %s [options] %s\n%s\n\noptions:\n", verb->name, verb->operands,
            verb->summary);
    arguments_print_help(verb->options, out);
}

static enum status run_verb(const struct tool *tool, const struct verb *verb, int argc, char **argv)
{
    struct arguments arguments;
    struct error error;
    if (!arguments_parse(argc, argv, verb->options, &arguments, &error)) {
        error_print_usage(TOOL_NAME, &error, tool->err);
        return error.status;
    }
    if (arguments.is_given[OPTION_HELP]) {
        print_verb_help(verb, tool->out);
        return STATUS_GOOD;
    }
    if (arguments.operand_count < verb->operands_least) {
        return verb_refuse(tool, "%s wants more than that", verb->name);
    }
    if (arguments.operand_count > verb->operands_most) {
        return verb_refuse(tool, "this is too much: %.60s", arguments.operands[verb->operands_most]);
    }
    return verb->run(tool, &arguments);
}

static enum status run(const struct tool *tool, int argc, char **argv)
{
    if (argc < 2) {
        return verb_refuse(tool, "there is no command");
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_help(tool->out);
        return STATUS_GOOD;
    }
    if (strcmp(argv[1], "--version") == 0) {
        fprintf(tool->out, TOOL_NAME " %s\n", WARREN_VERSION);
        return STATUS_GOOD;
    }
    for (int i = 0; i < verb_count; i++) {
        if (strcmp(argv[1], verbs[i].name) == 0) {
            return run_verb(tool, &verbs[i], argc - 1, argv + 1);
        }
    }
    return verb_refuse(tool, "there is no command %.60s", argv[1]);
}

enum status tool_run(const struct tool *tool, int argc, char **argv)
{
    enum status status = run(tool, argc, argv);
    /* A full disk shows only now. */
    if (fflush(tool->out) != 0 || ferror(tool->out)) {
        fprintf(tool->err, "error: the output cannot be written [file]\n");
        return STATUS_ENVIRONMENT;
    }
    return status;
}
