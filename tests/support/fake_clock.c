#include "support/fake_clock.h"

#include "frame/clock.h"

#include <stddef.h>

uint64_t fake_now_ns;

static uint64_t fake(void *context)
{
    (void)context;
    return fake_now_ns;
}

int use_fake_clock(void **state)
{
    (void)state;
    fake_now_ns = 1000;
    clock_replace(fake, NULL);
    return 0;
}

int use_real_clock(void **state)
{
    (void)state;
    clock_replace(NULL, NULL);
    return 0;
}
