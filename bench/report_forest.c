#include "bench/plot.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROW_PX = 18,
    ROWS_MAX = 64,
    FRAME_PX = 84,
    TOGETHER_MAX = 16 /* so many rows of all drivers go into one plot; if there are more, each has its own */
};

/* The axis is nearly linear within so many per cent and nearly logarithmic beyond, so that one plot shows
 * both half a per cent and a factor of three. */
static const double LINEAR_PERCENT = 2;

static const int TICKS_PERCENT[] = {-80, -20, -4, 0, 4, 20, 100, 500, 2500};

/* One plot: what one question came to, over zooms and levels. */
struct forest {
    const struct comparison *rows[ROWS_MAX]; /* from the top */
    int count;
    bool has_drivers, has_levels; /* more than one */
};

static int compare_rows(const void *a, const void *b)
{
    const struct comparison *first = *(const struct comparison *const *)a;
    const struct comparison *second = *(const struct comparison *const *)b;
    int driver = strcmp(second->driver, first->driver); /* software first */
    int level = strcmp(first->level, second->level);
    return driver != 0  ? driver
           : level != 0 ? level
                        : (first->zoom_px > second->zoom_px) - (first->zoom_px < second->zoom_px);
}

/* Driver NULL: all of them. */
static void find_rows(const struct result *result, const struct group *group, const char *driver,
                      struct forest *out)
{
    *out = (struct forest){0};
    for (int i = 0; i < result->comparison_count && out->count < ROWS_MAX; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (groups_has(group, comparison) && comparison->judgement.has_interval &&
            (driver == NULL || strcmp(comparison->driver, driver) == 0)) {
            out->rows[out->count++] = comparison;
            out->has_drivers = out->has_drivers || strcmp(comparison->driver, out->rows[0]->driver) != 0;
            out->has_levels = out->has_levels || strcmp(comparison->level, out->rows[0]->level) != 0;
        }
    }
    qsort(out->rows, (size_t)out->count, sizeof out->rows[0], compare_rows);
}

static int colour_of(const struct comparison *comparison)
{
    if (groups_is_equal(comparison)) {
        return 2;
    }
    if (comparison->judgement.verdict != VERDICT_DIFFERENT) {
        return 5;
    }
    return comparison->judgement.direction == DIRECTION_SLOWER ? 1 : 0;
}

static double percent(double log_ratio)
{
    return 100 * expm1(log_ratio);
}

/* From the smallest low end to the largest high end of all of them, so that plots can be compared. */
static void find_range(const struct result *result, double *low, double *high)
{
    *low = -4;
    *high = 4;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct judgement *judgement = &result->comparisons[i].judgement;
        if (judgement->has_interval) {
            *low = fmin(*low, percent(judgement->low));
            *high = fmax(*high, percent(judgement->high));
        }
    }
    *low = fmax(*low * 1.15, -99);
    *high = *high * 1.15;
}

static void add_axes(const struct result *result, const struct forest *forest, struct text *script)
{
    double low;
    double high;
    bool is_first = true;
    find_range(result, &low, &high);
    text_format(script,
                "set nonlinear x via asinh(x/%g) inverse %g*sinh(x)\nset xrange [%g:%g]\n"
                "set yrange [%d.4:-0.6]\nset xlabel 'difference in %%'\nunset key\nset xtics font ',11' (",
                LINEAR_PERCENT, LINEAR_PERCENT, low, high, forest->count - 1);
    for (size_t i = 0; i < sizeof TICKS_PERCENT / sizeof TICKS_PERCENT[0]; i++) {
        if (TICKS_PERCENT[i] >= low && TICKS_PERCENT[i] <= high) {
            text_format(script, TICKS_PERCENT[i] == 0 ? "%s'%d' %d" : "%s'%+d' %d", is_first ? "" : ", ",
                        TICKS_PERCENT[i], TICKS_PERCENT[i]);
            is_first = false;
        }
    }
    text_format(script, ")\nset lmargin %d\nset ytics font ',11' (",
                forest->has_levels || forest->has_drivers ? 16 : 8);
    for (int i = 0; i < forest->count; i++) {
        struct text label = {0};
        bool names_driver = forest->has_drivers &&
                            (i == 0 || strcmp(forest->rows[i]->driver, forest->rows[i - 1]->driver) != 0);
        bool names_level = forest->has_levels && !forest->has_drivers;
        text_format(&label, "%s%s%.10s%s%d px", names_driver ? forest->rows[i]->driver : "",
                    names_driver ? " " : "", names_level ? forest->rows[i]->level : "",
                    names_level ? " " : "", forest->rows[i]->zoom_px);
        text_add(script, i > 0 ? ", " : "");
        plot_quote(script, label.bytes);
        text_format(script, " %d", i);
        text_free(&label);
    }
    text_format(script,
                ")\nset object 1 rect from %g,graph 0 to %g,graph 1 back fc rgb '%s' fs solid 0.22 noborder\n"
                "set arrow 1 from 0,graph 0 to 0,graph 1 nohead lc rgb '" PLOT_INK "' lw 1\n",
                -100 * result->margin / (1 + result->margin), 100 * result->margin, plot_colours[5]);
}

static void add_data(const struct forest *forest, struct text *script)
{
    text_add(script, "$f << END\n");
    for (int i = 0; i < forest->count; i++) {
        const struct judgement *judgement = &forest->rows[i]->judgement;
        text_format(script, "%.5f %d %.5f %.5f %d\n", percent(judgement->effect), i, percent(judgement->low),
                    percent(judgement->high), colour_of(forest->rows[i]));
    }
    text_add(script, "END\nplot ");
    for (int colour = 0; colour < PLOT_COLOURS; colour++) {
        text_format(script, "%s$f using ($5==%d?$1:NaN):2:3:4 with xerrorbars pt 7 ps 0.5 lw 1.8 lc rgb '%s'",
                    colour > 0 ? ", " : "", colour, plot_colours[colour]);
    }
    text_add(script, "\n");
}

static void add_forest(struct report *report, const struct group *group, const char *driver, struct text *out)
{
    struct forest forest;
    struct text script = {0};
    struct text caption = {0};
    find_rows(report->result, group, driver, &forest);
    if (forest.count > 0) {
        plot_begin(&script, FRAME_PX + forest.count * ROW_PX);
        add_axes(report->result, &forest, &script);
        add_data(&forest, &script);
        comparison_name(group->first, &caption);
        text_format(&caption, "%s, path %s", group->first->is_same ? " (the same twice)" : "",
                    group->first->path);
        if (!forest.has_drivers) {
            text_format(&caption, ", driver %s", forest.rows[0]->driver);
        }
        if (!forest.has_levels) {
            text_format(&caption, ", level %s", forest.rows[0]->level);
        }
        report_plot(report, &script, caption.bytes, out);
    }
    text_free(&script);
    text_free(&caption);
}

void report_forest(struct report *report, struct text *out)
{
    struct text plots = {0};
    for (int i = 0; i < report->groups.count; i++) {
        const struct group *group = &report->groups.groups[i];
        bool has_levels = group->count > group->zoom_count * group->driver_count;
        bool is_together = group->count <= TOGETHER_MAX && !has_levels;
        for (int k = 0; k < (is_together ? 1 : group->driver_count); k++) {
            add_forest(report, group, is_together ? NULL : group->drivers[k], &plots);
        }
    }
    if (plots.length > 0) {
        text_format(
            out,
            "<h2 id=forest>Every effect with its interval</h2><p>The dot is the best guess, the bar holds "
            "the "
            "true difference with %g&nbsp;%% confidence <em>however long one looked</em>, each taken alone. "
            "What is called a difference is told by its colour, for which all of them have to hold together: "
            "of so many bars some miss zero by chance. A bar that lies inside the grey band is proved equal "
            "within %g&nbsp;%%, taken alone too. The axis is stretched about zero.</p><div class=legend>"
            "<span><i class=dot style=\"background:var(--series2)\"></i>costs more</span>"
            "<span><i class=dot style=\"background:var(--series1)\"></i>costs less</span>"
            "<span><i class=dot style=\"background:var(--series3)\"></i>proved the same</span>"
            "<span><i class=dot style=\"background:var(--series6)\"></i>not decided</span></div>"
            "<div class=plots>",
            100 * (1 - report->result->alpha), 100 * report->result->margin);
        text_add(out, plots.bytes);
        text_add(out, "</div>");
    }
    text_free(&plots);
}
