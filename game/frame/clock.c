#include "frame/clock.h"

#include <errno.h>
#include <stddef.h>
#include <time.h>

enum { NS_PER_S = 1000000000 };

static clock_source *replaced_source;
static void *replaced_context;

static uint64_t read_clock(clockid_t id)
{
    struct timespec now;
    clock_gettime(id, &now);
    return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t clock_ns(void)
{
    return replaced_source != NULL ? replaced_source(replaced_context) : read_clock(CLOCK_MONOTONIC);
}

uint64_t clock_thread_cpu_ns(void)
{
    return read_clock(CLOCK_THREAD_CPUTIME_ID);
}

void clock_sleep_until_ns(uint64_t when_ns)
{
    if (replaced_source != NULL) {
        return;
    }
    struct timespec when = {.tv_sec = (time_t)(when_ns / NS_PER_S), .tv_nsec = (long)(when_ns % NS_PER_S)};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &when, NULL) == EINTR) {
    }
}

void clock_replace(clock_source *source, void *context)
{
    replaced_source = source;
    replaced_context = context;
}
