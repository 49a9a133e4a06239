#include "frame/laps.h"

#include "frame/clock.h"

#include <stdbool.h>

void laps_begin(struct laps *laps)
{
    bool is_first = laps->then_ns == 0;
    *laps = (struct laps){.then_ns = is_first ? clock_ns() : laps->then_ns,
                          .cpu_then_ns = is_first ? clock_thread_cpu_ns() : laps->cpu_then_ns};
}

void laps_end(struct laps *laps, int lap)
{
    uint64_t now_ns = clock_ns();
    uint64_t cpu_now_ns = clock_thread_cpu_ns();
    laps->ns[lap] += now_ns - laps->then_ns;
    laps->cpu_ns[lap] += cpu_now_ns - laps->cpu_then_ns;
    laps->then_ns = now_ns;
    laps->cpu_then_ns = cpu_now_ns;
}
