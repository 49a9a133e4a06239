/* How long replaying took, loading apart, when several workers do both at the same time. Each worker says
 * what it begins to do; every moment counts as replaying by the share of the workers that replay among those
 * that are at work. With one worker that is simply the time spent in replays. With several, steps divided by
 * it is the rate of all together: two workers that replay side by side for a second make one second, not two;
 * a worker that replays while the other has nothing left to do gets no bonus for that; and while one of two
 * loads, half of the moment is loading. Knows no clock: it is told the time. Not locked: that is the
 * caller's. */
#ifndef WARREN_REPLAY_METER_H
#define WARREN_REPLAY_METER_H

#include <stdint.h>

enum meter_work {
    METER_IDLE,    /* waits for something to do */
    METER_LOADING, /* and all that is not replaying */
    METER_REPLAYING,
    METER_WORK_COUNT
};

/* Zero-initialise it. */
struct meter {
    uint64_t workers[METER_WORK_COUNT];
    uint64_t last_ns;
    uint64_t replay_ns; /* the result so far */
};

/* A worker goes from one work to another. Nobody needs to be announced as idle before the first change. Times
 * that come too late, from a worker who had to wait for the lock, count as now. */
void meter_change(struct meter *meter, enum meter_work from, enum meter_work to, uint64_t now_ns);

#endif
