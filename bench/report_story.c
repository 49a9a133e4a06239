#include "bench/answers.h"
#include "bench/report_parts.h"
#include "bench/words.h"

#include <string.h>

/* Linear against nearest along a path, seen by a camera that stands still. like: what holds besides has to be
 * the same in that one, unless it is NULL. */
static const struct group *find(const struct report *report, const char *path, const struct group *like)
{
    for (int i = 0; i < report->groups.count; i++) {
        const struct group *group = &report->groups.groups[i];
        const struct comparison *first = group->first;
        if (!first->is_same && strcmp(first->hint, "scale-quality") == 0 && strcmp(first->path, path) == 0 &&
            strcmp(first->arms[0].setting, "nearest") == 0 && strcmp(first->arms[1].setting, "linear") == 0 &&
            strcmp(first->camera, "still") == 0 &&
            (like == NULL || strcmp(first->common, like->first->common) == 0)) {
            return group;
        }
    }
    return NULL;
}

/* The times behind the answer, at the place of the largest proven effect, or at the first. */
static void add_times(const struct group *group, struct text *out)
{
    const struct comparison *shown = group->worst != NULL ? group->worst : group->first;
    char a_ms[WORDS_MAX];
    char b_ms[WORDS_MAX];
    if (shown->quads > 0) {
        text_format(out, "<p class=soft>At %d px, driver ", shown->zoom_px);
        html_escape(out, shown->driver);
        text_format(out, ": %s with nearest, %s with linear.</p>", words_ms(shown->arms[0].median_ms, a_ms),
                    words_ms(shown->arms[1].median_ms, b_ms));
    }
}

static void add_way(const struct report *report, const struct group *group, const char *title,
                    const char *intro, struct text *out)
{
    text_format(out, "<article class=\"card %s\"><div class=title>%s</div><p>%s ",
                group != NULL ? answers_class(group) : "open", title, intro);
    if (group == NULL) {
        text_add(out, "<b class=open>This run did not measure it.</b></p></article>");
        return;
    }
    text_add(out, "Linear instead of nearest ");
    answers_sentence(group, report->result->margin, out);
    text_add(out, "</p>");
    add_times(group, out);
    answers_strip(report->result, group, out);
    text_add(out, "</article>");
}

/* Only what both measurements carry. */
static void add_conclusion(const struct group *prepared, const struct group *scaled, struct text *out)
{
    if (prepared == NULL || scaled == NULL) {
        text_add(out, "<p>Without both, this page cannot retell it with figures: a standard run "
                      "(<code>warren-bench run</code> without options) measures both.</p>");
        return;
    }
    bool is_proved_equal = prepared->equal == prepared->count;
    bool is_proved_different = scaled->slower + scaled->faster > 0;
    if (is_proved_equal && is_proved_different) {
        text_add(
            out,
            "<p>So the answer to his question: his measurement was right and his conclusion was not. The "
            "hints make no difference <em>there</em>.</p>");
        return;
    }
    if (is_proved_different && prepared->slower + prepared->faster == 0 &&
        2 * prepared->equal > prepared->count) {
        text_format(out,
                    "<p>So the answer to his question, as far as this run could decide it (%d of %d where "
                    "pictures are made once): the hints make no difference <em>there</em>.</p>",
                    prepared->equal, prepared->count);
        return;
    }
    text_add(out, "<p><b class=open>This run does not settle it.</b>");
    if (!is_proved_equal) {
        text_format(out,
                    " Where pictures are made once, equal cost was proved in %d of %d comparisons only%s.",
                    prepared->equal, prepared->count,
                    prepared->identical == prepared->count && prepared->undecided > 0
                        ? " (although the picture never changes by a bit)"
                        : "");
    }
    if (!is_proved_different) {
        text_add(out, " Where they are scaled in every frame, no difference was proved.");
    }
    text_add(out, " A longer run (<code>--budget</code>) gives each comparison more time.</p>");
}

void report_story(struct report *report, struct text *out)
{
    const struct group *scaled = find(report, "copy", NULL);
    const struct group *prepared = find(report, "cached", scaled);
    text_add(
        out,
        "<h2 id=story>The story behind this</h2>"
        "<p>The author of a 2D game found that zooming in made drawing slow. He set the toolkit's rendering "
        "hints from &ldquo;quality&rdquo; to &ldquo;speed&rdquo;, one after the other, timed it, and found "
        "no difference. He asked his readers whether he was doing it wrong.</p>"
        "<p>He was, and no tool told him. Two of his four hints were never read by the toolkit. The other "
        "two decide how pictures are <em>scaled</em> &ndash; but his game had already scaled them, once for "
        "each zoom, and then only copied. No hint could reach what he timed. Here are both ways of drawing, "
        "with Warren's own pictures:</p><div class=cards>");
    add_way(report, prepared, "Pictures made once for each zoom, then copied", "As he did it (path cached).",
            out);
    add_way(report, scaled, "Pictures scaled in every frame", "As he believed it was (path copy).", out);
    text_add(out, "</div>");
    add_conclusion(prepared, scaled, out);
}
