/* The mathematics of the sign test behind every verdict: how much evidence n fair coins give when k of them
 * fell on one side, and which order statistics bound the median effect. Pure functions. Sources: the Beta(a,
 * a) mixture over coins is Robbins 1970; that it may be looked at as often as one likes is Ville's inequality
 * (1939). */
#ifndef WARREN_FRAME_SIGN_H
#define WARREN_FRAME_SIGN_H

#define SIGN_MIXTURE 5.0 /* a of the Beta(a, a) mixture */

/* ln of E_n(k) = 2^n * B(k + a, n - k + a) / B(a, a). For fair coins E is a non-negative martingale with mean
 * 1, so P(E_n >= 1 / alpha at any n) <= alpha. 0 <= k <= n. */
double sign_log_evidence(int n, int k);

/* The largest k <= n / 2 such that E_n(k) >= 1 / alpha, or -1 when there is none. [x_(k+1), x_(n-k)] of the
 * sorted effects (counted from 1) then holds the true one with probability 1 - alpha at all n together: stop
 * whenever. */
int sign_rank_any_time(int n, double alpha);

/* The largest k such that 2 * P(at most k heads among n fair coins) <= alpha, or -1: the exact interval for
 * an n that was fixed beforehand. */
int sign_rank_fixed(int n, double alpha);

#endif
