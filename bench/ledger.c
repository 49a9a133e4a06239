#include "bench/ledger.h"

#include "bench/csv.h"
#include "bench/output.h"

#include <errno.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char HEADER[] = "started,processor,driver,path,zoom_px,quads,p,alarm\n";

bool ledger_path(struct text *out)
{
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    text_clear(out);
    if (state != NULL && state[0] == '/') {
        text_format(out, "%s/warren/aa.csv", state);
        return true;
    }
    if (home == NULL || home[0] == '\0') {
        return false;
    }
    text_format(out, "%s/.local/state/warren/aa.csv", home);
    return true;
}

static const char *fact_or(const struct result *result, const char *group, const char *name)
{
    const char *value = result_fact(result, group, name);
    return value != NULL ? value : "unknown";
}

static bool fail(const char *path, const char *what, struct error *error)
{
    error_set(error, STATUS_ENVIRONMENT, "ledger", "%s: %s", what, strerror(errno));
    error_at(error, path, 0, 0);
    return false;
}

static bool make_folder_of(const char *path, struct error *error)
{
    struct text folder = {0};
    const char *slash = strrchr(path, '/');
    text_add_bytes(&folder, path, slash != NULL ? (size_t)(slash - path) : 0);
    bool is_good = folder.length == 0 || output_make_folder(folder.bytes, error);
    text_free(&folder);
    return is_good;
}

/* False when whoever wrote last was stopped in the middle of a line. */
static bool ends_with_line(const char *path)
{
    FILE *file = fopen(path, "r");
    bool is_whole = file == NULL || fseek(file, -1, SEEK_END) != 0 || fgetc(file) == '\n';
    if (file != NULL) {
        fclose(file);
    }
    return is_whole;
}

bool ledger_add(const char *path, const struct result *result, struct error *error)
{
    struct text rows = {0};
    text_add(&rows, "");
    for (int i = 0; i < result->comparison_count; i++) {
        const struct comparison *comparison = &result->comparisons[i];
        if (!comparison->is_same || !comparison->judgement.has_interval) {
            continue;
        }
        double p = fmin(1, exp(-comparison->judgement.log_evidence));
        text_format(&rows, "%s,\"%s\",%s,%s,%d,%d,%.6g,%d\n", fact_or(result, "run", "started"),
                    fact_or(result, "machine", "processor"), comparison->driver, comparison->path,
                    comparison->zoom_px, comparison->quads, p, p <= result->alpha);
    }
    bool is_good = rows.length == 0 || make_folder_of(path, error);
    if (is_good && rows.length > 0) {
        bool is_new = access(path, F_OK) != 0;
        FILE *file = fopen(path, "a");
        bool is_cut_off = !is_new && !ends_with_line(path);
        is_good = file != NULL && (!is_new || fputs(HEADER, file) >= 0) &&
                  (!is_cut_off || fputc('\n', file) != EOF) && fputs(rows.bytes, file) >= 0;
        is_good = file != NULL && fclose(file) == 0 && is_good;
        if (!is_good) {
            fail(path, "cannot write the ledger", error);
        }
    }
    text_free(&rows);
    return is_good;
}

struct ledger_rate ledger_rate_of(int trials, int alarms)
{
    struct ledger_rate rate = {.trials = trials, .alarms = alarms, .low = 0, .high = 1};
    if (alarms > 0) {
        rate.low = gsl_cdf_beta_Pinv(0.025, alarms, trials - alarms + 1.0);
    }
    if (alarms < trials) {
        rate.high = gsl_cdf_beta_Pinv(0.975, alarms + 1.0, trials - alarms);
    }
    return rate;
}

bool ledger_read(const char *path, const char *processor, double alpha, struct ledger_rate *out,
                 struct error *error)
{
    struct csv csv;
    *out = ledger_rate_of(0, 0);
    if (access(path, F_OK) != 0) {
        return true;
    }
    if (!csv_open(&csv, path, error)) {
        return false;
    }
    bool is_good = csv_next(&csv);
    int of_processor = csv_find(&csv, "processor");
    int of_p = csv_find(&csv, "p");
    int trials = 0;
    int alarms = 0;
    while (is_good && csv_next(&csv)) {
        double p;
        const char *word = csv_word(&csv, of_processor, NULL);
        /* A row that a write was cut off in costs no more than itself. */
        if (word != NULL && strcmp(word, processor) == 0 && csv_number(&csv, of_p, &p, NULL)) {
            trials++;
            alarms += p <= alpha;
        }
    }
    *out = ledger_rate_of(trials, alarms);
    csv_close(&csv);
    return is_good;
}

void ledger_keep(struct result *result)
{
    struct text path = {0};
    struct error error;
    struct ledger_rate rate;
    const char *processor = result_fact(result, "machine", "processor");
    if (processor == NULL || !ledger_path(&path)) {
        text_free(&path);
        return;
    }
    if (!ledger_add(path.bytes, result, &error) ||
        !ledger_read(path.bytes, processor, result->alpha, &rate, &error)) {
        result_add_note(result, "the ledger of A/A comparisons cannot be kept: %.120s", error.text);
    } else if (rate.trials > 0) {
        char value[128];
        snprintf(value, sizeof value, "%d of %d comparisons of equal arms, rate %.1f %% to %.1f %%",
                 rate.alarms, rate.trials, 100 * rate.low, 100 * rate.high);
        result_add_fact(result, "run", LEDGER_FACT, value, "");
    }
    text_free(&path);
}
