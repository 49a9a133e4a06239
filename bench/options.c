#include "bench/options.h"

#include "bench/options_values.h"
#include "bench/selftest.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum option_code {
    OPTION_LEVEL = 256,
    OPTION_ZOOM,
    OPTION_HINT,
    OPTION_DRIVER,
    OPTION_PATH,
    OPTION_SIZE,
    OPTION_CAMERA,
    OPTION_MARGIN,
    OPTION_ALPHA,
    OPTION_BUDGET,
    OPTION_SEED,
    OPTION_OUT,
    OPTION_DATA,
    OPTION_JSON,
    OPTION_ARM_A,
    OPTION_ARM_B,
    OPTION_QUICK,
    OPTION_GATE,
    OPTION_SELF_TEST,
    OPTION_TRIES,
    OPTION_WITH,
    OPTION_ONLY,
    OPTION_REPLICA
};

static const struct option LONG_OPTIONS[] = {
    {"level", required_argument, NULL, OPTION_LEVEL},
    {"zoom", required_argument, NULL, OPTION_ZOOM},
    {"hint", required_argument, NULL, OPTION_HINT},
    {"driver", required_argument, NULL, OPTION_DRIVER},
    {"path", required_argument, NULL, OPTION_PATH},
    {"size", required_argument, NULL, OPTION_SIZE},
    {"camera", required_argument, NULL, OPTION_CAMERA},
    {"margin", required_argument, NULL, OPTION_MARGIN},
    {"alpha", required_argument, NULL, OPTION_ALPHA},
    {"budget", required_argument, NULL, OPTION_BUDGET},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"out", required_argument, NULL, OPTION_OUT},
    {"data", required_argument, NULL, OPTION_DATA},
    {"json", no_argument, NULL, OPTION_JSON} /* limits: a file */,
    {"a", required_argument, NULL, OPTION_ARM_A},
    {"b", required_argument, NULL, OPTION_ARM_B},
    {"quick", no_argument, NULL, OPTION_QUICK},
    {"gate", no_argument, NULL, OPTION_GATE},
    {"self-test", no_argument, NULL, OPTION_SELF_TEST},
    {"tries", required_argument, NULL, OPTION_TRIES},
    {"with", required_argument, NULL, OPTION_WITH},
    {"only", required_argument, NULL, OPTION_ONLY},
    {"replica", required_argument, NULL, OPTION_REPLICA},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

enum { OPTION_ROWS = sizeof LONG_OPTIONS / sizeof LONG_OPTIONS[0] };

static bool read_seed(const char *word, struct options *out, struct error *error)
{
    char *end;
    out->seed = strtoull(word, &end, 0);
    out->has_seed = true;
    return (end != word && *end == '\0') || options_usage(error, "a seed is a whole number", word);
}

static bool read_level(const char *word, struct plan_request *request, struct error *error)
{
    if (request->level_count == PLAN_LIST_MAX) {
        return options_usage(error, "too many levels", word);
    }
    request->levels[request->level_count++] = word;
    return true;
}

static bool keep_common(const char *word, struct options *out, struct error *error)
{
    if (out->common_count == PLAN_LIST_MAX) {
        return options_usage(error, "too many of --with", word);
    }
    out->common[out->common_count++] = word;
    return true;
}

/* After all options are read, as --with may come before --hint. */
static bool apply_common(struct options *options, struct error *error)
{
    for (int i = 0; i < options->request.experiment_count; i++) {
        for (int k = 0; k < options->common_count; k++) {
            if (!plan_add_common(&options->request.experiments[i], options->common[k], error)) {
                return false;
            }
        }
    }
    return options->common_count == 0 || options->request.experiment_count > 0 ||
           options_usage(error, "--with belongs to --hint", options->common[0]);
}

static bool read_hint(const char *word, struct plan_request *request, struct error *error)
{
    if (request->experiment_count == PLAN_LIST_MAX) {
        return options_usage(error, "too many experiments", word);
    }
    return plan_parse_experiment(word, &request->experiments[request->experiment_count++], error);
}

static bool read_option(int option, char *value, struct options *out, struct error *error)
{
    switch (option) {
    case OPTION_LEVEL: return read_level(value, &out->request, error);
    case OPTION_ZOOM: return options_read_zooms(value, &out->request, error);
    case OPTION_HINT: return read_hint(value, &out->request, error);
    case OPTION_DRIVER: return options_read_drivers(value, &out->request, error);
    case OPTION_PATH: return options_read_paths(value, &out->request, error);
    case OPTION_SIZE: return options_read_size(value, out, error);
    case OPTION_CAMERA:
        return stage_camera_from_name(value, &out->request.camera) ||
               options_usage(error, "a camera is still, pan or demo", value);
    case OPTION_MARGIN: return options_read_number(value, 0, 10, &out->margin, error);
    case OPTION_ALPHA: return options_read_number(value, 0, 1, &out->alpha, error);
    case OPTION_BUDGET: return options_read_number(value, 0, 1e6, &out->budget_s, error);
    case OPTION_SEED: return read_seed(value, out, error);
    case OPTION_OUT: out->out = value; return true;
    case OPTION_DATA: out->data = value; return true;
    case OPTION_JSON:
        out->json = value;
        out->is_json = true;
        return true;
    case OPTION_ARM_A: out->arm_a = value; return true;
    case OPTION_ARM_B: out->arm_b = value; return true;
    case OPTION_QUICK: out->is_quick = true; return true;
    case OPTION_GATE: out->is_gate = true; return true;
    case OPTION_WITH: return keep_common(value, out, error);
    case OPTION_ONLY: return options_read_only(value, out, error);
    case OPTION_REPLICA: return options_read_replica(value, out, error);
    case OPTION_SELF_TEST: out->is_self_test = true; return true;
    case OPTION_TRIES: return options_read_tries(value, out, error);
    case 'h': out->verb = VERB_HELP; return true;
    default: out->verb = VERB_VERSION; return true;
    }
}

static bool read_verb(const char *word, enum verb *verb, struct error *error)
{
    static const char *const NAMES[] = {"run",     "list",   "limits", "judge",
                                        "compare", "report", "export", "steps"};
    for (int i = 0; i < VERB_HELP; i++) {
        if (strcmp(word, NAMES[i]) == 0) {
            *verb = (enum verb)i;
            return true;
        }
    }
    return options_usage(error, "there is no such command", word);
}

static bool check_operands(const struct options *options, struct error *error)
{
    static const struct {
        int least, most;
    } WANTED[] = {[VERB_JUDGE] = {1, 2},
                  [VERB_COMPARE] = {2, 2},
                  [VERB_REPORT] = {1, 1},
                  [VERB_EXPORT] = {1, 1},
                  [VERB_VERSION] = {0, 0}};
    if (options->verb == VERB_HELP || options->verb == VERB_VERSION) {
        return true;
    }
    if (options->operand_count < WANTED[options->verb].least ||
        options->operand_count > WANTED[options->verb].most) {
        return error_set(error, STATUS_USAGE, "usage", "wrong number of files: %d", options->operand_count);
    }
    if (options->verb == VERB_EXPORT && options->only_count != 1) {
        return error_set(error, STATUS_USAGE, "usage", "export wants one comparison: --only N");
    }
    if ((options->arm_a == NULL) != (options->arm_b == NULL)) {
        return error_set(error, STATUS_USAGE, "usage", "--a and --b belong together");
    }
    return true;
}

bool options_parse(int argc, char **argv, struct options *out, struct error *error)
{
    *out = (struct options){.verb = VERB_RUN, .margin = 0.01, .alpha = 0.05, .tries = SELFTEST_TRIES};
    if (argc > 1 && argv[1][0] != '-') {
        if (!read_verb(argv[1], &out->verb, error)) {
            return false;
        }
        argc--;
        argv++;
    }
    struct option rows[OPTION_ROWS];
    memcpy(rows, LONG_OPTIONS, sizeof rows);
    for (int i = 0; i < OPTION_ROWS - 1; i++) {
        if (rows[i].val == OPTION_JSON && out->verb == VERB_LIMITS) {
            rows[i].has_arg = required_argument;
        }
    }
    opterr = 0;
    optind = 1;
    for (int option = getopt_long(argc, argv, ":hV", rows, NULL); option != -1;
         option = getopt_long(argc, argv, ":hV", rows, NULL)) {
        if (option == '?' || option == ':') {
            return options_usage(error,
                                 option == ':' ? "this option wants a value" : "there is no such option",
                                 argv[optind - 1]);
        }
        if (!read_option(option, optarg, out, error)) {
            return false;
        }
    }
    while (optind < argc && out->operand_count < PLAN_LIST_MAX) {
        out->operands[out->operand_count++] = argv[optind++];
    }
    return apply_common(out, error) && check_operands(out, error);
}
