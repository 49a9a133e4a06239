/* Takes the pictures of both arms of a comparison and says how they differ from each other and from the exact
 * one. */
#ifndef WARREN_BENCH_SNAPSHOT_H
#define WARREN_BENCH_SNAPSHOT_H

#include "bench/comparison.h"
#include "bench/stage.h"
#include "paint/painter.h"

struct snapshot {
    struct stage *stage; /* at the frame to be taken */
    struct painter *painters[2];
    struct painter *exact; /* NULL: there is no exact picture */
    const char *folder;    /* pictures are saved in its pictures/; NULL: not saved */
};

/* Fills the comparison's picture, what it knows of the exact one, and file names. A picture that cannot be
 * read makes the comparison invalid. False, with status 3, when a file cannot be written. */
bool snapshot_take(const struct snapshot *snapshot, struct comparison *comparison, struct error *error);

#endif
