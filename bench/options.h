/* The command line of warren-bench as plain data. Knows no measuring. */
#ifndef WARREN_BENCH_OPTIONS_H
#define WARREN_BENCH_OPTIONS_H

#include "base/error.h"
#include "bench/judge.h"
#include "bench/plan.h"

#include <stdbool.h>
#include <stdint.h>

enum verb {
    VERB_RUN,
    VERB_LIST,
    VERB_LIMITS,
    VERB_JUDGE,
    VERB_COMPARE,
    VERB_REPORT,
    VERB_EXPORT,
    VERB_STEPS,
    VERB_HELP,
    VERB_VERSION
};

struct options {
    enum verb verb;
    struct plan_request request; /* lists are empty where nothing was said */
    int width_px, height_px;     /* 0: not said */
    double margin, alpha;
    double budget_s; /* per comparison; 0: not said */
    uint64_t seed;
    bool has_seed;
    const char *out;  /* NULL: not said */
    const char *data; /* the assets folder; NULL: not said */
    const char *json; /* of limits: a file */
    bool is_json;     /* of judge */
    const char *arm_a, *arm_b;
    bool is_quick, is_gate, is_self_test;
    const char *common[PLAN_LIST_MAX]; /* of --with */
    int common_count;
    int tries;               /* of each row of the self-test */
    int replica;             /* from 1: this process measures claims of another one again */
    int only[PLAN_ONLY_MAX]; /* numbers of comparisons; none: all */
    int only_count;
    char *const *words; /* the command line before it was cut; NULL after the last */
    const char *operands[PLAN_LIST_MAX];
    int operand_count;
};

/* Errors: status 2. Texts point into argv, which is cut at commas. words is left NULL. */
bool options_parse(int argc, char **argv, struct options *out, struct error *error);

extern const char options_help[];

#endif
