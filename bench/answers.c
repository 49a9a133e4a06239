#include "bench/answers.h"

#include "bench/html.h"
#include "bench/words.h"

#include <math.h>
#include <string.h>

/* What all comparisons came to, those of a setting with itself left out. */
struct tally {
    int all, different, equal, unread, invalid, visible, identical, pictures;
    const struct comparison *largest; /* of the proven differences; NULL: none */
};

static struct tally count_all(const struct result *result)
{
    struct tally tally = {0};
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (comparison->is_same) {
            continue;
        }
        tally.all++;
        tally.pictures += comparison->has_picture;
        tally.visible += comparison->has_picture && comparison->picture.class == PICTURE_VISIBLE;
        tally.identical += comparison->has_picture && comparison->picture.class == PICTURE_IDENTICAL;
        enum verdict verdict = comparison->judgement.verdict;
        if (groups_is_equal(comparison)) {
            tally.equal++;
        } else if (verdict == VERDICT_UNREAD) {
            tally.unread++;
        } else if (verdict == VERDICT_INVALID) {
            tally.invalid++;
        } else if (verdict == VERDICT_DIFFERENT) {
            tally.different++;
            if (tally.largest == NULL ||
                fabs(comparison->judgement.effect) > fabs(tally.largest->judgement.effect)) {
                tally.largest = comparison;
            }
        }
    }
    return tally;
}

static void add_largest(const struct comparison *largest, struct text *out)
{
    char percent[WORDS_MAX];
    text_format(out, ", most by <b>%s</b> (", words_percent(largest->judgement.effect, percent));
    html_escape(out, largest->hint);
    text_add_char(out, ' ');
    html_escape(out, largest->arms[1].setting);
    text_add(out, " instead of ");
    html_escape(out, largest->arms[0].setting);
    text_format(out, " at %d px, driver ", largest->zoom_px);
    html_escape(out, largest->driver);
    text_add(out, ", path ");
    html_escape(out, largest->path);
    text_add(out, ").");
}

void answers_lead(const struct result *result, struct text *out)
{
    struct tally tally = count_all(result);
    int open = tally.all - tally.different - tally.equal - tally.unread - tally.invalid;
    if (tally.all == 0) {
        text_add(out, "<b>No answer:</b> nothing was compared.");
        return;
    }
    if (tally.different > 0) {
        text_format(out, "<b>They can.</b> In %d of %d comparisons a setting changed what a frame costs",
                    tally.different, tally.all);
        add_largest(tally.largest, out);
    } else {
        text_add(out, tally.equal + tally.unread == tally.all ? "<b>Here they do not.</b>"
                                                              : "<b>No difference was proved.</b>");
    }
    if (tally.equal > 0) {
        text_format(out, " In %d of %d the cost was <b>proved the same</b> within %g&nbsp;%%.", tally.equal,
                    tally.all, result->margin * 100);
    }
    if (tally.unread > 0) {
        text_format(out, " In %d more the library never looks at the setting.", tally.unread);
    }
    if (open > 0) {
        text_format(out, " %d stayed open in the time given.", open);
    }
    if (tally.invalid > 0) {
        text_format(out, " %d could not be judged.", tally.invalid);
    }
    if (tally.visible > 0) {
        text_format(out, " The picture changed visibly in %d of %d.", tally.visible, tally.pictures);
    } else if (tally.pictures > 0) {
        text_add(out, tally.identical == tally.pictures ? " The pictures are the same, bit for bit."
                                                        : " The pictures differ by rounding at most.");
    }
}

const char *answers_class(const struct group *group)
{
    if (group->slower >= group->faster && group->slower > 0) {
        return "slower";
    }
    if (group->faster > 0) {
        return "faster";
    }
    return group->count > 2 * (group->undecided + group->invalid) ? "equal" : "open";
}

static void add_place(const struct group *group, const struct comparison *comparison, struct text *out)
{
    text_format(out, "at %d px", comparison->zoom_px);
    if (group->driver_count > 1) {
        text_add(out, " with ");
        html_escape(out, comparison->driver);
    }
}

/* "in all 7 cases", "in both cases", "in 3 of 7 cases" */
static void add_share(int part, int all, struct text *out)
{
    if (part == all && all == 2) {
        text_add(out, " in both cases");
    } else if (part == all && all > 1) {
        text_format(out, " in all %d cases", all);
    } else if (part < all) {
        text_format(out, " in %d of %d cases", part, all);
    }
}

static void add_costs(const struct group *group, double margin, struct text *out)
{
    char percent[WORDS_MAX];
    const char *gap = "";
    if (group->slower > 0) {
        text_add(out, "<b class=slower>costs more</b>");
        add_share(group->slower, group->count, out);
        text_format(out, " (up to <b>%s</b> ", words_percent(group->worst->judgement.effect, percent));
        add_place(group, group->worst, out);
        text_add(out, ")");
        gap = ", ";
    }
    if (group->faster > 0) {
        text_format(out, "%s<b class=faster>costs less</b>", gap);
        add_share(group->faster, group->count, out);
        text_format(out, " (down to <b>%s</b> ", words_percent(group->best->judgement.effect, percent));
        add_place(group, group->best, out);
        text_add(out, ")");
        gap = ", ";
    }
    if (group->equal > 0) {
        text_format(out, "%s<b class=equal>costs the same</b> within %g&nbsp;%%", gap, margin * 100);
        add_share(group->equal, group->count, out);
        gap = ", ";
    }
    if (group->undecided > 0) {
        text_format(out, "%sis <b class=open>undecided</b>", gap);
        add_share(group->undecided, group->count, out);
        gap = ", ";
    }
    int known = group->slower + group->faster + group->equal + group->undecided + group->invalid;
    if (known < group->count) {
        text_format(out, "%sis <b class=equal>never looked at</b> by the library", gap);
        add_share(group->count - known, group->count, out);
    }
}

static void add_pictures(const struct group *group, struct text *out)
{
    int seen = group->identical + group->rounding + group->visible;
    if (seen == 0) {
        text_add(out, " The pictures are not known.");
    } else if (group->identical == seen) {
        text_add(out, " The picture is the same, bit for bit.");
    } else if (group->visible == seen) {
        text_add(out, " The picture changes visibly.");
    } else if (group->visible == 0) {
        text_add(out, " The picture changes by rounding only, which nobody sees.");
    } else {
        text_format(out, " The picture changes visibly in %d of %d cases.", group->visible, seen);
    }
}

void answers_sentence(const struct group *group, double margin, struct text *out)
{
    if (group->invalid == group->count) {
        text_add(out, "<b class=open>could not be judged</b>: ");
        html_escape(out, comparison_reason(group->first));
        text_add(out, ".");
        return;
    }
    if (group->unread == group->count && group->equal < group->count) {
        text_add(out,
                 "<b class=equal>makes no difference</b>: the library never looks at this setting here.");
        add_pictures(group, out);
        return;
    }
    if (group->pointless == group->count) {
        text_format(out,
                    "<b class=equal>makes no difference</b>: the same picture, bit for bit, at the same cost "
                    "within %g&nbsp;%%",
                    margin * 100);
        add_share(group->count, group->count, out);
        text_add(out, group->unread == group->count
                          ? ". The library never looks at this setting here."
                          : ". The library reads the setting, but nothing that is drawn "
                            "here depends on it.");
        return;
    }
    add_costs(group, margin, out);
    text_add(out, ".");
    add_pictures(group, out);
    if (group->invalid > 0) {
        text_format(out, " %d of %d could not be judged.", group->invalid, group->count);
    }
}

/* A proven difference tells most; then what cannot be believed, what is not known, and what is equal. */
static int rank_of(const struct comparison *comparison)
{
    const struct judgement *judgement = &comparison->judgement;
    if (groups_is_equal(comparison)) {
        return 0;
    }
    return judgement->verdict == VERDICT_DIFFERENT ? 3 : judgement->verdict == VERDICT_INVALID ? 2 : 1;
}

/* Which of two comparisons at one driver and zoom is the one to show. */
static bool is_more_telling(const struct comparison *a, const struct comparison *b)
{
    int rank_a = rank_of(a);
    int rank_b = rank_of(b);
    return rank_a != rank_b ? rank_a > rank_b : fabs(a->judgement.effect) > fabs(b->judgement.effect);
}

static const struct comparison *most_telling(const struct result *result, const struct group *group,
                                             const char *driver, int zoom_px, struct text *hover)
{
    const struct comparison *best = NULL;
    text_clear(hover);
    text_add(hover, "");
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (!groups_has(group, comparison) || comparison->zoom_px != zoom_px ||
            strcmp(comparison->driver, driver) != 0) {
            continue;
        }
        char percent[WORDS_MAX];
        char interval[WORDS_MAX];
        text_format(hover, "%s%s: %s %s ", hover->length > 0 ? "\n" : "", comparison->level,
                    words_percent(comparison->judgement.effect, percent),
                    words_interval(&comparison->judgement, interval));
        comparison_verdict(comparison, result->margin, hover);
        if (best == NULL || is_more_telling(comparison, best)) {
            best = comparison;
        }
    }
    return best;
}

/* What stands in a cell that has no number. */
static const char *sign_of(const struct comparison *comparison)
{
    switch (comparison->judgement.verdict) {
    case VERDICT_INVALID: return "!";
    case VERDICT_UNREAD: return groups_is_equal(comparison) ? "=" : "&ndash;";
    default: return groups_is_equal(comparison) ? "=" : "?";
    }
}

static void add_cell(const struct comparison *comparison, const struct text *hover, struct text *out)
{
    if (comparison == NULL) {
        text_add(out, "<td class=none></td>");
        return;
    }
    const char *class = groups_class(comparison);
    text_format(out, "<td class=\"%s\" title=\"", class);
    html_escape(out, hover->bytes);
    text_add(out, "\">");
    if (strcmp(class, "equal") == 0 || strcmp(class, "open") == 0) {
        text_add(out, sign_of(comparison));
    } else {
        /* Where there is little room, a minus says enough. */
        double percent = 100 * expm1(comparison->judgement.effect);
        text_format(out, "%s%.0f<span>%%</span>", percent > 0 ? "<span>+</span>" : "", percent);
    }
    text_add(out, "</td>");
}

void answers_strip(const struct result *result, const struct group *group, struct text *out)
{
    struct text hover = {0};
    text_add(out, "<table class=strip><tr><th scope=row>zoom</th>");
    for (int i = 0; i < group->zoom_count; i++) {
        text_format(out, "<th>%d</th>", group->zooms_px[i]);
    }
    text_add(out, "</tr>");
    for (int driver = 0; driver < group->driver_count; driver++) {
        text_add(out, "<tr><th scope=row>");
        html_escape(out, group->drivers[driver]);
        text_add(out, "</th>");
        for (int i = 0; i < group->zoom_count; i++) {
            const struct comparison *comparison =
                most_telling(result, group, group->drivers[driver], group->zooms_px[i], &hover);
            add_cell(comparison, &hover, out);
        }
        text_add(out, "</tr>");
    }
    text_add(out, "</table>");
    text_free(&hover);
}
