/* What the machine did while a frame was made, as far as its system tells: what the host of a virtual machine
 * took from its processors, and how long this thread and the display's server were ready to compute but had
 * no processor. A reading takes some 15 us; it is meant for the time between frames. */
#ifndef WARREN_TESTS_PLAY_PACE_HOST_H
#define WARREN_TESTS_PLAY_PACE_HOST_H

#include <stdint.h>

enum { PACE_PROCESSORS_MAX = 64 };

struct pace_host {
    int stat, thread, server; /* files that are open; -1: there is none */
};

/* All since some moment in the past. */
struct pace_reading {
    int processors;                            /* 0: what the host took is not known */
    uint64_t taken_ms[PACE_PROCESSORS_MAX];    /* in steps of 10 ms */
    uint64_t thread_ran_ns, thread_delayed_ns; /* delayed: ready, but without a processor */
    uint64_t server_ran_ns, server_delayed_ns;
};

/* Of the thread that calls, which has a window. */
void pace_host_open(struct pace_host *host);
void pace_host_close(struct pace_host *host);

void pace_host_read(const struct pace_host *host, struct pace_reading *reading);

/* What was taken from all processors together between two readings. */
uint64_t pace_host_taken_ms(const struct pace_reading *before, const struct pace_reading *after);

/* Prints it, as the rest of a line. */
void pace_host_say(const struct pace_host *host, const struct pace_reading *before,
                   const struct pace_reading *after);

#endif
