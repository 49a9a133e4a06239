#include "frame/pacer.h"

#include "frame/clock.h"

/* One frame in a hundred may need longer than the lead: that many small steps down undo one up. */
enum { SPARE_NS = 3000000, STEP_UP_NS = 200000, STEP_DOWN_NS = 2000 };

void pacer_start(struct pacer *pacer, uint64_t period_ns)
{
    *pacer = (struct pacer){.period_ns = period_ns, .due_ns = clock_ns() + period_ns};
}

void pacer_start_behind(struct pacer *pacer, uint64_t period_ns)
{
    pacer_start(pacer, period_ns);
    pacer->debt_ns = period_ns;
}

void pacer_restart(struct pacer *pacer)
{
    pacer->due_ns = clock_ns();
}

uint64_t pacer_wait(struct pacer *pacer)
{
    if (pacer->period_ns == 0) {
        return 0;
    }
    uint64_t now_ns = clock_ns();
    if (now_ns < pacer->due_ns) {
        uint64_t idle_ns = pacer->due_ns - now_ns;
        clock_sleep_until_ns(pacer->due_ns);
        pacer->due_ns += pacer->period_ns;
        return idle_ns;
    }
    uint64_t behind_ns = now_ns - pacer->due_ns;
    uint64_t late = behind_ns > pacer->debt_ns ? (behind_ns - pacer->debt_ns) / pacer->period_ns : 0;
    pacer->missed += late;
    pacer->due_ns += (late + 1) * pacer->period_ns;
    return 0;
}

uint64_t pacer_wait_to_draw(struct pacer *pacer)
{
    uint64_t now_ns = clock_ns();
    if (pacer->period_ns == 0 || now_ns + pacer->lead_ns >= pacer->due_ns) {
        return 0;
    }
    uint64_t begin_ns = pacer->due_ns - pacer->lead_ns;
    clock_sleep_until_ns(begin_ns);
    return begin_ns - now_ns;
}

void pacer_learn(struct pacer *pacer, uint64_t drawing_ns)
{
    uint64_t longest_ns = pacer->period_ns / 4 * 3;
    if (drawing_ns + SPARE_NS > pacer->lead_ns) {
        pacer->lead_ns += STEP_UP_NS;
    } else {
        pacer->lead_ns -= pacer->lead_ns < STEP_DOWN_NS ? pacer->lead_ns : STEP_DOWN_NS;
    }
    pacer->lead_ns = pacer->lead_ns > longest_ns ? longest_ns : pacer->lead_ns;
}
