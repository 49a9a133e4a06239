#include "bench/report.h"

#include "base/file.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <stdio.h>

static void add_fact(const struct result *result, const char *group, const char *name, const char *before,
                     struct text *out)
{
    const char *value = result_fact(result, group, name);
    if (value != NULL) {
        text_format(out, " &middot; %s", before);
        html_escape(out, value);
    }
}

static void add_header(const struct report *report, struct text *out)
{
    const struct result *result = report->result;
    char seconds[WORDS_MAX];
    int decided = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        enum verdict verdict = result->comparisons[i].judgement.verdict;
        decided += verdict != VERDICT_UNDECIDED && verdict != VERDICT_INVALID;
    }
    text_add(out,
             "<header><h1>Do render hints change what a frame costs, or how it looks?</h1><p class=soft>");
    text_format(out, "%d comparisons, %d of them decided, in %s &middot; %d &times; %d pixels",
                result->comparison_count, decided, words_seconds(result->seconds, seconds), result->width_px,
                result->height_px);
    add_fact(result, "machine", "processor", "", out);
    add_fact(result, "libraries", "SDL linked", "SDL ", out);
    add_fact(result, "run", "started", "", out);
    text_add(out, "</p>");
    if (result->is_interrupted) {
        text_format(
            out, "<p><b class=open>Interrupted</b> after %d of %d comparisons: this is what there was.</p>",
            result->comparison_count, result->planned_count);
    }
    text_add(out, "<nav><a href=\"#answers\">Answers</a><a href=\"#story\">Story</a><a "
                  "href=\"#trust\">Trust</a><a href=\"#curves\">Curves</a>"
                  "<a href=\"#choice\">Choice</a><a href=\"#costs\">Costs</a><a "
                  "href=\"#forest\">Effects</a><a href=\"#pictures\">Pictures</a>"
                  "<a href=\"#tails\">Slow frames</a><a href=\"#verdicts\">Verdicts</a>"
                  "<a href=\"#environment\">Machine</a><a href=\"#limits\">Limits</a></nav></header>");
}

static void add_body(struct report *report, struct text *out)
{
    add_header(report, out);
    text_add(out, "<main>");
    report_answers(report, out);
    report_story(report, out);
    report_trust(report, out);
    report_curves(report, out);
    report_frontier(report, out);
    report_costs(report, out);
    report_forest(report, out);
    if (!report->has_plots) {
        text_add(
            out,
            "<p><b class=open>Plots are missing:</b> gnuplot was not found or failed. Install it and run "
            "<code>warren-bench report summary.json</code> to get them; everything else is here.</p>");
    }
    report_pictures(report, out);
    report_tails(report, out);
    report_verdicts(report, out);
    report_environment(report, out);
    report_limits(report, out);
    text_format(out, "<p class=\"soft small\">warren-bench " WARREN_VERSION ", seed %llu</p></main>",
                (unsigned long long)report->result->seed);
}

bool report_write(const struct result *result, const char *pictures, const char *folder, struct error *error)
{
    struct report report = {.result = result, .pictures = {.folder = pictures}, .has_plots = true};
    struct text body = {0};
    struct text page = {0};
    struct text path = {0};
    groups_make(result, &report.groups);
    add_body(&report, &body);
    text_add(&page, "<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
                    "<meta name=viewport content=\"width=device-width,initial-scale=1\">\n"
                    "<title>Render hints, measured</title>\n<style>\n");
    for (int i = 0; report_style[i] != NULL; i++) {
        text_add(&page, report_style[i]);
    }
    html_picture_rules(&report.pictures, &page);
    text_add(&page, "</style>\n</head>\n<body>\n");
    text_add(&page, body.bytes);
    text_add(&page, "\n</body>\n</html>\n");
    text_format(&path, "%s/report.html", folder);
    bool is_good = file_write(path.bytes, page.bytes, page.length, error);
    groups_free(&report.groups);
    text_free(&path);
    text_free(&page);
    text_free(&body);
    return is_good;
}
