/* The little that writing HTML by hand needs: escaping, and pictures that a page holds once and shows often.
 */
#ifndef WARREN_BENCH_HTML_H
#define WARREN_BENCH_HTML_H

#include "base/text.h"

enum { HTML_PICTURES_MAX = 64 };

/* Picture files by the number of their CSS class. */
struct html_pictures {
    const char *folder;                   /* that the files are relative to */
    const char *files[HTML_PICTURES_MAX]; /* valid as long as the result */
    int count;
};

void html_escape(struct text *out, const char *raw);

/* The number of a picture file, given on first use; -1 when it is not there or there are too many. */
int html_picture(struct html_pictures *pictures, const char *file);

/* A rule `.pN{background-image:...}` for every picture asked for. */
void html_picture_rules(const struct html_pictures *pictures, struct text *out);

#endif
