/* warren-bench: does a render hint change what a frame costs or how it looks? */
#include "base/memory.h"
#include "bench/compare.h"
#include "bench/export.h"
#include "bench/interrupt.h"
#include "bench/judge.h"
#include "bench/limits.h"
#include "bench/list.h"
#include "bench/options.h"
#include "bench/output.h"
#include "bench/report.h"
#include "bench/result_json.h"
#include "bench/run.h"
#include "bench/steps.h"
#include "paint/assets.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

static int print_error(const struct error *error)
{
    if (error->status == STATUS_USAGE) {
        error_print_usage("warren-bench", error, stderr);
    } else {
        error_print(error, stderr);
    }
    return (int)error->status;
}

/* Writes to stdout at once, so that a closed pipe or a full disk is noticed. */
static int print_text(const char *bytes, enum status status)
{
    if (fputs(bytes, stdout) < 0 || fflush(stdout) != 0) {
        fprintf(stderr, "error: stdout cannot be written [output]\n");
        return STATUS_ENVIRONMENT;
    }
    return (int)status;
}

static int judge(const struct options *options)
{
    struct judge_options wanted = {
        .paths = {options->operands[0], options->operands[1]},
        .path_count = options->operand_count,
        .arm_a = options->arm_a,
        .arm_b = options->arm_b,
        .rule = {.margin = options->margin, .alpha = options->alpha, .claims = 1},
        .is_json = options->is_json,
    };
    struct text out = {0};
    struct text notes = {0};
    struct error error;
    int status = judge_run(&wanted, &out, &notes, &error) ? STATUS_GOOD : print_error(&error);
    if (status == STATUS_GOOD) {
        fputs(notes.bytes != NULL ? notes.bytes : "", stderr);
        status = print_text(out.bytes, STATUS_GOOD);
    }
    text_free(&out);
    text_free(&notes);
    return status;
}

static int list(const struct options *options)
{
    struct text assets = {0};
    struct text out = {0};
    struct error error;
    int status = STATUS_GOOD;
    if (assets_find(options->data, &assets, &error)) {
        list_all(assets.bytes, &out);
        status = print_text(out.bytes, STATUS_GOOD);
    } else {
        status = print_error(&error);
    }
    text_free(&assets);
    text_free(&out);
    return status;
}

static int limits(const struct options *options)
{
    struct text out = {0};
    struct error error;
    text_add(&out, "");
    bool is_good = limits_run(options, &out, &error);
    int status = print_text(out.bytes, STATUS_GOOD);
    if (!is_good) {
        status = print_error(&error);
    }
    text_free(&out);
    return status;
}

static int compare(const struct options *options)
{
    struct result base;
    struct result head;
    struct error error;
    if (!result_json_read(options->operands[0], &base, &error)) {
        return print_error(&error);
    }
    if (!result_json_read(options->operands[1], &head, &error)) {
        result_free(&base);
        return print_error(&error);
    }
    struct text out = {0};
    enum status status = compare_results(&base, &head, &out);
    int printed = print_text(out.bytes, status);
    text_free(&out);
    result_free(&base);
    result_free(&head);
    return printed;
}

/* The folder of a file, as "." when it has none. */
static void folder_of(const char *path, struct text *out)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL) {
        text_add(out, ".");
    } else {
        text_add_bytes(out, path, slash == path ? 1 : (size_t)(slash - path));
    }
}

static int report(const struct options *options)
{
    struct result result;
    struct error error;
    if (!result_json_read(options->operands[0], &result, &error)) {
        return print_error(&error);
    }
    struct text pictures = {0};
    folder_of(options->operands[0], &pictures);
    const char *folder = options->out != NULL ? options->out : pictures.bytes;
    int status = STATUS_GOOD;
    if (!output_make_folder(folder, &error) || !report_write(&result, pictures.bytes, folder, &error) ||
        !output_print(&result, &error)) {
        status = print_error(&error);
    }
    text_free(&pictures);
    result_free(&result);
    return status;
}

static int export(const struct options *options)
{
    struct error error;
    const char *folder = options->out != NULL ? options->out : ".";
    return export_run(options->operands[0], options->only[0], folder, &error) ? STATUS_GOOD
                                                                              : print_error(&error);
}

static int steps(void)
{
    struct text out = {0};
    steps_run(&out);
    int status = print_text(out.bytes, STATUS_GOOD);
    text_free(&out);
    return status;
}

static int run(struct options *options, const char *command_line)
{
    enum status status = STATUS_GOOD;
    struct error error;
    bool is_good = run_bench(options, command_line, &status, &error);
    return is_good ? (int)status : print_error(&error);
}

static int do_verb(struct options *options, const char *command_line)
{
    switch (options->verb) {
    case VERB_RUN: return run(options, command_line);
    case VERB_LIST: return list(options);
    case VERB_LIMITS: return limits(options);
    case VERB_JUDGE: return judge(options);
    case VERB_COMPARE: return compare(options);
    case VERB_REPORT: return report(options);
    case VERB_EXPORT: return export(options);
    case VERB_STEPS: return steps();
    case VERB_HELP: return print_text(options_help, STATUS_GOOD);
    case VERB_VERSION: break;
    }
    return print_text("warren-bench " WARREN_VERSION "\n", STATUS_GOOD);
}

/* Copies of the words, before options_parse cuts lists into pieces where they stand. */
static char **copy_words(int count, char **words)
{
    char **copies = memory_get_array((size_t)count + 1, sizeof *copies);
    for (int i = 0; i < count; i++) {
        copies[i] = memory_copy_text(words[i]);
    }
    return copies;
}

int main(int argc, char **argv)
{
    interrupt_prepare();
    struct options options;
    struct error error;
    struct text command_line = {0};
    char **words = copy_words(argc, argv);
    for (int i = 0; i < argc; i++) {
        text_format(&command_line, "%s%s", i > 0 ? " " : "", words[i]);
    }
    bool is_good = options_parse(argc, argv, &options, &error);
    options.words = words;
    int status = is_good ? do_verb(&options, command_line.bytes) : print_error(&error);
    for (int i = 0; i < argc; i++) {
        memory_free(words[i]);
    }
    memory_free(words);
    text_free(&command_line);
    return status;
}
