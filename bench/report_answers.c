#include "bench/answers.h"
#include "bench/ledger.h"
#include "bench/report_parts.h"

#include <string.h>

/* Where the background has to stand for a point of the picture, as a share of its side, to be in the middle
 * of a box that shows 1 / scale of that side. In per cent, as CSS counts. */
static double position_percent(double share, double scale)
{
    double percent = 100 * (share * scale - 0.5) / (scale - 1);
    return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

/* A comparison of the same view whose pictures differ: where it is worst there is something to be seen. */
static const struct comparison *find_place(const struct result *result, const struct comparison *wanted)
{
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (comparison->has_picture && comparison->picture.class == PICTURE_VISIBLE &&
            comparison->zoom_px == wanted->zoom_px && strcmp(comparison->level, wanted->level) == 0 &&
            strcmp(comparison->camera, wanted->camera) == 0) {
            return comparison;
        }
    }
    return wanted;
}

/* A picture magnified around the worst place of a comparison. One that stands alone has a longer box and is
 * magnified less. */
static void add_picture(const struct result *result, const struct comparison *place, int picture,
                        bool is_alone, const char *label, struct text *out)
{
    double scale_x = is_alone ? 2 : 3;
    double box_shape = is_alone ? 4 : 2; /* width to height, as in the style */
    double scale_y = scale_x * box_shape * result->height_px / result->width_px;
    double x = (place->picture.worst_x_px + 4.0) / result->width_px;
    double y = (place->picture.worst_y_px + 4.0) / result->height_px;
    text_format(
        out,
        "<div class=\"pic %sp%d\" role=img style=\"background-size:%g%% auto;background-position:%.1f%% "
        "%.1f%%\" aria-label=\"",
        is_alone ? "one " : "", picture, scale_x * 100, position_percent(x, scale_x),
        position_percent(y, scale_y));
    html_escape(out, label);
    text_add(out, "\"><span>");
    html_escape(out, label);
    text_add(out, "</span></div>");
}

/* One pair of pictures for the group: the first comparison that has them. */
static void add_pair(struct report *report, const struct group *group, struct text *out)
{
    const struct result *result = report->result;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (!groups_has(group, comparison)) {
            continue;
        }
        int a = html_picture(&report->pictures, comparison->arms[0].picture_file);
        int b = html_picture(&report->pictures, comparison->arms[1].picture_file);
        if (a >= 0 && comparison->picture.class == PICTURE_IDENTICAL) {
            add_picture(result, find_place(result, comparison), a, true, "the same picture", out);
            return;
        }
        if (a >= 0 && b >= 0) {
            text_add(out, "<div class=pair>");
            add_picture(result, comparison, a, false, comparison->arms[0].setting, out);
            add_picture(result, comparison, b, false, comparison->arms[1].setting, out);
            text_add(out, "</div>");
            return;
        }
    }
}

static void add_card(struct report *report, const struct group *group, struct text *out)
{
    const struct comparison *first = group->first;
    text_format(out, "<article class=\"card %s\"><div class=title>", answers_class(group));
    html_escape(out, first->hint);
    text_add(out, ": ");
    html_escape(out, first->arms[1].setting);
    text_add(out, " <small>instead of</small> ");
    html_escape(out, first->arms[0].setting);
    text_add(out, " <small class=soft>path ");
    html_escape(out, first->path);
    if (first->common[0] != '\0') {
        text_add(out, ", both with ");
        html_escape(out, first->common);
    }
    if (strcmp(first->camera, "still") != 0) {
        text_add(out, ", camera ");
        html_escape(out, first->camera);
    }
    text_add(out, "</small></div><p>It ");
    answers_sentence(group, report->result->margin, out);
    text_add(out, "</p>");
    answers_strip(report->result, group, out);
    add_pair(report, group, out);
    text_add(out, "</article>");
}

void report_answers(struct report *report, struct text *out)
{
    text_add(out, "<section id=answers><p class=lead>");
    answers_lead(report->result, out);
    text_add(out, "</p><div class=cards>");
    for (int i = 0; i < report->groups.count; i++) {
        if (!report->groups.groups[i].first->is_same) {
            add_card(report, &report->groups.groups[i], out);
        }
    }
    text_format(
        out,
        "</div><div class=legend><span><span class=\"key slower\">+9%%</span>costs more</span>"
        "<span><span class=\"key faster\">-9%%</span>costs less</span>"
        "<span><span class=\"key equal\">=</span>proved the same within %g %%</span>"
        "<span><span class=\"key open\">?</span>not decided in the time given</span>"
        "<span><span class=\"key open\">!</span>invalid: could not be judged</span>"
        "<span><span class=\"key open\">&ndash;</span>the library never looks at it</span>"
        "<span>The number is the largest proven difference among the levels; point at a cell for all of them."
        "</span></div></section>",
        report->result->margin * 100);
}

static void add_controls(const struct result *result, struct text *out)
{
    text_add(out,
             "<details><summary>Every control</summary><div class=scroll><table class=rows><tr><th>hint</th>"
             "<th>driver</th><th>scene</th><th>must</th><th>outcome</th><th>what was seen</th></tr>");
    for (int i = 0; i < result->control_count; i++) {
        const struct control_result *control = &result->controls[i];
        text_add(out, "<tr><td>");
        html_escape(out, control->hint);
        text_add(out, "</td><td>");
        html_escape(out, control->driver);
        text_add(out, "</td><td>");
        html_escape(out, control->scene);
        text_format(out, "</td><td>%s</td><td class=%s>%s</td><td class=wrap>",
                    control->is_positive ? "matter" : "not change the picture",
                    control->is_passed ? "equal" : "slower", control->is_passed ? "passed" : "FAILED");
        html_escape(out, control->what);
        text_add(out, "</td></tr>");
    }
    text_add(out, "</table></div></details>");
}

/* A setting has an origin, other facts have none. */
static void add_readings(const struct result *result, struct text *out)
{
    int settings = 0;
    int read_back = 0;
    for (int i = 0; i < result->fact_count; i++) {
        settings += result->facts[i].origin[0] != '\0';
        read_back +=
            result->facts[i].origin[0] != '\0' && strstr(result->facts[i].value, "(read back)") != NULL;
    }
    if (settings > 0) {
        text_format(
            out,
            " Of %d settings of the drivers %d were read back from the library; what the others are is "
            "taken over from what was asked for.",
            settings, read_back);
    }
}

void report_trust(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    int same = 0;
    int equal = 0;
    int alarms = 0;
    int invalid = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (comparison->is_same) {
            same++;
            equal += comparison->judgement.verdict == VERDICT_EQUIVALENT;
            alarms += comparison->judgement.verdict == VERDICT_DIFFERENT;
            invalid += comparison->judgement.verdict == VERDICT_INVALID;
        }
    }
    int passed = 0;
    for (int i = 0; i < result->control_count; i++) {
        passed += result->controls[i].is_passed;
    }
    text_add(out, "<h2 id=trust>Can this be trusted?</h2>");
    text_format(
        out,
        "<p>A setting was also measured against itself, with two separate but equal painters. Of %d such "
        "comparisons <b>%d were proved equal</b> within %g&nbsp;%%, %d stayed undecided, %d could not be "
        "judged, and <b>%d raised a false alarm</b>.</p>",
        same, equal, result->margin * 100, same - equal - alarms - invalid, invalid, alarms);
    text_format(out,
                "<p>For each hint there are scenes in which it must matter and scenes in which it must not: "
                "<b>%d of %d controls passed</b>.",
                passed, result->control_count);
    add_readings(result, out);
    text_add(out, "</p>");
    const char *ledger = result_fact(result, "run", LEDGER_FACT);
    if (ledger != NULL) {
        text_add(out,
                 "<p>All such comparisons ever made on this kind of machine: differences were claimed in ");
        html_escape(out, ledger);
        text_format(out,
                    " (95&nbsp;%% confidence, each comparison taken alone; counted as one is what this run "
                    "would have called a difference, at %g&nbsp;%%).</p>",
                    result->alpha * 100);
    }
    for (int i = 0; i < result->note_count; i++) {
        text_add(out, "<p><b class=open>Note:</b> ");
        html_escape(out, result->notes[i]);
        text_add(out, ".</p>");
    }
    if (result->control_count > 0) {
        add_controls(result, out);
    }
}
