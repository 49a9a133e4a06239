#include "bench/report_parts.h"

#include <string.h>

enum { SHOWN_MAX = 12 };

static void add_label(const struct comparison *comparison, int arm, struct text *out)
{
    html_escape(out, comparison->hint);
    text_add_char(out, ' ');
    html_escape(out, comparison->arms[arm].setting);
}

static void add_layer(const struct comparison *comparison, int arm, int picture, struct text *out)
{
    text_format(out, "<div class=\"pic p%d%s\"><span>", picture, arm == 1 ? " b" : "");
    add_label(comparison, arm, out);
    text_add(out, arm == 0 ? " &ndash; click to flip</span></div>" : "</span></div>");
}

/* Two pictures on top of each other, exchanged by a click or the space bar, and where they differ. */
static void add_flip(struct report *report, const struct comparison *comparison, int a, int b,
                     struct text *out)
{
    const struct result *result = report->result;
    text_format(out,
                "<div class=trio><figure><label class=flip style=\"--shape:%d/%d\"><input type=checkbox "
                "aria-label=\"",
                result->width_px, result->height_px);
    add_label(comparison, 1, out);
    text_add(out, " instead of ");
    add_label(comparison, 0, out);
    text_add(out, "\">");
    add_layer(comparison, 0, a, out);
    add_layer(comparison, 1, b, out);
    text_add(out, "</label><figcaption>");
    html_escape(out, comparison->hint);
    text_add_char(out, ' ');
    html_escape(out, comparison->arms[1].setting);
    text_add_char(out, '/');
    html_escape(out, comparison->arms[0].setting);
    text_add(out, ", driver ");
    html_escape(out, comparison->driver);
    text_add(out, ", path ");
    html_escape(out, comparison->path);
    text_format(out, ", %d px</figcaption></figure>", comparison->zoom_px);
    int map = html_picture(&report->pictures, comparison->error_map_file);
    if (map >= 0) {
        text_format(
            out,
            "<figure><div class=\"pic p%d\" role=img aria-label=\"Map of the differences\" "
            "style=\"aspect-ratio:%d/%d\"></div><figcaption>Where they differ: white not at all, yellow by a "
            "little, red by much. %.1f&nbsp;%% of the pixels, by up to %d of 255 levels; %.1f&nbsp;dB; SSIM "
            "%.3f, worst window %.2f at %d, %d.</figcaption></figure>",
            map, result->width_px, result->height_px, 100 * comparison->picture.differing_share,
            comparison->picture.max_level, comparison->picture.psnr_db, comparison->picture.ssim_mean,
            comparison->picture.ssim_worst, comparison->picture.worst_x_px, comparison->picture.worst_y_px);
    }
    text_add(out, "</div>");
}

/* One comparison for each group and driver: the first whose pictures were kept and differ. */
static bool is_shown_before(const struct report *report, const struct group *group, int index)
{
    const struct comparison *wanted = &report->result->comparisons[index];
    for (int i = 0; i < index; i++) {
        const struct comparison *comparison = &report->result->comparisons[i];
        if (groups_has(group, comparison) && comparison->error_map_file[0] != '\0' &&
            strcmp(comparison->driver, wanted->driver) == 0) {
            return true;
        }
    }
    return false;
}

void report_pictures(struct report *report, struct text *out)
{
    struct text flips = {0};
    int count = 0;
    for (int g = 0; g < report->groups.count; g++) {
        const struct group *group = &report->groups.groups[g];
        for (int i = 0; i < report->result->comparison_count && count < SHOWN_MAX; i++) {
            const struct comparison *comparison = &report->result->comparisons[i];
            if (!groups_has(group, comparison) || comparison->error_map_file[0] == '\0' ||
                is_shown_before(report, group, i)) {
                continue;
            }
            int a = html_picture(&report->pictures, comparison->arms[0].picture_file);
            int b = html_picture(&report->pictures, comparison->arms[1].picture_file);
            if (a >= 0 && b >= 0) {
                add_flip(report, comparison, a, b, &flips);
                count++;
            }
        }
    }
    if (count > 0) {
        text_add(out, "<h2 id=pictures>What changes in the picture</h2>");
        text_add(out, flips.bytes);
    }
    text_free(&flips);
}
