/* The frames of one of the loops that are compared: how far apart they came, what each of them spent its time
 * on, and why those that were late were late. */
#ifndef WARREN_TESTS_PLAY_PACE_LOOP_H
#define WARREN_TESTS_PLAY_PACE_LOOP_H

#include <stdbool.h>

/* Where the time of a frame can go, but for what it asked to sleep. A late frame is put down to the one that
 * took most beyond its usual, the median of its loop. */
enum pace_part {
    PART_COMPUTED,
    PART_KEPT,    /* from computing: woken later than asked, or with no processor in the middle of it */
    PART_SHOWING, /* presenting, but not computing: waiting for the display's server, or for the host of both
                   */
    PART_COUNT
};

struct pace_frame {
    double interval_ms;
    double parts_ms[PART_COUNT];
    double over_ms; /* slept longer than asked */
    bool was_taken; /* the host took time from a processor meanwhile */
};

struct pace_loop {
    struct pace_frame *frames;
    int count, room;
};

struct pace_loop_facts {
    double interval_median_ms, interval_p99_ms, interval_p999_ms, interval_max_ms;
    double computed_median_ms, computed_p99_ms, computed_max_ms;
    double over_max_ms;
    double usual_ms[PART_COUNT];
    int late, late_parts[PART_COUNT], late_taken;
};

void pace_loop_open(struct pace_loop *loop, int room);
void pace_loop_close(struct pace_loop *loop);

/* False: there is no room. */
bool pace_loop_add(struct pace_loop *loop, const struct pace_frame *frame);

/* Late: later than that. At least one frame. */
struct pace_loop_facts pace_loop_facts(const struct pace_loop *loop, double late_ms);

/* What made a late frame late. */
enum pace_part pace_loop_cause(const struct pace_frame *frame, const double usual_ms[PART_COUNT]);

#endif
