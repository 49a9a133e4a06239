/* From an interval to a word. Says what was shown and no more: DIFFERENT and EQUIVALENT are claims that the
 * interval proves at the chosen margin; everything else is UNDECIDED. The words that need to know about
 * settings and pictures (UNREAD, UNREACHED, INVALID) are given by the bench. */
#ifndef WARREN_FRAME_VERDICT_H
#define WARREN_FRAME_VERDICT_H

#include "frame/effects.h"

#include <stdbool.h>

enum verdict {
    VERDICT_UNDECIDED,
    VERDICT_EQUIVALENT, /* the whole interval is inside the margin, and zero is not excluded */
    VERDICT_DIFFERENT,  /* zero is excluded */
    VERDICT_UNREAD,     /* the library never looks at the setting here */
    VERDICT_UNREACHED,  /* it looks, but nothing that was drawn depends on it */
    VERDICT_INVALID     /* a control failed, or a setting was not in force */
};

enum direction { DIRECTION_NONE, DIRECTION_FASTER, DIRECTION_SLOWER }; /* of B, next to A */

enum material {
    MATERIAL_OPEN, /* not proved either way */
    MATERIAL_NO,   /* the interval is inside the margin */
    MATERIAL_YES   /* proved to be more than the margin */
};

struct verdict_rule {
    double margin; /* 0.01: what costs between 1 / 1.01 and 1.01 times as much counts as equal */
    double alpha;  /* 0.05 */
    int claims; /* how many comparisons may claim a difference: the evidence asked for is claims / alpha; >= 1
                 */
};

/* What is taken as proved by whoever knows how many claims are to hold together. */
struct verdict_proof {
    bool is_different; /* from zero */
    bool is_material;  /* from everything inside the margin */
};

struct judgement {
    enum verdict verdict;
    enum direction direction; /* given with VERDICT_DIFFERENT */
    enum material material;
    int quads;
    double effect, low, high; /* ln(B / A); all 0 without quads */
    bool has_interval;        /* else low and high are the smallest and the largest effect seen */
    double log_evidence; /* ln E against "no effect"; 1 / E is a p-value that may be looked at any time */
};

struct judgement verdict_judge(const struct effects *effects, struct verdict_rule rule);

/* The same with what is proved already answered, as Holm's method does for a family. */
struct judgement verdict_judge_given(const struct effects *effects, struct verdict_rule rule,
                                     struct verdict_proof proof);

/* ln E against "the difference is inside the margin"; 0 while the median is, or without quads. */
double verdict_margin_evidence(const struct effects *effects, double margin);

/* Whether measuring longer is needless: proved to be inside the margin, or outside of it beyond doubt. */
bool verdict_is_final(const struct judgement *judgement);

/* "EQUIVALENT within 1%", "DIFFERENT slower material" ... into out. A difference is called material when that
 * was proved, and immaterial when it was not: the interval beside it tells how large it may be. */
void verdict_words(const struct judgement *judgement, double margin, char *out, int room);
const char *verdict_name(enum verdict verdict);       /* "EQUIVALENT" */
const char *direction_name(enum direction direction); /* "slower", "none" */
const char *material_name(enum material material);    /* "material", "immaterial" */

#endif
