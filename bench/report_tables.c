#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>
#include <string.h>

static void add_cell(const char *text, struct text *out)
{
    text_add(out, "<td>");
    html_escape(out, text);
    text_add(out, "</td>");
}

static void add_verdict_row(const struct result *result, const struct comparison *comparison,
                            struct text *out)
{
    char percent[WORDS_MAX];
    char interval[WORDS_MAX];
    char ms[WORDS_MAX];
    struct text words = {0};
    comparison_name(comparison, &words);
    text_add(out, "<tr>");
    add_cell(words.bytes, out);
    add_cell(comparison->driver, out);
    add_cell(comparison->path, out);
    add_cell(comparison->level, out);
    text_format(out, "<td>%d px</td>", comparison->zoom_px);
    add_cell(words_percent(comparison->judgement.effect, percent), out);
    add_cell(words_interval(&comparison->judgement, interval), out);
    add_cell(words_ms(comparison->arms[0].median_ms, ms), out);
    add_cell(words_ms(comparison->arms[1].median_ms, ms), out);
    text_add(out, "<td>");
    if (!comparison->has_picture) {
        text_add(out, "unknown");
    } else if (comparison->picture.class == PICTURE_IDENTICAL) {
        text_add(out, "identical");
    } else {
        text_format(out, "%s, %.1f dB, SSIM %.3f (worst %.2f)", picture_class_name(comparison->picture.class),
                    comparison->picture.psnr_db, comparison->picture.ssim_mean,
                    comparison->picture.ssim_worst);
    }
    text_format(out, "</td><td>%d</td><td class=%s>", comparison->quads, groups_class(comparison));
    text_clear(&words);
    comparison_verdict(comparison, result->margin, &words);
    html_escape(out, words.bytes);
    text_add(out, "</td></tr>");
    text_free(&words);
}

void report_verdicts(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    text_format(
        out,
        "<h2 id=verdicts>Every verdict</h2><details%s><summary>%d comparisons</summary><div class=scroll>"
        "<table class=rows><tr><th>B/A</th><th>driver</th><th>path</th><th>level</th><th>zoom</th>"
        "<th>effect</th><th>interval</th><th>A</th><th>B</th><th>picture</th><th>quads</th><th>verdict</th>"
        "</tr>",
        result->comparison_count <= 60 ? " open" : "", result->comparison_count);
    for (int i = 0; i < result->comparison_count; i++) {
        add_verdict_row(result, &result->comparisons[i], out);
    }
    text_add(out, "</table></div></details>");
}

static void add_tail(const struct tail *tail, struct text *out)
{
    char percent[WORDS_MAX];
    char interval[WORDS_MAX];
    if (!tail->has_interval) {
        text_add(out, "<td class=soft>too few frames</td>");
        return;
    }
    struct judgement shown = {.low = tail->low, .high = tail->high, .has_interval = true};
    text_format(out, "<td%s>%s %s</td>", tail->is_descriptive ? " class=soft" : "",
                words_percent(tail->effect, percent), words_interval(&shown, interval));
}

static void add_other(const struct other_effect *other, struct text *out)
{
    add_tail(&(struct tail){.effect = other->effect,
                            .low = other->low,
                            .high = other->high,
                            .has_interval = other->has_interval},
             out);
}

void report_tails(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    text_add(
        out,
        "<h2 id=tails>Slow frames</h2><p>A median says nothing about stutter. Here stand the slowest frames "
        "of both arms: the 95th and the 99th percentile of B next to those of A, with an interval from "
        "resampling whole quads. Grey: fewer than 20 frames lie beyond it, so it only describes this run.</p>"
        "<details><summary>Show the table</summary><div class=scroll><table class=rows><tr><th>B/A</th>"
        "<th>where</th><th>zoom</th><th>p95 of B to A</th><th>p99 of B to A</th>"
        "<th>1 % low of A, by three rules</th><th>of B</th><th>disturbed quads</th><th>by middle "
        "frames</th><th>by CPU time</th></tr>");
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        struct text name = {0};
        if (comparison->quads == 0) {
            continue;
        }
        comparison_name(comparison, &name);
        text_add(out, "<tr>");
        add_cell(name.bytes, out);
        text_clear(&name);
        text_format(&name, "%s %s %s", comparison->driver, comparison->path, comparison->level);
        add_cell(name.bytes, out);
        text_format(out, "<td>%d px</td>", comparison->zoom_px);
        add_tail(&comparison->tails[0], out);
        add_tail(&comparison->tails[1], out);
        for (int arm = 0; arm < 2; arm++) {
            const struct arm_result *times = &comparison->arms[arm];
            text_format(out, "<td>%.2f / %.2f / %.2f ms</td>", times->p99_ms, times->low_mean_ms,
                        times->low_integral_ms);
        }
        text_format(out, "<td>%d of %d</td>", comparison->disturbed_quads, comparison->quads);
        add_other(&comparison->middle, out);
        add_other(&comparison->cpu, out);
        text_add(out, "</tr>");
        text_free(&name);
    }
    text_add(
        out,
        "</table></div><p class=small>The three rules for &ldquo;1&nbsp;% low&rdquo;: the 99th percentile; "
        "the mean of the slowest 1&nbsp;%; the frame down to which the slowest fill 1&nbsp;% of the time. "
        "A quad is disturbed when the process was pushed off its processor in it; it counts all the same."
        " Verdicts look at the fast frames of each block; by its middle frame the same question is answered "
        "as "
        "beside, and nothing is called equal where that differs. CPU time is that of the drawing thread: "
        "what other programs take is not in it, nor is what GL "
        "drivers do "
        "in threads of their own.</p></details>");
}

/* Whether no fact before it belongs to the same group. */
static bool is_first_of_group(const struct result *result, int index)
{
    for (int i = 0; i < index; i++) {
        if (strcmp(result->facts[i].group, result->facts[index].group) == 0) {
            return false;
        }
    }
    return true;
}

static void add_facts(const struct result *result, const char *group, struct text *out)
{
    text_add(out, "<details><summary>");
    html_escape(out, group);
    text_add(out, "</summary><div class=scroll><table class=rows>");
    for (int i = 0; i < result->fact_count; i++) {
        const struct fact *fact = &result->facts[i];
        if (strcmp(fact->group, group) == 0) {
            text_add(out, "<tr><th scope=row>");
            html_escape(out, fact->name);
            text_add(out, "</th><td class=wrap>");
            html_escape(out, fact->value);
            text_add(out, "</td><td class=soft>");
            html_escape(out, fact->origin);
            text_add(out, "</td></tr>");
        }
    }
    text_add(out, "</table></div></details>");
}

void report_environment(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    text_add(out, "<h2 id=environment>Where this was measured</h2>");
    for (int i = 0; i < result->fact_count; i++) {
        if (is_first_of_group(result, i)) {
            add_facts(result, result->facts[i].group, out);
        }
    }
}
