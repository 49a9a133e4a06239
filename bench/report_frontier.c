#include "bench/plot.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { CHOICES_MAX = 24 };

/* Above this no eye and hardly a sum tells two pictures apart; exact pictures are drawn here too. */
static const double EXACT_DB = 60;

/* The least height of the plot, so that tenths of a decibel do not look like much. */
static const double LEAST_SPAN_DB = 6;

/* One way to draw at one driver and zoom: what it costs and how near it comes to the exact picture. */
struct choice {
    const struct comparison *comparison;
    const struct arm_result *arm;
    double picture_db;
};

struct choices {
    struct choice items[CHOICES_MAX];
    int count;
};

static double decibels(const struct arm_result *arm)
{
    return arm->exact_psnr_db < EXACT_DB ? arm->exact_psnr_db : EXACT_DB;
}

static bool is_known(const struct choices *choices, const struct comparison *comparison, const char *setting)
{
    for (int i = 0; i < choices->count; i++) {
        const struct choice *choice = &choices->items[i];
        if (strcmp(choice->comparison->hint, comparison->hint) == 0 &&
            strcmp(choice->comparison->common, comparison->common) == 0 &&
            strcmp(choice->comparison->path, comparison->path) == 0 &&
            strcmp(choice->arm->setting, setting) == 0) {
            return true;
        }
    }
    return false;
}

static void find_choices(const struct result *result, const char *driver, const char *level, int zoom_px,
                         struct choices *out)
{
    out->count = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (strcmp(comparison->driver, driver) != 0 || strcmp(comparison->level, level) != 0 ||
            comparison->zoom_px != zoom_px || comparison->judgement.verdict == VERDICT_INVALID) {
            continue;
        }
        for (int arm = 0; arm < 2; arm++) {
            const struct arm_result *candidate = &comparison->arms[arm];
            if (candidate->has_exact && candidate->frames > 0 && out->count < CHOICES_MAX &&
                !is_known(out, comparison, candidate->setting)) {
                out->items[out->count++] = (struct choice){comparison, candidate, decibels(candidate)};
            }
        }
    }
}

/* Of those whose picture reaches least_db: the first that may be as cheap as the cheapest, as far as the
 * intervals of both tell. */
static const struct choice *cheapest(const struct choices *choices, double least_db)
{
    const struct choice *best = NULL;
    for (int i = 0; i < choices->count; i++) {
        const struct choice *choice = &choices->items[i];
        if (choice->picture_db >= least_db &&
            (best == NULL || choice->arm->median_ms < best->arm->median_ms)) {
            best = choice;
        }
    }
    for (int i = 0; i < choices->count; i++) {
        const struct choice *choice = &choices->items[i];
        if (choice->picture_db >= least_db && best != NULL &&
            choice->arm->median_low_ms <= best->arm->median_high_ms) {
            return choice;
        }
    }
    return best;
}

static double best_picture_db(const struct choices *choices)
{
    double best_db = -HUGE_VAL;
    for (int i = 0; i < choices->count; i++) {
        best_db = fmax(best_db, choices->items[i].picture_db);
    }
    return best_db;
}

/* The cheapest whose picture is next to the best there is. */
static const struct choice *choose(const struct choices *choices)
{
    return cheapest(choices, best_picture_db(choices) - 1);
}

static void add_name(const struct choice *choice, struct text *out)
{
    html_escape(out, choice->comparison->hint);
    text_add_char(out, ' ');
    html_escape(out, choice->arm->setting);
    if (choice->comparison->common[0] != '\0') {
        text_add(out, " with ");
        html_escape(out, choice->comparison->common);
    }
    if (strcmp(choice->comparison->path, "copy") != 0) {
        text_add(out, " (path ");
        html_escape(out, choice->comparison->path);
        text_add_char(out, ')');
    }
}

static void add_db(double db, struct text *out)
{
    text_format(out, db >= EXACT_DB ? "exact" : "%.1f dB", db);
}

static void add_row(const struct choices *choices, const char *driver, int zoom_px, struct text *out)
{
    const struct choice *chosen = choose(choices);
    const struct choice *cheap = cheapest(choices, -HUGE_VAL);
    char ms[WORDS_MAX];
    text_add(out, "<tr><td>");
    html_escape(out, driver);
    text_format(out, "</td><td>%d px</td><td><b>", zoom_px);
    add_name(chosen, out);
    text_format(out, "</b></td><td>%s</td><td>", words_ms(chosen->arm->median_ms, ms));
    add_db(chosen->picture_db, out);
    text_add(out, "</td><td class=wrap>");
    if (chosen == cheap) {
        text_add(out, "none is surely cheaper, and no picture is nearer to the exact one by more than 1 dB");
    } else {
        char cheap_ms[WORDS_MAX];
        text_add(out, "it comes within 1 dB of the picture nearest to the exact one; the cheapest, ");
        add_name(cheap, out);
        text_format(out, ", takes %s and reaches ", words_ms(cheap->arm->median_ms, cheap_ms));
        add_db(cheap->picture_db, out);
    }
    text_add(out, "</td></tr>");
}

/* Whether none is both cheaper and nearer to the exact picture. */
static bool is_on_frontier(const struct choices *choices, const struct choice *choice)
{
    for (int i = 0; i < choices->count; i++) {
        const struct choice *other = &choices->items[i];
        bool is_no_worse =
            other->arm->median_ms <= choice->arm->median_ms && other->picture_db >= choice->picture_db;
        bool is_better =
            other->arm->median_ms < choice->arm->median_ms || other->picture_db > choice->picture_db;
        if (is_no_worse && is_better) {
            return false;
        }
    }
    return true;
}

static void add_axes(const struct choices *choices, struct text *script)
{
    double best_db = best_picture_db(choices);
    double worst_db = best_db;
    for (int i = 0; i < choices->count; i++) {
        worst_db = fmin(worst_db, choices->items[i].picture_db);
    }
    double room_db = fmax(LEAST_SPAN_DB - (best_db - worst_db), 0.3 * (best_db - worst_db)) / 2;
    text_format(script,
                "set xlabel 'ms per frame'\nset ylabel 'dB to the exact picture'\nset xrange [0:*]\n"
                "set offsets 0, graph 0.08, 0, 0\nset yrange [%g:%g]\nunset key\n",
                worst_db - room_db, best_db + room_db);
    if (best_db >= EXACT_DB) {
        text_format(script, "set ytics ('exact' %g, '50' 50, '40' 40, '30' 30, '20' 20, '10' 10)\n",
                    EXACT_DB);
    }
}

/* The frontier as a line from point to point, by rising cost. */
static void add_frontier_line(const struct choices *choices, struct text *script)
{
    double after_ms = -1;
    text_add(script, "$front << END\n");
    for (;;) {
        const struct choice *next = NULL;
        for (int i = 0; i < choices->count; i++) {
            const struct choice *choice = &choices->items[i];
            if (is_on_frontier(choices, choice) && choice->arm->median_ms > after_ms &&
                (next == NULL || choice->arm->median_ms < next->arm->median_ms)) {
                next = choice;
            }
        }
        if (next == NULL) {
            break;
        }
        after_ms = next->arm->median_ms;
        text_format(script, "%.6f %.3f\n", after_ms, next->picture_db);
    }
    text_add(script, "END\n");
}

static void add_points(const struct choices *choices, const struct choice *chosen, struct text *script)
{
    for (int i = 0; i < choices->count; i++) {
        const struct choice *choice = &choices->items[i];
        text_format(script, "$p%d << END\n%.6f %.3f %.6f %.6f\nEND\n", i, choice->arm->median_ms,
                    choice->picture_db, choice->arm->median_low_ms, choice->arm->median_high_ms);
    }
    text_format(script,
                "plot $front with lines lc rgb '%s' lw 1 dt 2, $p%d using 1:2 with points pt 6 ps 2.2 lw 1.5 "
                "lc rgb '" PLOT_INK "'",
                plot_colours[5], (int)(chosen - choices->items));
    for (int i = 0; i < choices->count; i++) {
        text_format(script, ", $p%d using 1:2:3:4 with xerrorbars pt %d ps 0.9 lw 1.8 lc rgb '%s'", i,
                    plot_shapes[i % PLOT_SHAPES], plot_colours[i % PLOT_COLOURS]);
    }
    text_add(script, "\n");
}

/* The names stand in the page and not in the plot, where long ones find no room. */
static void add_names(const struct choices *choices, const struct choice *chosen, struct text *out)
{
    char ms[WORDS_MAX];
    text_add(out, "<ul class=shapes>");
    for (int i = 0; i < choices->count; i++) {
        const struct choice *choice = &choices->items[i];
        text_format(out, "<li><i style=\"color:var(--series%d)\">%s</i>%s", i % PLOT_COLOURS + 1,
                    plot_shape_words[i % PLOT_SHAPES], choice == chosen ? "<b>" : "");
        add_name(choice, out);
        text_format(out, ", %s, ", words_ms(choice->arm->median_ms, ms));
        add_db(choice->picture_db, out);
        text_add(out, choice == chosen ? "</b> (ringed)</li>" : "</li>");
    }
    text_add(out, "</ul>");
}

static void add_scatter(struct report *report, const struct choices *choices, const char *driver, int zoom_px,
                        struct text *out)
{
    const struct choice *chosen = choose(choices);
    struct text script = {0};
    struct text caption = {0};
    struct text names = {0};
    plot_begin(&script, 260);
    add_axes(choices, &script);
    add_frontier_line(choices, &script);
    add_points(choices, chosen, &script);
    add_names(choices, chosen, &names);
    text_format(&caption,
                "driver %s at %d px: to the left is cheaper, upwards is nearer to the exact picture; dashed: "
                "what nothing beats in both",
                driver, zoom_px);
    report_plot_with(report, &script, caption.bytes, names.bytes, out);
    text_free(&script);
    text_free(&caption);
    text_free(&names);
}

/* The zoom at which the hints matter most to the eye: the one where pictures were kept. */
static int picture_zoom(const struct result *result)
{
    for (int i = 0; i < result->comparison_count; i++) {
        if (result->comparisons[i].arms[0].picture_file[0] != '\0') {
            return result->comparisons[i].zoom_px;
        }
    }
    return 0;
}

void report_frontier(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    struct text rows = {0};
    struct text plots = {0};
    struct choices choices;
    struct group all = {0};
    for (int i = 0; i < report->groups.count; i++) {
        all = report->groups.groups[i].driver_count * report->groups.groups[i].zoom_count >
                      all.driver_count * all.zoom_count
                  ? report->groups.groups[i]
                  : all;
    }
    for (int driver = 0; driver < all.driver_count; driver++) {
        for (int zoom = 0; zoom < all.zoom_count; zoom++) {
            find_choices(result, all.drivers[driver], all.first->level, all.zooms_px[zoom], &choices);
            if (choices.count < 2) {
                continue;
            }
            add_row(&choices, all.drivers[driver], all.zooms_px[zoom], &rows);
            if (all.zooms_px[zoom] == picture_zoom(result)) {
                add_scatter(report, &choices, all.drivers[driver], all.zooms_px[zoom], &plots);
            }
        }
    }
    if (rows.length > 0) {
        text_add(
            out,
            "<h2 id=choice>What to choose</h2><p>For each driver and zoom the cheapest setting whose picture "
            "is within 1&nbsp;dB of the best one found. Costs of one driver were measured minutes apart, so "
            "small gaps between them mean little; the verdicts are sharper. The exact picture is drawn from "
            "the vectors at the very size shown. Level ");
        html_escape(out, all.first->level);
        text_add(out, ".</p><div class=scroll><table class=\"rows "
                      "stack\"><tr><th>driver</th><th>zoom</th><th>choose</th>"
                      "<th>frame</th><th>picture</th><th>because</th></tr>");
        text_add(out, rows.bytes);
        text_add(out, "</table></div><div class=plots>");
        text_add(out, plots.length > 0 ? plots.bytes : "");
        text_add(out, "</div>");
    }
    text_free(&rows);
    text_free(&plots);
}
