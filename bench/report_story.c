#include "bench/answers.h"
#include "bench/report_parts.h"

#include <string.h>

static const struct group *find(const struct report *report, const char *hint, const char *path,
                                const char *b)
{
    for (int i = 0; i < report->groups.count; i++) {
        const struct group *group = &report->groups.groups[i];
        if (!group->first->is_same && strcmp(group->first->hint, hint) == 0 &&
            strcmp(group->first->path, path) == 0 && strcmp(group->first->arms[1].setting, b) == 0) {
            return group;
        }
    }
    return NULL;
}

void report_story(struct report *report, struct text *out)
{
    const struct group *scaled = find(report, "scale-quality", "copy", "linear");
    const struct group *prepared = find(report, "scale-quality", "cached", "linear");
    if (scaled == NULL || prepared == NULL) {
        return;
    }
    text_add(
        out,
        "<h2 id=story>The story behind this</h2>"
        "<p>The author of a 2D game found that zooming in made drawing slow. He set the toolkit's rendering "
        "hints "
        "from &ldquo;quality&rdquo; to &ldquo;speed&rdquo;, one after the other, timed it, and found no "
        "difference. "
        "He asked his readers whether he was doing it wrong.</p>"
        "<p>He was, and no tool told him. Two of his four hints were never read by the toolkit. The other "
        "two "
        "decide how pictures are <em>scaled</em> &ndash; but his game had already scaled them, once for each "
        "zoom, "
        "and then only copied. No hint could reach what he timed. Here are both ways of drawing, measured "
        "with "
        "Warren's own pictures:</p><div class=cards>"
        "<article class=\"card equal\"><div class=title>Pictures made once for each zoom, then copied</div>"
        "<p>As he did it (path cached). Linear instead of nearest ");
    answers_sentence(prepared, report->result->margin, out);
    text_add(out, "</p>");
    answers_strip(report->result, prepared, out);
    text_add(out,
             "</article><article class=\"card slower\"><div class=title>Pictures scaled in every frame</div>"
             "<p>As he believed it was (path copy). Linear instead of nearest ");
    answers_sentence(scaled, report->result->margin, out);
    text_add(out, "</p>");
    answers_strip(report->result, scaled, out);
    text_add(
        out,
        "</article></div><p>So the answer to his question: his measurement was right and his conclusion was "
        "not. The hints make no difference <em>there</em>.</p>");
}
