#include "bench/crossovers.h"
#include "bench/plot.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>
#include <string.h>

enum { CURVES_MAX = 8 };

void report_plot_with(struct report *report, const struct text *script, const char *caption, const char *html,
                      struct text *out)
{
    struct text svg = {0};
    report->has_plots = report->has_plots && plot_run(script, &svg);
    if (report->has_plots) {
        text_add(out, "<figure><div role=img aria-label=\"");
        html_escape(out, caption);
        text_add(out, "\">");
        text_add(out, svg.bytes);
        text_add(out, "</div>");
        text_add(out, html);
        text_add(out, "<figcaption>");
        html_escape(out, caption);
        text_add(out, "</figcaption></figure>");
    }
    text_free(&svg);
}

void report_plot(struct report *report, const struct text *script, const char *caption, struct text *out)
{
    report_plot_with(report, script, caption, "", out);
}

/* What one plot of curves shows: every arm of one hint at one place, over zooms. */
struct curves {
    const struct comparison *first;
    const char *settings[CURVES_MAX];
    int count;
    struct group zooms; /* only these are set */
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
        if (is_in_plot(first, comparison)) {
            groups_add_zoom(&out->zooms, comparison->zoom_px);
        }
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

static void add_curve_plot(struct report *report, const struct curves *curves, struct text *out)
{
    struct text script = {0};
    struct text caption = {0};
    plot_begin(&script, 270);
    text_add(&script, "set logscale x 2\nset xlabel 'pixels per cell'\nset ylabel 'ms per frame'\n"
                      "set yrange [0:*]\nset offsets graph 0.06, graph 0.06, 0, 0\nset xtics font ',11' (");
    for (int i = 0; i < curves->zooms.zoom_count; i++) {
        text_format(&script, "%s'%d' %d", i > 0 ? ", " : "", curves->zooms.zooms_px[i],
                    curves->zooms.zooms_px[i]);
    }
    text_add(&script, ")\n");
    for (int curve = 0; curve < curves->count; curve++) {
        text_format(&script, "$c%d << END\n", curve);
        for (int i = 0; i < curves->zooms.zoom_count; i++) {
            int zoom_px = curves->zooms.zooms_px[i];
            const struct arm_result *arm = find_arm(report->result, curves, curves->settings[curve], zoom_px);
            if (arm != NULL) {
                text_format(&script, "%d %.6f %.6f %.6f\n", zoom_px, arm->median_ms, arm->median_low_ms,
                            arm->median_high_ms);
            }
        }
        text_add(&script, "END\n");
    }
    for (int curve = 0; curve < curves->count; curve++) {
        text_format(&script, "%s$c%d using 1:2:3:4 with yerrorlines lw 1.6 pt %d ps 0.6 lc rgb '%s' title ",
                    curve == 0 ? "plot " : ", ", curve, plot_shapes[curve % PLOT_SHAPES],
                    plot_colours[curve % PLOT_COLOURS]);
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
            if (curves.zooms.zoom_count > 1) {
                add_curve_plot(report, &curves, out);
            }
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
            text_add(out, ", driver ");
            html_escape(out, found[i].from->driver);
            text_add(out, ", level ");
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
            "building the scene, drawing it until it is finished, presenting it. The bars describe how well "
            "that median is known (95&nbsp;%, however long one looked; none where there was too little); "
            "nothing follows from how they lie to each other &ndash; the verdicts come from frames measured "
            "in "
            "turns, further below. What was measured at one zoom only is not "
            "drawn here.</p><div class=plots>");
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
