#include "frame/sign.h"

#include "base/require.h"

#include <math.h>

static const double LN_2 = 0.69314718055994530942;

/* lgamma writes the global signgam; all arguments here are positive, so nobody reads it. */
static double log_beta(double x, double y)
{
    return lgamma(x) + lgamma(y) - lgamma(x + y);
}

double sign_log_evidence(int n, int k)
{
    require(k >= 0 && k <= n);
    return n * LN_2 + log_beta(k + SIGN_MIXTURE, n - k + SIGN_MIXTURE) - log_beta(SIGN_MIXTURE, SIGN_MIXTURE);
}

int sign_rank_any_time(int n, double alpha)
{
    double wanted = -log(alpha);
    /* E_n(k) falls from k = 0 to n / 2, so the last k that is good can be found by halving. */
    int good = -1;
    int bad = n / 2 + 1;
    while (bad - good > 1) {
        int middle = good + (bad - good) / 2;
        if (sign_log_evidence(n, middle) >= wanted) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    return good;
}

int sign_rank_fixed(int n, double alpha)
{
    double tail = 0;
    for (int k = 0; k <= n / 2; k++) {
        tail += exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) - n * LN_2);
        if (2 * tail > alpha) {
            return k - 1;
        }
    }
    return n / 2;
}
