#include "bench/selftest.h"

#include "bench/interrupt.h"
#include "bench/measure.h"
#include "bench/words.h"
#include "frame/clock.h"
#include "frame/effects.h"
#include "frame/stats.h"

#include <math.h>
#include <stdio.h>

static const struct {
    double planted, limit_s;
} ROWS[SELFTEST_ROWS] = {{0, 5}, {0.005, 60}, {0.01, 5}, {0.02, 5}, {0.05, 5}};

void selftest_start(struct selftest_row rows[SELFTEST_ROWS])
{
    for (int i = 0; i < SELFTEST_ROWS; i++) {
        rows[i] = (struct selftest_row){.planted = ROWS[i].planted, .limit_s = ROWS[i].limit_s};
    }
}

/* What is asked in a try: with equal arms the margin of the run; else whether there is a difference at all,
 * and half of what was planted must not pass for equal before it is seen. */
static struct verdict_rule rule_of(const struct selftest *selftest, const struct selftest_row *row)
{
    return (struct verdict_rule){.margin = row->planted > 0 ? row->planted / 2 : selftest->margin,
                                 .alpha = selftest->alpha,
                                 .claims = 1};
}

static void judge_try(const struct selftest *selftest, const struct comparison *comparison, double seconds,
                      struct selftest_row *row)
{
    struct effects effects = {0};
    for (int i = 0; i < comparison->quads; i++) {
        effects_add(&effects, comparison->effects[i]);
    }
    struct judgement judgement = verdict_judge(&effects, rule_of(selftest, row));
    effects_free(&effects);
    bool is_slower = judgement.verdict == VERDICT_DIFFERENT && judgement.direction == DIRECTION_SLOWER;
    bool is_faster = judgement.verdict == VERDICT_DIFFERENT && judgement.direction == DIRECTION_FASTER;
    bool is_equal = judgement.material == MATERIAL_NO;
    if ((row->planted > 0 ? is_slower : is_equal) && seconds <= row->limit_s) {
        row->seconds[row->found++] = seconds;
    }
    row->wrong += row->planted > 0 ? is_faster : is_slower || is_faster;
    row->intervals += judgement.has_interval;
    double truth = log1p(row->planted);
    row->covered += judgement.has_interval && judgement.low <= truth && truth <= judgement.high;
    row->tries++;
}

static void try_once(const struct selftest *selftest, uint64_t seed, struct frame_log *log,
                     struct selftest_row *row, struct result *result)
{
    struct planned planned = {.hint = "planted",
                              .arms = {{.setting = "none"}, {.setting = "planted"}},
                              .is_same = true,
                              .path = PATH_COPY,
                              .zoom_px = selftest->zoom_px};
    struct measure measure = {
        .arms = selftest->arms,
        .stage = selftest->stage,
        .driver = selftest->driver,
        .rule = rule_of(selftest, row),
        .budget_s = row->limit_s,
        .seed = seed,
        .planted = row->planted,
        .stops_at_difference = row->planted > 0,
    };
    struct comparison comparison = {0};
    struct error error;
    /* New painters for each try: where their memory happens to lie is part of what must not matter. */
    arms_close_all(selftest->arms);
    uint64_t start_ns = clock_ns();
    if (!measure_comparison(&measure, &planned, &comparison, log, &error) || comparison.invalid[0] != '\0' ||
        interrupt_came()) {
        comparison_free(&comparison);
        return;
    }
    judge_try(selftest, &comparison, (double)(clock_ns() - start_ns) / 1e9, row);
    if (row->planted > 0) {
        comparison_free(&comparison);
        return;
    }
    struct comparison *kept = result_add_comparison(result);
    comparison.number = kept->number;
    *kept = comparison;
    snprintf(kept->arms[1].setting, sizeof kept->arms[1].setting, "none");
}

static void name_row(const struct selftest_row *row, char name[WORDS_MAX])
{
    if (row->planted > 0) {
        snprintf(name, WORDS_MAX, "%.1f %%", 100 * row->planted);
    } else {
        snprintf(name, WORDS_MAX, "nothing");
    }
}

void selftest_run(const struct selftest *selftest, struct selftest_row *rows, int count,
                  struct result *result)
{
    struct frame_log log = {0};
    for (int i = 0; i < count; i++) {
        for (int try = 0; try < selftest->tries && !interrupt_came(); try++) {
            try_once(selftest, selftest->seed + (uint64_t)(i * SELFTEST_TRIES_MAX + try), &log, &rows[i],
                     result);
        }
        char name[WORDS_MAX];
        name_row(&rows[i], name);
        fprintf(stderr, "self-test: %s planted: found in %d of %d tries\n", name, rows[i].found,
                rows[i].tries);
        stats_sort(rows[i].seconds, rows[i].found);
    }
    frame_log_free(&log);
}

void selftest_print(const struct selftest_row *rows, int count, struct text *out)
{
    text_add(out, "planted   limit      found     median   slowest   wrong   interval holds it\n");
    for (int i = 0; i < count; i++) {
        const struct selftest_row *row = &rows[i];
        char name[WORDS_MAX];
        name_row(row, name);
        text_format(out, "%-9s %3.0f s  %4d of %-4d", name, row->limit_s, row->found, row->tries);
        if (row->found > 0) {
            text_format(out, "  %5.2f s   %5.2f s", stats_median_sorted(row->seconds, row->found),
                        row->seconds[row->found - 1]);
        } else {
            text_add(out, "        -         -");
        }
        text_format(out, "   %5d   %d of %d\n", row->wrong, row->covered, row->intervals);
    }
    text_add(out,
             "nothing planted: found means proved equal within the margin, wrong means that a difference was "
             "claimed\n");
}

bool selftest_is_good(const struct selftest_row *rows, int count, int tries)
{
    for (int i = 0; i < count; i++) {
        if (rows[i].tries < tries || rows[i].found * 10 < tries * 9 || rows[i].wrong * 10 > tries) {
            return false;
        }
    }
    return true;
}
