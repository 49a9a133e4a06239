/* The painters of a run, kept open while their driver is measured: opening one costs more than a comparison.
 * Two asks for the same settings give the same painter, unless a twin is wanted: an equal one of its own, for
 * A/A. */
#ifndef WARREN_BENCH_ARMS_H
#define WARREN_BENCH_ARMS_H

#include "base/error.h"
#include "paint/painter.h"

#include <stdbool.h>

enum { ARMS_MAX = 32 };

struct arm_settings {
    const char *driver;
    enum paint_path path;
    struct hint_values hints;
    bool is_twin;
};

struct arms {
    const char *assets;
    int width_px, height_px;
    struct {
        char driver[32];
        struct arm_settings settings; /* its driver is not used: see above */
        struct painter *painter;
    } open[ARMS_MAX];
    int count;
};

/* Closes all when fewer than `count` more would fit. Painters got before are gone then. */
void arms_make_room(struct arms *arms, int count);

/* The painter, or NULL with the error of painter_open. */
struct painter *arms_get(struct arms *arms, const struct arm_settings *settings, struct error *error);
/* Another path and other hints in the painter's window; equal ones cost nothing. Errors as painter_change. */
bool arms_change(struct arms *arms, struct painter *painter, const struct arm_settings *settings,
                 struct error *error);
void arms_close_all(struct arms *arms);

#endif
