/* The ledger of all A/A comparisons ever made on this machine: every one is a chance to raise a false alarm,
 * and the share of those that did, with its interval, is printed with every result. A CSV file under the
 * user's state folder that anybody may look at. */
#ifndef WARREN_BENCH_LEDGER_H
#define WARREN_BENCH_LEDGER_H

#include "bench/result.h"

/* The fact of group "run" in which a result says what the ledger holds. */
#define LEDGER_FACT "false alarms so far on this machine"

struct ledger_rate {
    int trials, alarms;
    double low, high; /* exact (Clopper, Pearson 1934) 95 % interval of the rate */
};

/* $XDG_STATE_HOME/warren/aa.csv, else ~/.local/state/warren/aa.csv. False without a home. */
bool ledger_path(struct text *out);

/* Appends the A/A comparisons of a judged result, each with the p value of its evidence of a difference, for
 * the comparison alone; the column `alarm` says whether that is below the result's own alpha. Errors: status
 * 3. */
bool ledger_add(const char *path, const struct result *result, struct error *error);

/* Over all entries of this kind of machine (the same processor), whatever alpha they were made at: how many
 * are alarms at this one. A file that is not there is an empty ledger. */
bool ledger_read(const char *path, const char *processor, double alpha, struct ledger_rate *out,
                 struct error *error);

/* Adds the A/A comparisons of a judged result to the user's ledger, and to the result what the ledger says
 * now. A ledger that cannot be kept is a note and no reason to fail. */
void ledger_keep(struct result *result);

/* The interval alone. */
struct ledger_rate ledger_rate_of(int trials, int alarms);

#endif
