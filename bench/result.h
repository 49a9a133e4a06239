/* All that one run found: where, with what, and every comparison. Written after each comparison, read back by
 * `report` and `compare`; judged the same both times. */
#ifndef WARREN_BENCH_RESULT_H
#define WARREN_BENCH_RESULT_H

#include "base/error.h"
#include "bench/comparison.h"
#include "bench/cost_model.h"

#include <stdbool.h>
#include <stdint.h>

enum { RESULT_SCHEMA = 1 };

/* One fact about the machine, the libraries or the settings. */
struct fact {
    char group[24]; /* "machine", "libraries", "run", "hint software copy" ... */
    char name[48];
    char value[192];
    char origin[24]; /* of a hint: "default", "environment", "warren"; else empty */
};

/* A control: a scene in which a hint must matter, or must not. */
struct control_result {
    char hint[COMPARISON_WORD_MAX], driver[COMPARISON_WORD_MAX];
    char scene[COMPARISON_WORD_MAX];
    bool is_positive; /* it must matter */
    bool is_passed;
    char what[COMPARISON_REASON_MAX]; /* what was seen */
};

struct result {
    uint64_t seed;
    int width_px, height_px;
    double margin, alpha, budget_s, seconds;
    bool is_quick, is_interrupted;
    struct fact *facts;
    int fact_count;
    struct comparison *comparisons;
    int comparison_count, planned_count;
    struct control_result *controls;
    int control_count;
    struct cost_data cost;                /* of the draw paths; empty when not measured */
    char (*notes)[COMPARISON_REASON_MAX]; /* what was not measured and why, one sentence each */
    int note_count;
};

void result_free(struct result *result);
void result_add_fact(struct result *result, const char *group, const char *name, const char *value,
                     const char *origin);
void result_add_note(struct result *result, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct comparison *result_add_comparison(struct result *result); /* zeroed, numbered; valid until the next */
struct control_result *result_add_control(struct result *result);

/* Gives every comparison its judgement, from its effects alone: Holm over the whole run decides what is
 * different and what materially so; that something is equal is decided for each comparison alone; UNREAD,
 * UNREACHED and INVALID come from what is known of settings and pictures. */
void result_judge(struct result *result);

/* The value of a fact, or NULL. */
const char *result_fact(const struct result *result, const char *group, const char *name);

/* STATUS_ENVIRONMENT when anything is INVALID. As a gate also STATUS_BAD when B is materially slower
 * somewhere, and STATUS_UNDECIDED when nothing is and something stayed open that is not a setting against
 * itself. Else STATUS_GOOD. */
enum status result_status(const struct result *result, bool is_gate);

#endif
