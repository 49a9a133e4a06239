#include "bench/crossovers.h"
#include "bench/plot.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>
#include <string.h>

enum { CURVES_MAX = 8, ROW_PX = 17 };

void report_plot(struct report *report, const struct text *script, const char *caption, struct text *out)
{
    struct text svg = {0};
    report->has_plots = report->has_plots && plot_run(script, &svg);
    if (report->has_plots) {
        text_add(out, "<figure><div role=img aria-label=\"");
        html_escape(out, caption);
        text_add(out, "\">");
        text_add(out, svg.bytes);
        text_add(out, "</div><figcaption>");
        html_escape(out, caption);
        text_add(out, "</figcaption></figure>");
    }
    text_free(&svg);
}

/* What one plot of curves shows: every arm of one hint at one place, over zooms. */
struct curves {
    const struct comparison *first;
    const char *settings[CURVES_MAX];
    int count;
};

static bool is_in_plot(const struct comparison *first, const struct comparison *comparison)
{
    return strcmp(first->hint, comparison->hint) == 0 && strcmp(first->common, comparison->common) == 0 &&
           strcmp(first->driver, comparison->driver) == 0 && strcmp(first->path, comparison->path) == 0 &&
           strcmp(first->level, comparison->level) == 0 && strcmp(first->camera, comparison->camera) == 0 &&
           comparison->quads > 0;
}

static void find_curves(const struct result *result, const struct comparison *first, struct curves *out)
{
    *out = (struct curves){.first = first};
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        for (int arm = 0; arm < 2 && is_in_plot(first, comparison); arm++) {
            int k = 0;
            while (k < out->count && strcmp(out->settings[k], comparison->arms[arm].setting) != 0) {
                k++;
            }
            if (k == out->count && k < CURVES_MAX) {
                out->settings[out->count++] = comparison->arms[arm].setting;
            }
        }
    }
}

/* The arm of the first comparison that has it at that zoom. */
static const struct arm_result *find_arm(const struct result *result, const struct curves *curves,
                                         const char *setting, int zoom_px)
{
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (!is_in_plot(curves->first, comparison) || comparison->zoom_px != zoom_px) {
            continue;
        }
        for (int arm = 0; arm < 2; arm++) {
            if (strcmp(comparison->arms[arm].setting, setting) == 0) {
                return &comparison->arms[arm];
            }
        }
    }
    return NULL;
}

static const struct group *group_of(const struct report *report, const struct comparison *comparison)
{
    for (int i = 0; i < report->groups.count; i++) {
        if (groups_has(&report->groups.groups[i], comparison)) {
            return &report->groups.groups[i];
        }
    }
    return NULL;
}

static void add_curve_plot(struct report *report, const struct curves *curves, struct text *out)
{
    const struct group *group = group_of(report, curves->first);
    struct text script = {0};
    struct text caption = {0};
    if (group == NULL || group->zoom_count < 2) {
        return;
    }
    plot_begin(&script, 430, 300);
    text_add(&script, "set logscale x 2\nset xlabel 'pixels per cell'\nset ylabel 'ms per frame'\n"
                      "set yrange [0:*]\nset offsets graph 0.06, graph 0.06, 0, 0\n"
                      "set key top left reverse Left samplen 1.5\nset xtics (");
    for (int i = 0; i < group->zoom_count; i++) {
        text_format(&script, "%s'%d' %d", i > 0 ? ", " : "", group->zooms_px[i], group->zooms_px[i]);
    }
    text_add(&script, ")\n");
    for (int curve = 0; curve < curves->count; curve++) {
        text_format(&script, "$c%d << END\n", curve);
        for (int i = 0; i < group->zoom_count; i++) {
            const struct arm_result *arm =
                find_arm(report->result, curves, curves->settings[curve], group->zooms_px[i]);
            if (arm != NULL) {
                text_format(&script, "%d %.6f %.6f %.6f\n", group->zooms_px[i], arm->median_ms,
                            arm->median_low_ms, arm->median_high_ms);
            }
        }
        text_add(&script, "END\n");
    }
    for (int curve = 0; curve < curves->count; curve++) {
        text_format(&script, "%s$c%d using 1:2:3:4 with yerrorlines lw 2 pt 7 ps 0.5 lc rgb '%s' title ",
                    curve == 0 ? "plot " : ", ", curve, plot_colours[curve % PLOT_COLOURS]);
        plot_quote(&script, curves->settings[curve]);
    }
    text_add(&script, "\n");
    text_format(&caption, "%s%s%s, driver %s, path %s, level %s", curves->first->hint,
                curves->first->common[0] != '\0' ? " with " : "", curves->first->common,
                curves->first->driver, curves->first->path, curves->first->level);
    report_plot(report, &script, caption.bytes, out);
    text_free(&script);
    text_free(&caption);
}

/* Whether no comparison before it belongs into the same plot. */
static bool is_first_of_plot(const struct result *result, int index)
{
    const struct comparison *comparison = &result->comparisons[index];
    for (int i = 0; i < index; i++) {
        if (result->comparisons[i].quads > 0 && is_in_plot(&result->comparisons[i], comparison)) {
            return false;
        }
    }
    return comparison->quads > 0;
}

/* All plots of the first level, or all of the others. */
static void add_curve_plots(struct report *report, bool is_first_level, struct text *out)
{
    const struct result *result = report->result;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (is_first_of_plot(result, i) &&
            (strcmp(comparison->level, result->comparisons[0].level) == 0) == is_first_level) {
            struct curves curves;
            find_curves(result, comparison, &curves);
            add_curve_plot(report, &curves, out);
        }
    }
}

static void add_crossovers(const struct report *report, struct text *out)
{
    struct crossover found[CROSSOVERS_MAX];
    bool is_first = true;
    for (int g = 0; g < report->groups.count; g++) {
        int count = crossovers_find(report->result, &report->groups.groups[g], found, CROSSOVERS_MAX);
        for (int i = 0; i < count; i++) {
            struct text name = {0};
            comparison_name(found[i].from, &name);
            text_add(out, is_first ? "<h3>Where the order flips</h3><ul>" : "");
            text_add(out, "<li>");
            html_escape(out, name.bytes);
            text_format(out, ", driver %s, level ", found[i].from->driver);
            html_escape(out, found[i].from->level);
            text_format(out, ": %s at %d px, %s at %d px</li>",
                        direction_name(found[i].from->judgement.direction), found[i].from->zoom_px,
                        direction_name(found[i].to->judgement.direction), found[i].to->zoom_px);
            is_first = false;
            text_free(&name);
        }
    }
    text_add(out, is_first ? "" : "</ul>");
}

void report_curves(struct report *report, struct text *out)
{
    struct text first = {0};
    struct text others = {0};
    add_curve_plots(report, true, &first);
    add_curve_plots(report, false, &others);
    if (first.length > 0) {
        text_add(
            out,
            "<h2 id=curves>Frame time against zoom</h2><p>Each point is the median time of a whole frame: "
            "building the scene, drawing it until it is finished, presenting it. The bars hold the median "
            "with 95&nbsp;% confidence; where they overlap nothing follows from them &ndash; the verdicts "
            "come from frames measured in turns, further below.</p><div class=plots>");
        text_add(out, first.bytes);
        text_add(out, "</div>");
    }
    if (others.length > 0) {
        text_add(out, "<details><summary>The other levels</summary><div class=plots>");
        text_add(out, others.bytes);
        text_add(out, "</div></details>");
    }
    add_crossovers(report, out);
    text_free(&first);
    text_free(&others);
}

static void add_forest(struct report *report, const char *driver, struct text *out)
{
    const struct result *result = report->result;
    struct text script = {0};
    struct text data = {0};
    struct text labels = {0};
    struct text caption = {0};
    int rows = 0;
    for (int i = result->comparison_count - 1; i >= 0; i--) {
        const struct comparison *comparison = &result->comparisons[i];
        if (strcmp(comparison->driver, driver) != 0 || !comparison->judgement.has_interval) {
            continue;
        }
        const struct judgement *judgement = &comparison->judgement;
        int colour = groups_is_equal(comparison)                ? 0
                     : judgement->verdict != VERDICT_DIFFERENT  ? 5
                     : judgement->direction == DIRECTION_SLOWER ? 1
                                                                : 2;
        text_format(&data, "%.5f %d %.5f %.5f %d\n", 100 * expm1(judgement->effect), rows,
                    100 * expm1(judgement->low), 100 * expm1(judgement->high), colour);
        struct text label = {0};
        comparison_name(comparison, &label);
        text_format(&label, "  %d px %s", comparison->zoom_px, comparison->level);
        text_add(&labels, rows > 0 ? ", " : "");
        plot_quote(&labels, label.bytes);
        text_format(&labels, " %d", rows);
        text_free(&label);
        rows++;
    }
    if (rows > 0) {
        double margin = 100 * result->margin;
        plot_begin(&script, 860, 80 + rows * ROW_PX);
        text_format(
            &script,
            "set style rect fs solid 0.18 noborder\nset object 1 rect from %g,graph 0 to %g,graph 1 back "
            "fc rgb '#3b82f6'\nset yrange [-0.7:%g]\nset lmargin 46\nset ytics (%s)\nset ytics font ',11'\n"
            "set xlabel 'difference in %%; the band is what counts as equal'\nunset key\n"
            "set arrow 1 from 0,graph 0 to 0,graph 1 nohead lc rgb '" PLOT_INK "' lw 1\n$f << END\n%sEND\n",
            -margin / (1 + result->margin), margin, rows - 0.3, labels.bytes, data.bytes);
        text_add(&script,
                 "plot for [c in '0 1 2 5'] $f using ($5==int(c)?$1:NaN):2:3:4 with xerrorbars pt 7 ps 0.5 "
                 "lw 1.6 lc rgb word('#3b82f6 #e8710a #1a9e5c x x #8a8f98', int(c)+1)\n");
        text_format(&caption, "driver %s: every comparison with its interval", driver);
        report_plot(report, &script, caption.bytes, out);
    }
    text_free(&script);
    text_free(&data);
    text_free(&labels);
    text_free(&caption);
}

void report_forest(struct report *report, struct text *out)
{
    struct text plots = {0};
    struct group all = {0};
    for (int i = 0; i < report->groups.count; i++) {
        const struct group *group = &report->groups.groups[i];
        for (int k = 0; k < group->driver_count; k++) {
            int j = 0;
            while (j < all.driver_count && strcmp(all.drivers[j], group->drivers[k]) != 0) {
                j++;
            }
            if (j == all.driver_count && j < GROUP_DRIVERS_MAX) {
                all.drivers[all.driver_count++] = group->drivers[k];
                add_forest(report, group->drivers[k], &plots);
            }
        }
    }
    if (plots.length > 0) {
        text_format(
            out,
            "<h2 id=forest>Every effect with its interval</h2><p>A bar that lies inside the band is proved "
            "equal within %g&nbsp;%%; a bar that does not touch zero is a proven difference. The interval "
            "holds the true effect with %g&nbsp;%% confidence <em>however long one looked</em>.</p>"
            "<details%s><summary>Show the plots</summary>",
            100 * report->result->margin, 100 * (1 - report->result->alpha),
            report->result->comparison_count <= 60 ? " open" : "");
        text_add(out, plots.bytes);
        text_add(out, "</details>");
    }
    text_free(&plots);
}
