#include "bench/drivers.h"

#include "bench/environment.h"
#include "bench/interrupt.h"

#include <stdio.h>
#include <stdlib.h>

void drivers_calm(struct result *result)
{
    static const char THREADS[] = "LP_NUM_THREADS";
    if (getenv(THREADS) == NULL && setenv(THREADS, "0", 1) == 0) {
        result_add_fact(result, "run", "Mesa on the processor",
                        "draws on the program's thread (LP_NUM_THREADS=0)", "warren");
    }
}

int drivers_try(struct arms *arms, struct plan_request *request, struct result *result)
{
    int kept = 0;
    int left_out = 0;
    for (int i = 0; i < request->driver_count && !interrupt_came(); i++) {
        const char *driver = request->drivers[i];
        struct arm_settings base = {.driver = driver, .path = PATH_COPY};
        struct error error;
        struct painter *painter = arms_get(arms, &base, &error);
        if (painter == NULL) {
            result_add_note(result, "%s was not measured: %.150s", driver, error.text);
            fprintf(stderr, "note: %s is not measured: %s\n", driver, error.text);
            left_out++;
        } else {
            environment_add_painter(result, painter);
            request->drivers[kept++] = driver;
        }
        arms_close_all(arms);
    }
    request->driver_count = kept;
    return left_out;
}
