#include "bench/options.h"

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
    {"only", required_argument, NULL, OPTION_ONLY},
    {"replica", required_argument, NULL, OPTION_REPLICA},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

enum { OPTION_ROWS = sizeof LONG_OPTIONS / sizeof LONG_OPTIONS[0], SIDE_MIN_PX = 16, SIDE_MAX_PX = 8192 };

static bool usage(struct error *error, const char *what, const char *word)
{
    return error_set(error, STATUS_USAGE, "usage", "%s: '%.80s'", what, word);
}

static bool read_number(const char *word, double low, double high, double *out, struct error *error)
{
    char *end;
    *out = strtod(word, &end);
    if (end == word || *end != '\0' || !(*out > low && *out < high)) {
        return error_set(error, STATUS_USAGE, "usage", "a number between %g and %g is wanted, not '%.60s'",
                         low, high, word);
    }
    return true;
}

/* Cuts the list at its commas. */
static int split_list(char *list, char **words, int room)
{
    int count = 0;
    for (char *word = list; word != NULL && count < room;) {
        char *comma = strchr(word, ',');
        if (comma != NULL) {
            *comma++ = '\0';
        }
        words[count++] = word;
        word = comma;
    }
    return count;
}

/* Once, however often it is named. */
static void add_zoom(struct plan_request *request, int zoom_px)
{
    for (int i = 0; i < request->zoom_count; i++) {
        if (request->zooms_px[i] == zoom_px) {
            return;
        }
    }
    if (request->zoom_count < PLAN_LIST_MAX) {
        request->zooms_px[request->zoom_count++] = zoom_px;
    }
}

static bool read_zooms(char *list, struct plan_request *request, struct error *error)
{
    char *words[PLAN_LIST_MAX];
    int count = split_list(list, words, PLAN_LIST_MAX);
    for (int i = 0; i < count; i++) {
        char *end;
        long zoom_px = strtol(words[i], &end, 10);
        if (end == words[i] || *end != '\0' || zoom_px < ZOOM_MIN_PX || zoom_px > ZOOM_MAX_PX) {
            return usage(error, "a zoom is a whole number from 8 to 512", words[i]);
        }
        add_zoom(request, (int)zoom_px);
    }
    return true;
}

static bool read_drivers(char *list, struct plan_request *request, struct error *error)
{
    char *words[PLAN_LIST_MAX];
    int count = split_list(list, words, PLAN_LIST_MAX);
    for (int i = 0; i < count; i++) {
        if (strcmp(words[i], "software") != 0 && strcmp(words[i], "opengl") != 0 &&
            strcmp(words[i], "opengles2") != 0) {
            return usage(error, "a driver is software, opengl or opengles2", words[i]);
        }
        if (request->driver_count < PLAN_LIST_MAX) {
            request->drivers[request->driver_count++] = words[i];
        }
    }
    return true;
}

static bool read_paths(char *list, struct plan_request *request, struct error *error)
{
    char *words[PLAN_LIST_MAX];
    int count = split_list(list, words, PLAN_LIST_MAX);
    for (int i = 0; i < count; i++) {
        enum paint_path path;
        if (!paint_path_from_name(words[i], &path)) {
            return usage(error, "a path is copy, geometry, cached or blit", words[i]);
        }
        if (request->path_count < PATH_COUNT) {
            request->paths[request->path_count++] = path;
        }
    }
    return true;
}

static bool read_size(const char *word, struct options *out, struct error *error)
{
    char extra;
    if (sscanf(word, "%dx%d%c", &out->width_px, &out->height_px, &extra) != 2 ||
        out->width_px < SIDE_MIN_PX || out->height_px < SIDE_MIN_PX || out->width_px > SIDE_MAX_PX ||
        out->height_px > SIDE_MAX_PX) {
        return usage(error, "a size is WIDTHxHEIGHT, each 16 to 8192", word);
    }
    return true;
}

static bool read_seed(const char *word, struct options *out, struct error *error)
{
    char *end;
    out->seed = strtoull(word, &end, 0);
    out->has_seed = true;
    return (end != word && *end == '\0') || usage(error, "a seed is a whole number", word);
}

static bool read_only(char *list, struct options *out, struct error *error)
{
    char *words[PLAN_ONLY_MAX];
    int count = split_list(list, words, PLAN_ONLY_MAX);
    out->only_count = 0;
    for (int i = 0; i < count; i++) {
        int number = atoi(words[i]);
        if (number < 1) {
            return usage(error, "comparisons are numbered from 1", words[i]);
        }
        out->only[out->only_count++] = number;
    }
    return true;
}

static bool read_level(const char *word, struct plan_request *request, struct error *error)
{
    if (request->level_count == PLAN_LIST_MAX) {
        return usage(error, "too many levels", word);
    }
    request->levels[request->level_count++] = word;
    return true;
}

static bool read_hint(const char *word, struct plan_request *request, struct error *error)
{
    if (request->experiment_count == PLAN_LIST_MAX) {
        return usage(error, "too many experiments", word);
    }
    return plan_parse_experiment(word, &request->experiments[request->experiment_count++], error);
}

static bool read_option(int option, char *value, struct options *out, struct error *error)
{
    switch (option) {
    case OPTION_LEVEL: return read_level(value, &out->request, error);
    case OPTION_ZOOM: return read_zooms(value, &out->request, error);
    case OPTION_HINT: return read_hint(value, &out->request, error);
    case OPTION_DRIVER: return read_drivers(value, &out->request, error);
    case OPTION_PATH: return read_paths(value, &out->request, error);
    case OPTION_SIZE: return read_size(value, out, error);
    case OPTION_CAMERA:
        return stage_camera_from_name(value, &out->request.camera) ||
               usage(error, "a camera is still, pan or demo", value);
    case OPTION_MARGIN: return read_number(value, 0, 10, &out->margin, error);
    case OPTION_ALPHA: return read_number(value, 0, 1, &out->alpha, error);
    case OPTION_BUDGET: return read_number(value, 0, 1e6, &out->budget_s, error);
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
    case OPTION_ONLY: return read_only(value, out, error);
    case OPTION_REPLICA: out->replica = atoi(value); return true;
    case OPTION_SELF_TEST: out->is_self_test = true; return true;
    case 'h': out->verb = VERB_HELP; return true;
    default: out->verb = VERB_VERSION; return true;
    }
}

static bool read_verb(const char *word, enum verb *verb, struct error *error)
{
    static const char *const NAMES[] = {"run", "list", "limits", "judge", "compare", "report", "export"};
    for (int i = 0; i < VERB_HELP; i++) {
        if (strcmp(word, NAMES[i]) == 0) {
            *verb = (enum verb)i;
            return true;
        }
    }
    return usage(error, "there is no such command", word);
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
    *out = (struct options){.verb = VERB_RUN, .margin = 0.01, .alpha = 0.05};
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
            return usage(error, option == ':' ? "this option wants a value" : "there is no such option",
                         argv[optind - 1]);
        }
        if (!read_option(option, optarg, out, error)) {
            return false;
        }
    }
    while (optind < argc && out->operand_count < PLAN_LIST_MAX) {
        out->operands[out->operand_count++] = argv[optind++];
    }
    return check_operands(out, error);
}
