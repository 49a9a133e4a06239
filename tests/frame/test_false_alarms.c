/* Simulated machines on which the arms cost the same, or a known factor apart, looked at after every quad.
 * The seeds are fixed, so a rate is the same on every run. */
#include "frame/coin.h"
#include "frame/effects.h"
#include "frame/sign.h"
#include "support/test.h"

#include <math.h>

static const double TWO_PI = 6.28318530717958647692;

struct machine {
    struct coin coin;
    double level; /* of the slowly wandering part */
    int burst;    /* blocks left of a burst */
    double time;  /* blocks so far */
};

/* What one block costs on this machine, before the arm's own factor. */
typedef double noise(struct machine *machine);

static double gauss(struct machine *machine)
{
    double radius = sqrt(-2 * log(coin_fraction(&machine->coin)));
    return radius * cos(TWO_PI * coin_fraction(&machine->coin));
}

/* Nearly Cauchy: no variance at all. */
static double heavy_tails(struct machine *machine)
{
    double x = gauss(machine) / gauss(machine);
    return 1 + 0.01 * fabs(fmax(-1e6, fmin(1e6, x)));
}

static double drift(struct machine *machine)
{
    return exp(0.0005 * machine->time + 0.3 * sin(machine->time / 40)) * (1 + 0.01 * fabs(gauss(machine)));
}

static double bursts(struct machine *machine)
{
    if (machine->burst == 0 && coin_below(&machine->coin, 50) == 0) {
        machine->burst = 1 + coin_below(&machine->coin, 30);
    }
    bool is_slow = machine->burst > 0;
    machine->burst -= is_slow;
    return (is_slow ? 1.5 : 1) * (1 + 0.02 * fabs(gauss(machine)));
}

static double autocorrelation(struct machine *machine)
{
    machine->level = 0.95 * machine->level + 0.02 * gauss(machine);
    return exp(machine->level);
}

/* A clock that sees steps of 10 % only. */
static double ties(struct machine *machine)
{
    return 1 + 0.1 * coin_below(&machine->coin, 3);
}

static double skew_that_depends_on_position(struct machine *machine)
{
    return 1 + ((int)machine->time % 4 == 0 ? 0.5 : 0.01) * -log(coin_fraction(&machine->coin));
}

static double next_block(struct machine *machine, noise *noise_of)
{
    double value = noise_of(machine);
    machine->time++;
    return value;
}

static double simulated_quad(struct machine *machine, noise *noise_of, double factor_of_b)
{
    double block[4];
    for (int i = 0; i < 4; i++) {
        block[i] = next_block(machine, noise_of);
    }
    double outer[2] = {block[0], block[3]};
    double inner[2] = {block[1], block[2]};
    bool is_abba = coin_toss(&machine->coin);
    double *a = is_abba ? outer : inner;
    double *b = is_abba ? inner : outer;
    b[0] *= factor_of_b;
    b[1] *= factor_of_b;
    return effects_of_quad(a, b);
}

static void expect_few_false_alarms(noise *noise_of)
{
    enum { RUNS = 400, LOOKS = 1000 };
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
        struct machine machine = {0};
        coin_init(&machine.coin, (uint64_t)run + 1);
        int below = 0;
        int equal = 0;
        for (int n = 1; n <= LOOKS; n++) {
            double effect = simulated_quad(&machine, noise_of, 1);
            below += effect < 0;
            equal += !(effect < 0) && !(effect > 0);
            int k = n / 2 < below ? below : n / 2 > below + equal ? below + equal : n / 2;
            /* lgamma is the cost of a look: skip those that are plainly quiet. */
            if (fabs(2.0 * k - n) > 2 * sqrt(n) && sign_log_evidence(n, k) >= log(20)) {
                alarms++;
                break;
            }
        }
    }
    assert_in_range(alarms, 0, RUNS * 5 / 100);
}

static void few_false_alarms_under_heavy_tails(void **state)
{
    (void)state;
    expect_few_false_alarms(heavy_tails);
}

static void few_false_alarms_under_drift(void **state)
{
    (void)state;
    expect_few_false_alarms(drift);
}

static void few_false_alarms_under_bursts(void **state)
{
    (void)state;
    expect_few_false_alarms(bursts);
}

static void few_false_alarms_under_autocorrelation(void **state)
{
    (void)state;
    expect_few_false_alarms(autocorrelation);
}

static void few_false_alarms_under_ties(void **state)
{
    (void)state;
    expect_few_false_alarms(ties);
}

static void few_false_alarms_when_every_fourth_block_is_worse(void **state)
{
    (void)state;
    expect_few_false_alarms(skew_that_depends_on_position);
}

/* The interval must hold the true effect at every look, not only at the last. */
static void interval_covers_a_planted_effect_at_all_looks(void **state)
{
    (void)state;
    static noise *const NOISES[] = {heavy_tails, drift, bursts, autocorrelation, ties};
    enum { RUNS = 200, LOOKS = 150 };
    const double factor = 1.02;
    for (int kind = 0; kind < 5; kind++) {
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            struct machine machine = {0};
            coin_init(&machine.coin, 7000 + (uint64_t)run);
            struct effects effects = {0};
            bool is_covered = true;
            for (int n = 1; n <= LOOKS; n++) {
                effects_add(&effects, simulated_quad(&machine, NOISES[kind], factor));
                double low = 0;
                double high = 0;
                if (effects_interval(&effects, 0.05, &low, &high)) {
                    is_covered = is_covered && low - 1e-12 <= log(factor) && log(factor) <= high + 1e-12;
                }
            }
            covered += is_covered;
            effects_free(&effects);
        }
        assert_in_range(covered, RUNS * 95 / 100, RUNS);
    }
}

/* The test of the test: a t-like rule looked at as often fails badly on the quietest of these machines. */
static void naive_sign_test_would_be_caught(void **state)
{
    (void)state;
    enum { RUNS = 100, LOOKS = 1000 };
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
        struct machine machine = {0};
        coin_init(&machine.coin, (uint64_t)run + 1);
        int below = 0;
        for (int n = 1; n <= LOOKS; n++) {
            below += simulated_quad(&machine, autocorrelation, 1) < 0;
            if (n >= 16 && fabs(2.0 * below - n) > 1.96 * sqrt(n)) {
                alarms++;
                break;
            }
        }
    }
    assert_true(alarms > RUNS * 25 / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_false_alarms_under_heavy_tails),
        cmocka_unit_test(few_false_alarms_under_drift),
        cmocka_unit_test(few_false_alarms_under_bursts),
        cmocka_unit_test(few_false_alarms_under_autocorrelation),
        cmocka_unit_test(few_false_alarms_under_ties),
        cmocka_unit_test(few_false_alarms_when_every_fourth_block_is_worse),
        cmocka_unit_test(interval_covers_a_planted_effect_at_all_looks),
        cmocka_unit_test(naive_sign_test_would_be_caught),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
