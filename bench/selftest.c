#include "bench/selftest.h"

#include "bench/interrupt.h"
#include "bench/measure.h"
#include "bench/words.h"
#include "frame/effects.h"
#include "frame/stats.h"

#include <math.h>
#include <stdio.h>

static const struct {
    double planted, limit_s;
} ROWS[SELFTEST_ROWS] = {{0, 5}, {0.005, 60}, {0.01, 5}, {0.02, 5}, {0.05, 5}};

static void judge_try(const struct selftest *selftest, const struct comparison *comparison,
                      struct selftest_row *row)
{
    struct effects effects = {0};
    struct verdict_rule rule = {.margin = selftest->margin, .alpha = selftest->alpha, .claims = 1};
    for (int i = 0; i < comparison->quads; i++) {
        effects_add(&effects, comparison->effects[i]);
    }
    struct judgement judgement = verdict_judge(&effects, rule);
    effects_free(&effects);
    bool is_slower = judgement.verdict == VERDICT_DIFFERENT && judgement.direction == DIRECTION_SLOWER;
    bool is_faster = judgement.verdict == VERDICT_DIFFERENT && judgement.direction == DIRECTION_FASTER;
    bool is_equal = judgement.material == MATERIAL_NO;
    bool is_found = row->planted > 0 ? is_slower : is_equal;
    if (is_found) {
        row->seconds[row->found++] = comparison->seconds;
    }
    row->wrong += row->planted > 0 ? is_faster : is_slower || is_faster;
    row->intervals += judgement.has_interval;
    double truth = log1p(row->planted);
    row->covered += judgement.has_interval && judgement.low <= truth && truth <= judgement.high;
    row->tries++;
}

static void try_once(const struct selftest *selftest, uint64_t seed, struct frame_log *log,
                     struct selftest_row *row)
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
        .rule = {.margin = selftest->margin, .alpha = selftest->alpha, .claims = 1},
        .budget_s = row->limit_s,
        .seed = seed,
        .planted = row->planted,
        .stops_at_difference = row->planted > 0,
    };
    struct comparison comparison = {0};
    struct error error;
    /* New painters for each try: where their memory happens to lie is part of what must not matter. */
    arms_close_all(selftest->arms);
    if (measure_comparison(&measure, &planned, &comparison, log, &error) && comparison.invalid[0] == '\0' &&
        !interrupt_came()) {
        judge_try(selftest, &comparison, row);
    }
    comparison_free(&comparison);
}

void selftest_run(const struct selftest *selftest, struct selftest_row rows[SELFTEST_ROWS])
{
    struct frame_log log = {0};
    for (int i = 0; i < SELFTEST_ROWS; i++) {
        rows[i] = (struct selftest_row){.planted = ROWS[i].planted, .limit_s = ROWS[i].limit_s};
        for (int try = 0; try < SELFTEST_TRIES && !interrupt_came(); try++) {
            try_once(selftest, selftest->seed + (uint64_t)(i * SELFTEST_TRIES + try), &log, &rows[i]);
        }
        fprintf(stderr, "self-test: %d of %d rows done\n", i + 1, SELFTEST_ROWS);
        stats_sort(rows[i].seconds, rows[i].found);
    }
    frame_log_free(&log);
}

void selftest_print(const struct selftest_row rows[SELFTEST_ROWS], struct text *out)
{
    text_add(out, "planted   limit   found     median   slowest   wrong   interval holds it\n");
    for (int i = 0; i < SELFTEST_ROWS; i++) {
        const struct selftest_row *row = &rows[i];
        char name[WORDS_MAX];
        if (row->planted > 0) {
            snprintf(name, sizeof name, "%.1f %%", 100 * row->planted);
        } else {
            snprintf(name, sizeof name, "nothing");
        }
        text_format(out, "%-9s %3.0f s   %2d of %2d", name, row->limit_s, row->found, row->tries);
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

bool selftest_is_good(const struct selftest_row rows[SELFTEST_ROWS])
{
    for (int i = 0; i < SELFTEST_ROWS; i++) {
        if (rows[i].tries < SELFTEST_TRIES || rows[i].found * 10 < rows[i].tries * 9 || rows[i].wrong > 2) {
            return false;
        }
    }
    return true;
}
