/* What a frame costs, taken apart: so much for being a frame at all, so much for each sprite however small,
 * so much for each pixel that sprites cover. Fitted to frames of many scenes by one method that a few
 * disturbed ones do not sway. Pure arithmetic; cost_measure brings the points. */
#ifndef WARREN_BENCH_COST_MODEL_H
#define WARREN_BENCH_COST_MODEL_H

#include <stdbool.h>

enum { COST_WORD_MAX = 32, COST_POINTS_MAX = 64 };

/* One scene, drawn by one path. */
struct cost_point {
    char driver[COST_WORD_MAX], path[COST_WORD_MAX];
    int zoom_px, width_px, height_px;
    double sprites; /* of which any part is in view */
    double pixels;  /* that they cover, each sprite for itself */
    double ms;      /* median, from the start of drawing to the finished picture */
};

struct cost_data {
    struct cost_point *points; /* those of one driver and path stand together */
    int count, capacity;
    double memcpy_ms, memset_ms; /* of one frame's bytes, one thread; 0: not measured */
};

enum cost_part { COST_FRAME, COST_SPRITE, COST_PIXEL, COST_PARTS };

/* A coefficient in ns with its 95 % interval. */
struct cost_value {
    double ns, low_ns, high_ns;
    bool is_seen; /* false: left out, as the frames show nothing of it */
};

struct cost_model {
    struct cost_value parts[COST_PARTS];
    int points;
    double typical_error, worst_error; /* shares of the measured time: median and largest */
    double full_pixels;                /* the most that any scene covers */
    double full_ns;                    /* of a frame that covers so much with sprites that cost nothing */
    /* The constant part, full_ns, and the part that grows with sprites are equal at so many sprites: with
     * fewer the pixels decide, with more the sprites. */
    bool has_knee;
    double knee_sprites, knee_low, knee_high;
};

void cost_data_free(struct cost_data *data);
struct cost_point *cost_data_add(struct cost_data *data); /* zeroed; valid until the next */

/* How many points from `first` on belong to the same driver and path. */
int cost_data_run_length(const struct cost_data *data, int first);

/* False when there are too few points, or too few different ones, to tell the parts apart. */
bool cost_model_fit(const struct cost_point *points, int count, struct cost_model *out);

/* The model's time for a scene, in ms. */
double cost_model_ms(const struct cost_model *model, double sprites, double pixels);

#endif
