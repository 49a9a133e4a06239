#include "bench/options.h"

#include "bench/options_values.h"
#include "bench/selftest.h"
#include "bench/stage.h"

#include <getopt.h>
#include <limits.h>
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

#define FOR(verb) (1u << (verb))
#define FOR_ALL (~0u)

static const struct {
    struct option option;
    unsigned verbs; /* that have it */
} OPTIONS[] = {
    {{"level", required_argument, NULL, OPTION_LEVEL}, FOR(VERB_RUN)},
    {{"zoom", required_argument, NULL, OPTION_ZOOM}, FOR(VERB_RUN) | FOR(VERB_LIMITS)},
    {{"hint", required_argument, NULL, OPTION_HINT}, FOR(VERB_RUN)},
    {{"driver", required_argument, NULL, OPTION_DRIVER}, FOR(VERB_RUN) | FOR(VERB_LIMITS)},
    {{"path", required_argument, NULL, OPTION_PATH}, FOR(VERB_RUN) | FOR(VERB_LIMITS)},
    {{"size", required_argument, NULL, OPTION_SIZE}, FOR(VERB_RUN) | FOR(VERB_LIMITS)},
    {{"camera", required_argument, NULL, OPTION_CAMERA}, FOR(VERB_RUN)},
    {{"margin", required_argument, NULL, OPTION_MARGIN}, FOR(VERB_RUN) | FOR(VERB_JUDGE)},
    {{"alpha", required_argument, NULL, OPTION_ALPHA}, FOR(VERB_RUN) | FOR(VERB_JUDGE)},
    {{"budget", required_argument, NULL, OPTION_BUDGET}, FOR(VERB_RUN)},
    {{"seed", required_argument, NULL, OPTION_SEED}, FOR(VERB_RUN)},
    {{"out", required_argument, NULL, OPTION_OUT}, FOR(VERB_RUN) | FOR(VERB_REPORT) | FOR(VERB_EXPORT)},
    {{"data", required_argument, NULL, OPTION_DATA}, FOR(VERB_RUN) | FOR(VERB_LIST) | FOR(VERB_LIMITS)},
    {{"json", no_argument /* of limits: a file */, NULL, OPTION_JSON}, FOR(VERB_LIMITS) | FOR(VERB_JUDGE)},
    {{"a", required_argument, NULL, OPTION_ARM_A}, FOR(VERB_JUDGE)},
    {{"b", required_argument, NULL, OPTION_ARM_B}, FOR(VERB_JUDGE)},
    {{"quick", no_argument, NULL, OPTION_QUICK}, FOR(VERB_RUN)},
    {{"gate", no_argument, NULL, OPTION_GATE}, FOR(VERB_RUN)},
    {{"self-test", no_argument, NULL, OPTION_SELF_TEST}, FOR(VERB_RUN)},
    {{"tries", required_argument, NULL, OPTION_TRIES}, FOR(VERB_RUN)},
    {{"with", required_argument, NULL, OPTION_WITH}, FOR(VERB_RUN)},
    {{"only", required_argument, NULL, OPTION_ONLY}, FOR(VERB_RUN) | FOR(VERB_EXPORT)},
    {{"replica", required_argument, NULL, OPTION_REPLICA}, FOR(VERB_RUN)},
    {{"help", no_argument, NULL, 'h'}, FOR_ALL},
    {{"version", no_argument, NULL, 'V'}, FOR_ALL},
};

enum { OPTION_ROWS = sizeof OPTIONS / sizeof OPTIONS[0] };

/* Those that the verb has, and a row of zeros. */
static void list_options(enum verb verb, struct option *out)
{
    int count = 0;
    for (int i = 0; i < OPTION_ROWS; i++) {
        if ((OPTIONS[i].verbs & FOR(verb)) != 0) {
            out[count++] = OPTIONS[i].option;
        }
        if (count > 0 && out[count - 1].val == OPTION_JSON && verb == VERB_LIMITS) {
            out[count - 1].has_arg = required_argument;
        }
    }
    out[count] = (struct option){0};
}

static bool read_level(const char *word, struct plan_request *request, struct error *error)
{
    if (request->level_count == PLAN_LIST_MAX) {
        return options_usage(error, "too many levels", word);
    }
    char name[STAGE_NAME_SIZE];
    stage_name_from_path(word, name);
    for (int i = 0; i < request->level_count; i++) {
        if (strcmp(request->levels[i], word) == 0) {
            return true;
        }
        char other[STAGE_NAME_SIZE];
        stage_name_from_path(request->levels[i], other);
        if (strcmp(other, name) == 0) {
            return options_usage(error, "results could not tell apart two levels of one name", word);
        }
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
    struct experiment *experiment = &request->experiments[request->experiment_count];
    if (!plan_parse_experiment(word, experiment, error)) {
        return false;
    }
    for (int i = 0; i < request->experiment_count; i++) {
        if (plan_is_same_experiment(&request->experiments[i], experiment)) {
            return true;
        }
    }
    request->experiment_count++;
    return true;
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
    case OPTION_SEED: return options_read_seed(value, out, error);
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

static const char *name_of(int code)
{
    for (int i = 0; i < OPTION_ROWS; i++) {
        if (OPTIONS[i].option.val == code) {
            return OPTIONS[i].option.name;
        }
    }
    return NULL;
}

/* What getopt_long complained about: optopt says which option, unless there is none of that name. */
static bool refuse(int complaint, const char *last_word, struct error *error)
{
    const char *name = name_of(optopt);
    if (complaint == ':') {
        return error_set(error, STATUS_USAGE, "usage", "--%s wants a value", name != NULL ? name : "");
    }
    if (name != NULL && optopt > UCHAR_MAX) {
        return error_set(error, STATUS_USAGE, "usage", "--%s takes no value", name);
    }
    if (optopt > 0) {
        return error_set(error, STATUS_USAGE, "usage", "there is no option -%c here", optopt);
    }
    return options_usage(error, "there is no such option here", last_word);
}

static bool read_options(int argc, char **argv, struct options *out, struct error *error)
{
    struct option rows[OPTION_ROWS + 1];
    list_options(out->verb, rows);
    opterr = 0;
    optind = 0; /* start anew, whatever was parsed before */
    for (;;) {
        int option = getopt_long(argc, argv, ":hV", rows, NULL);
        if (option == -1) {
            return true;
        }
        if (option == '?' || option == ':') {
            return refuse(option, argv[optind - 1], error);
        }
        if (!read_option(option, optarg, out, error)) {
            return false;
        }
    }
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
    if (!read_options(argc, argv, out, error)) {
        return false;
    }
    while (optind < argc && out->operand_count < PLAN_LIST_MAX) {
        out->operands[out->operand_count++] = argv[optind++];
    }
    return apply_common(out, error) && check_operands(out, error);
}
