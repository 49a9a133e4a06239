#include "bench/limits_arithmetic.h"

#include "frame/clock.h"
#include "frame/stats.h"

enum { SAMPLES = 31 };

static const int64_t FIRST_TURNS = 1000; /* some microseconds */

/* Each turn waits for the last, so that no processor takes several at once. The result goes where the
 * compiler has to put it, else it would leave the loop out. */
static void calculate(int64_t turns)
{
    uint64_t value = (uint64_t)turns;
    for (int64_t i = 0; i < turns; i++) {
        value = value * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    }
    volatile uint64_t result = value;
    (void)result;
}

double limits_arithmetic_ms(int64_t turns)
{
    uint64_t start_ns = clock_ns();
    calculate(turns);
    return (double)(clock_ns() - start_ns) / 1e6;
}

static double median_ms(int64_t turns)
{
    double samples_ms[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        samples_ms[i] = limits_arithmetic_ms(turns);
    }
    return stats_median(samples_ms, SAMPLES);
}

int64_t limits_arithmetic_turns(double ms)
{
    double turns = (double)FIRST_TURNS * ms / median_ms(FIRST_TURNS);
    return turns < 1 ? 1 : (int64_t)turns;
}
