/* The sections of the report, each HTML appended to a text. Called by report.c only. */
#ifndef WARREN_BENCH_REPORT_PARTS_H
#define WARREN_BENCH_REPORT_PARTS_H

#include "base/text.h"
#include "bench/groups.h"
#include "bench/html.h"
#include "bench/result.h"

/* What the page is made from. */
struct report {
    const struct result *result;
    struct groups groups;
    struct html_pictures pictures;
    bool has_plots; /* false once gnuplot was found missing */
};

void report_answers(struct report *report, struct text *out);  /* the first screen */
void report_story(struct report *report, struct text *out);    /* scaled once against scaled in every frame */
void report_trust(struct report *report, struct text *out);    /* A/A and controls */
void report_curves(struct report *report, struct text *out);   /* frame time against zoom */
void report_frontier(struct report *report, struct text *out); /* cost against picture, and what to choose */
void report_costs(struct report *report, struct text *out);    /* frame time by sprites and pixels */
void report_forest(struct report *report, struct text *out);   /* effects with their intervals */
void report_tails(struct report *report, struct text *out);
void report_pictures(struct report *report,
                     struct text *out); /* both arms, to be flipped, and where they differ */
void report_verdicts(struct report *report, struct text *out); /* every comparison in a row */
void report_environment(struct report *report, struct text *out);
void report_limits(struct report *report, struct text *out); /* what this page does not say */

extern const char *const report_style[]; /* CSS; NULL after the last */

/* Appends a figure around the plot; once gnuplot was found missing, nothing. */
void report_plot(struct report *report, const struct text *script, const char *caption, struct text *out);

/* The same with HTML between the plot and its caption. */
void report_plot_with(struct report *report, const struct text *script, const char *caption, const char *html,
                      struct text *out);

#endif
