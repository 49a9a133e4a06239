/* Comparisons that ask the same question in several places: one setting against another along one draw path,
 * over drivers, levels and zooms. What the report gives one answer to. */
#ifndef WARREN_BENCH_GROUPS_H
#define WARREN_BENCH_GROUPS_H

#include "bench/result.h"

enum { GROUP_ZOOMS_MAX = 32, GROUP_DRIVERS_MAX = 8 };

struct group {
    const struct comparison *first; /* names hint, settings and path */
    int count;
    int equal;          /* cost proved the same within the margin, see groups_is_equal */
    int pointless;      /* UNREACHED or UNREAD */
    int unread;         /* UNREAD, with or without such a proof */
    int slower, faster; /* material, or of open size */
    int undecided, invalid;
    int identical, rounding, visible; /* pictures */
    const struct comparison *worst,
        *best;                     /* largest and smallest effect among slower and faster; NULL: none */
    int zooms_px[GROUP_ZOOMS_MAX]; /* ascending */
    int zoom_count;
    const char *drivers[GROUP_DRIVERS_MAX];
    int driver_count;
};

struct groups {
    struct group *groups;
    int count, capacity;
};

void groups_make(const struct result *result, struct groups *out); /* out is to be freed */
void groups_free(struct groups *groups);

/* Adds a zoom in its place among those of the group, once. */
void groups_add_zoom(struct group *group, int zoom_px);

/* Whether a comparison belongs to the group. */
bool groups_has(const struct group *group, const struct comparison *comparison);

/* Whether its cost is proved to be the same within the margin, whatever the word for that is. */
bool groups_is_equal(const struct comparison *comparison);

/* "slower", "faster", "equal" or "open": the CSS class of its verdict. */
const char *groups_class(const struct comparison *comparison);

#endif
