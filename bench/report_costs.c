#include "bench/plot.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>

enum { SIZES = 2 };

static double frame_bytes(const struct result *result)
{
    return (double)result->width_px * result->height_px * 4;
}

/* The points of one size of view, and the model's line for it, at the pixels that it covers on average. The
 * title stays empty when there are none. */
static void add_data(const struct cost_point *points, int count, const struct cost_model *model, int size,
                     struct text *title, struct text *script)
{
    double pixels = 0;
    int found = 0;
    int width_px = points[size == 0 ? 0 : count - 1].width_px;
    text_format(script, "$p%d << END\n", size);
    for (int i = 0; i < count; i++) {
        if (points[i].width_px == width_px && (size == 0 || width_px != points[0].width_px)) {
            text_format(script, "%.3f %.6f\n", points[i].sprites, points[i].ms);
            pixels += points[i].pixels;
            found++;
            text_clear(title);
            text_format(title, "%d x %d", width_px, points[i].height_px);
        }
    }
    text_add(script, found == 0 ? "NaN NaN\nEND\n" : "END\n");
    text_format(script, "f%d(x) = %.9g + %.9g * x\n", size,
                cost_model_ms(model, 0, found > 0 ? pixels / found : 0),
                cost_model_ms(model, 1, 0) - cost_model_ms(model, 0, 0));
}

/* Both axes are logarithmic and show all points, the knee if it is not far off, and the yardstick. */
static void add_axes(const struct result *result, const struct cost_point *points, int count,
                     const struct cost_model *model, struct text *script)
{
    double least_sprites = HUGE_VAL;
    double most_sprites = 1;
    double memcpy_ms = result->cost.memcpy_ms;
    double least_ms = memcpy_ms > 0 ? memcpy_ms : HUGE_VAL;
    double most_ms = memcpy_ms;
    for (int i = 0; i < count; i++) {
        least_sprites = fmin(least_sprites, points[i].sprites);
        most_sprites = fmax(most_sprites, points[i].sprites);
        least_ms = fmin(least_ms, points[i].ms);
        most_ms = fmax(most_ms, points[i].ms);
    }
    double knee = model->has_knee && model->knee_sprites < 10 * most_sprites ? model->knee_sprites : 0;
    text_format(script,
                "set logscale xy\nset xlabel 'sprites in view'\nset ylabel 'ms per frame'\n"
                "set xtics ('10' 10, '100' 100, '1000' 1e3, '10 000' 1e4, '100 000' 1e5)\n"
                "set format y '%%g'\nset key samplen 0.8\nset xrange [%.6g:%.6g]\nset yrange [%.6g:%.6g]\n",
                fmax(least_sprites, 1) / 1.5, fmax(most_sprites, knee) * 1.5, least_ms / 2, most_ms * 2);
    if (memcpy_ms > 0) {
        text_format(script,
                    "set arrow 1 from graph 0,first %.6g to graph 1,first %.6g nohead dt 3 lc rgb '%s'\n"
                    "set label 1 'memcpy of the frame' at graph 0.02,first %.6g left offset 0,0.5 font ',11' "
                    "textcolor rgb '%s'\n",
                    memcpy_ms, memcpy_ms, plot_colours[5], memcpy_ms, plot_colours[5]);
    }
    if (knee > 0) {
        text_format(script,
                    "set arrow 2 from first %.6g,graph 0 to first %.6g,graph 1 nohead dt 2 lc rgb '%s'\n",
                    knee, knee, plot_colours[3]);
    }
}

static void add_plot(struct report *report, const struct cost_point *points, int count,
                     const struct cost_model *model, struct text *out)
{
    struct text script = {0};
    struct text caption = {0};
    struct text titles[SIZES] = {0};
    plot_begin(&script, 290);
    add_axes(report->result, points, count, model, &script);
    for (int size = 0; size < SIZES; size++) {
        add_data(points, count, model, size, &titles[size], &script);
    }
    for (int size = 0; size < SIZES; size++) {
        text_format(&script,
                    "%sf%d(x) with lines lw 1.4 lc rgb '%s' notitle, $p%d with points pt %d ps 0.8 lw 1.6 lc "
                    "rgb '%s' title '%s'",
                    size == 0 ? "plot " : ", ", size, plot_colours[size], size, plot_shapes[size],
                    plot_colours[size], titles[size].length > 0 ? titles[size].bytes : "");
        text_free(&titles[size]);
    }
    text_add(&script, "\n");
    text_format(&caption, "driver %s, path %s%s", points[0].driver, points[0].path,
                model->has_knee ? "; dashed: the knee" : "");
    report_plot(report, &script, caption.bytes, out);
    text_free(&script);
    text_free(&caption);
}

/* Three digits, and never a power of ten. */
static void add_digits(double value, struct text *out)
{
    text_format(out, value >= 100 ? "%.0f" : "%.3g", value);
}

static void add_interval(double low, double high, struct text *out)
{
    text_add(out, "<br><span class=soft>[");
    add_digits(low, out);
    text_add(out, ", ");
    add_digits(high, out);
    text_add(out, "]</span></td>");
}

static void add_value(const struct cost_value *value, struct text *out)
{
    if (!value->is_seen) {
        text_add(out, "<td class=soft>nothing seen</td>");
        return;
    }
    double unit = value->ns >= 1000 ? 1000 : 1;
    text_add(out, "<td>");
    add_digits(value->ns / unit, out);
    text_add(out, unit > 1 ? " &micro;s" : " ns");
    add_interval(fmax(value->low_ns, 0) / unit, value->high_ns / unit, out);
}

static void add_knee(const struct result *result, const struct cost_model *model, struct text *out)
{
    if (!model->has_knee) {
        text_add(out, "<td class=soft>none</td>");
        return;
    }
    /* So many sprites that together cover what the fullest view does are so large. */
    double side_px = sqrt(model->full_pixels / model->knee_sprites);
    text_format(out, "<td>%.0f sprites", model->knee_sprites);
    if (side_px < result->width_px) {
        text_format(out, " of %.2g px", side_px);
    }
    add_interval(model->knee_low, model->knee_high, out);
}

static void add_row(const struct result *result, const struct cost_point *first,
                    const struct cost_model *model, struct text *out)
{
    text_add(out, "<tr><td>");
    html_escape(out, first->driver);
    text_add(out, "</td><td><b>");
    html_escape(out, first->path);
    text_add(out, "</b></td>");
    for (int part = 0; part < COST_PARTS; part++) {
        add_value(&model->parts[part], out);
    }
    add_knee(result, model, out);
    /* Bytes per ns are GB per s. */
    text_format(
        out, "<td>%.2g GB/s</td><td>%.0f&nbsp;%%<br><span class=soft>at worst %.0f&nbsp;%%</span></td></tr>",
        frame_bytes(result) / model->full_ns, 100 * model->typical_error, 100 * model->worst_error);
}

static void add_explanation(const struct result *result, struct text *out)
{
    text_format(
        out,
        "<p>Views from a few large sprites to thousands of small ones, drawn by every path while the camera "
        "pans: what does a frame cost as such, what does each sprite add however small, and what each pixel "
        "that sprites cover? Left of the <b>knee</b> the pixels decide and fewer sprites save nothing; right "
        "of it the sprites do. The last figures say how far off the model is.</p>"
        "<p>This machine, one thread, a frame of %d &times; %d: filling memory %.3g&nbsp;GB/s, copying it "
        "%.3g&nbsp;GB/s. <b>Speed</b> in the table: bytes of the finished frame by the time for a view "
        "covered with large sprites. A path that moves what is there and draws only what is new can beat the "
        "copy.</p>",
        result->width_px, result->height_px, frame_bytes(result) / (result->cost.memset_ms * 1e6),
        frame_bytes(result) / (result->cost.memcpy_ms * 1e6));
}

void report_costs(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    const struct cost_data *data = &result->cost;
    struct text rows = {0};
    struct text plots = {0};
    int unfitted = 0;
    text_add(out, "<h2 id=costs>What a frame is made of</h2>");
    for (int first = 0; first < data->count; first += cost_data_run_length(data, first)) {
        struct cost_model model;
        int count = cost_data_run_length(data, first);
        if (!cost_model_fit(&data->points[first], count, &model)) {
            unfitted++;
            continue;
        }
        add_row(result, &data->points[first], &model, &rows);
        add_plot(report, &data->points[first], count, &model, &plots);
    }
    if (rows.length > 0) {
        add_explanation(result, out);
        text_add(
            out,
            "<div class=scroll><table class=rows><tr><th>driver</th><th>path</th><th>a frame</th>"
            "<th>each sprite</th><th>each pixel</th><th>knee</th><th>speed</th><th>model off by</th></tr>");
        text_add(out, rows.bytes);
        text_add(out, "</table></div><div class=plots>");
        text_add(out, plots.length > 0 ? plots.bytes : "");
        text_add(out, "</div>");
    } else {
        text_add(out, "<p>This run did not measure it: only the standard measurement does "
                      "(<code>warren-bench run</code>, also with <code>--quick</code>).</p>");
    }
    if (unfitted > 0) {
        text_format(out, "<p class=soft>%d paths have too few frames to tell.</p>", unfitted);
    }
    text_free(&rows);
    text_free(&plots);
}
