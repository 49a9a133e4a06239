#include "bench/drivers.h"

#include "bench/controls.h"
#include "bench/environment.h"
#include "bench/interrupt.h"

#include <stdio.h>

int drivers_try(struct arms *arms, struct plan_request *request, bool has_controls, struct result *result)
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
            if (has_controls) {
                controls_run(arms, driver, request, result->seed, result);
            }
            request->drivers[kept++] = driver;
        }
        arms_close_all(arms);
    }
    request->driver_count = kept;
    return left_out;
}
