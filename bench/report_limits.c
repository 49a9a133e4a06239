#include "bench/report_parts.h"

#include <string.h>

static bool has_software_gl(const struct result *result)
{
    for (int i = 0; i < result->fact_count; i++) {
        const struct fact *fact = &result->facts[i];
        if (strcmp(fact->name, "GL renderer") == 0 &&
            (strstr(fact->value, "llvmpipe") != NULL || strstr(fact->value, "softpipe") != NULL)) {
            return true;
        }
    }
    return false;
}

void report_limits(struct report *report, struct text *out)
{
    const struct result *result = report->result;
    int undecided = 0;
    for (int i = 0; i < result->comparison_count; i++) {
        undecided += result->comparisons[i].judgement.verdict == VERDICT_UNDECIDED;
    }
    text_format(
        out,
        "<h2 id=limits>What this page does not say</h2><ul><li>Differences below %g&nbsp;%% count as none, "
        "by "
        "choice (<code>--margin</code>).</li>"
        "<li>%d of %d comparisons are undecided: neither a difference nor its absence was proved in the time "
        "given (<code>--budget</code>).</li>"
        "<li>The chance that any claim of a difference on this page is false is at most %g&nbsp;%%, for all "
        "comparisons together (Holm's method on evidence that may be looked at any time); so it is for all "
        "claims together that a difference is material. Intervals, and with them equality, hold for each "
        "comparison alone with %g&nbsp;%% confidence: of many, some may be wrong.</li>",
        100 * result->margin, undecided, result->comparison_count, 100 * result->alpha,
        100 * (1 - result->alpha));
    if (has_software_gl(result)) {
        text_add(
            out,
            "<li><b>The GL drivers ran on the processor</b> (Mesa's llvmpipe), not on a graphics card. What "
            "they say about cost holds for machines without one.</li>");
    }
    text_add(
        out,
        "<li>How a program happens to lie in memory can move a frame by some tenths of a per cent for as "
        "long as "
        "it runs. A full run measures claims below the margin again in five processes and drops those on "
        "whose "
        "sign they do not agree; a quick run does not.</li>"
        "<li>Levels are drawn as they start, seen by a camera that stands still unless said otherwise.</li>"
        "</ul><h3>How to read a verdict</h3><ul>"
        "<li><b>DIFFERENT</b> faster or slower: the setting changes the cost, material: proved to be by more "
        "than the margin, immaterial: not proved to be; the interval tells how much it may be.</li>"
        "<li><b>EQUIVALENT</b>: proved to cost the same within the margin. Not the same as &ldquo;no "
        "difference "
        "was found&rdquo;.</li>"
        "<li><b>UNREACHED</b>: the library reads the setting, but the picture is the same bit for bit and "
        "the cost "
        "is proved equal. <b>UNREAD</b>: the library does not even look, whatever was measured.</li>"
        "<li><b>UNDECIDED</b>: not enough evidence either way. <b>INVALID</b>: a control failed, a setting "
        "was "
        "not in force, or one that is never looked at mattered; the reason stands beside it.</li></ul>"
        "<p class=small>Both settings run in one process, in blocks of a few frames, in an order that a coin "
        "decides: A&nbsp;B&nbsp;B&nbsp;A or B&nbsp;A&nbsp;A&nbsp;B. The machine may drift, stall or be "
        "shared "
        "&ndash; it hits both alike, and only frames measured within a fraction of a second of each other "
        "are "
        "ever compared. The interval comes from the sign test in a form that stays valid however often one "
        "looks.</p>");
}
