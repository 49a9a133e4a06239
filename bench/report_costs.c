#include "bench/plot.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <math.h>

enum { COVERS = 3 };

static const char *const COVER_WORDS[COVERS] = {"paper", "half covered", "covered"};

static double frame_bytes(const struct result *result)
{
    return (double)result->width_px * result->height_px * 4;
}

/* Which of the three kinds of view a point belongs to, by how often it covers the frame. */
static int cover_of(const struct result *result, const struct cost_point *point)
{
    double layers = point->pixels / ((double)result->width_px * result->height_px);
    double cover = round(2 * (layers - 1));
    return cover < 0 ? 0 : cover >= COVERS ? COVERS - 1 : (int)cover;
}

/* The points of each kind of view, and the model's line for it, at the pixels that it covers on average. */
static void add_data(const struct result *result, const struct cost_point *points, int count,
                     const struct cost_model *model, struct text *script)
{
    for (int cover = 0; cover < COVERS; cover++) {
        double pixels = 0;
        int found = 0;
        text_format(script, "$p%d << END\n", cover);
        for (int i = 0; i < count; i++) {
            if (cover_of(result, &points[i]) == cover) {
                text_format(script, "%.3f %.6f\n", points[i].sprites, points[i].ms);
                pixels += points[i].pixels;
                found++;
            }
        }
        text_add(script, found == 0 ? "NaN NaN\nEND\n" : "END\n");
        text_format(script, "f%d(x) = %.9g + %.9g * x\n", cover,
                    cost_model_ms(model, 0, found > 0 ? pixels / found : 0),
                    cost_model_ms(model, 1, 0) - cost_model_ms(model, 0, 0));
    }
}

static void add_plot(struct report *report, const struct cost_point *points, int count,
                     const struct cost_model *model, struct text *out)
{
    const struct result *result = report->result;
    struct text script = {0};
    struct text caption = {0};
    plot_begin(&script, 290);
    text_format(&script,
                "set logscale xy\nset xlabel 'sprites in view'\nset ylabel 'ms per frame'\n"
                "set offsets graph 0.05, graph 0.05, graph 0.1, graph 0.1\nset key maxcols 3 samplen 0.8\n"
                "set format y '%%g'\n"
                "set arrow 1 from graph 0,first %.6g to graph 1,first %.6g nohead dt 3 lc rgb '%s'\n"
                "set label 1 'memcpy' at graph 0.99,first %.6g right offset 0,0.5 font ',11' "
                "textcolor rgb '%s'\n",
                result->cost.memcpy_ms, result->cost.memcpy_ms, plot_colours[5], result->cost.memcpy_ms,
                plot_colours[5]);
    if (model->has_knee) {
        text_format(&script,
                    "set arrow 2 from first %.6g,graph 0 to first %.6g,graph 1 nohead dt 2 lc rgb '%s'\n",
                    model->knee_sprites, model->knee_sprites, plot_colours[3]);
    }
    add_data(result, points, count, model, &script);
    /* The yardstick stands in view however far it is from the frames. */
    text_format(&script, "$m << END\n%.3f %.6g\nEND\nplot $m using 1:2 with dots lc rgb '%s' notitle",
                points[0].sprites, result->cost.memcpy_ms, plot_colours[5]);
    for (int cover = 0; cover < COVERS; cover++) {
        text_format(&script,
                    ", f%d(x) with lines lw 1.4 lc rgb '%s' notitle, $p%d with points pt %d ps 0.8 lw 1.6 lc "
                    "rgb '%s' title '%s'",
                    cover, plot_colours[cover], cover, plot_shapes[cover], plot_colours[cover],
                    COVER_WORDS[cover]);
    }
    text_add(&script, "\n");
    text_format(&caption, "driver %s, path %s%s", points[0].driver, points[0].path,
                model->has_knee ? "; dashed: the knee" : "");
    report_plot(report, &script, caption.bytes, out);
    text_free(&script);
    text_free(&caption);
}

static void add_value(const struct cost_value *value, struct text *out)
{
    if (!value->is_seen) {
        text_add(out, "<td class=soft>nothing seen</td>");
        return;
    }
    double unit = value->ns >= 1000 ? 1000 : 1;
    text_format(out, "<td>%.3g %s <span class=soft>[%.3g, %.3g]</span></td>", value->ns / unit,
                unit > 1 ? "&micro;s" : "ns", fmax(value->low_ns, 0) / unit, value->high_ns / unit);
}

static void add_knee(const struct result *result, const struct cost_model *model, struct text *out)
{
    if (!model->has_knee) {
        text_add(out, "<td class=soft>none</td>");
        return;
    }
    /* So many sprites that together cover what the fullest view does are so large. */
    double side_px = sqrt(model->full_pixels / model->knee_sprites);
    text_format(out, "<td>%.3g sprites <span class=soft>[%.3g, %.3g]</span>", model->knee_sprites,
                model->knee_low, model->knee_high);
    if (side_px < result->width_px) {
        text_format(out, ", of %.3g px", side_px);
    }
    text_add(out, "</td>");
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
    text_format(out, "<td>%.2g GB/s</td><td>%.1f&nbsp;%%, at worst %.0f&nbsp;%%</td></tr>",
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
        "covered with large sprites.</p>",
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
