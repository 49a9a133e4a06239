/* A clock that stands still until a test moves it, in the place of frame/clock.h's. */
#ifndef WARREN_TESTS_SUPPORT_FAKE_CLOCK_H
#define WARREN_TESTS_SUPPORT_FAKE_CLOCK_H

#include <stdint.h>

/* What clock_ns() says. */
extern uint64_t fake_now_ns;

/* cmocka's setup and teardown: the fake one at 1,000 ns; the real one again. */
int use_fake_clock(void **state);
int use_real_clock(void **state);

#endif
