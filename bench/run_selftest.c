#include "bench/interrupt.h"
#include "bench/ledger.h"
#include "bench/run_parts.h"
#include "bench/selftest.h"

#include <inttypes.h>
#include <stdio.h>

enum { SELFTEST_ZOOM_PX = 64 };

bool run_self_test(struct run *run, enum status *status, struct error *error)
{
    const struct plan_request *request = &run->options->request;
    if (request->driver_count == 0 || !run_open_stage(run, request->levels[0], error)) {
        return request->driver_count == 0
                   ? error_set(error, STATUS_ENVIRONMENT, "no-driver", "no driver to test with")
                   : false;
    }
    struct selftest selftest = {.arms = &run->arms,
                                .stage = &run->stage,
                                .driver = request->drivers[0],
                                .zoom_px = SELFTEST_ZOOM_PX,
                                .tries = run->options->tries,
                                .margin = run->options->margin,
                                .alpha = run->options->alpha,
                                .seed = run->result.seed};
    struct selftest_row rows[SELFTEST_ROWS];
    struct text table = {0};
    selftest_start(rows);
    selftest_run(&selftest, rows, SELFTEST_ROWS, &run->result);
    result_judge(&run->result);
    ledger_keep(&run->result);
    text_format(&table, "driver %s, path copy, level %s, %dx%d px, zoom %d px, seed %" PRIu64 "\n",
                selftest.driver, run->stage.name, run->options->width_px, run->options->height_px,
                selftest.zoom_px, selftest.seed);
    selftest_print(rows, SELFTEST_ROWS, &table);
    const char *alarms = result_fact(&run->result, "run", LEDGER_FACT);
    text_format(&table, LEDGER_FACT ": %s\n", alarms != NULL ? alarms : "not known");
    *status = interrupt_came()                                             ? STATUS_ENVIRONMENT
              : selftest_is_good(rows, SELFTEST_ROWS, run->options->tries) ? STATUS_GOOD
                                                                           : STATUS_BAD;
    bool is_good = fputs(table.bytes, stdout) >= 0 && fflush(stdout) == 0;
    text_free(&table);
    return is_good || error_set(error, STATUS_ENVIRONMENT, "output", "the table cannot be printed");
}
