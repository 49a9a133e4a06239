#include "bench/sampler.h"

#include "frame/clock.h"

#include <sys/resource.h>

static void burn(uint64_t burn_ns)
{
    uint64_t end_ns = clock_ns() + burn_ns;
    while (clock_ns() < end_ns) {
    }
}

void sampler_frame(struct painter *painter, struct stage *stage, uint64_t burn_ns, struct frame_row *row)
{
    struct rusage before = {0};
    struct rusage after = {0};
    uint64_t at_ns[PHASE_COUNT + 1];
    getrusage(RUSAGE_SELF, &before);
    uint64_t cpu_ns = clock_thread_cpu_ns();
    at_ns[PHASE_BUILD] = clock_ns();
    stage_build(stage);
    if (burn_ns > 0) {
        burn(burn_ns);
    }
    at_ns[PHASE_SUBMIT] = clock_ns();
    painter_draw(painter, &stage->scene, &stage->camera);
    at_ns[PHASE_FINISH] = clock_ns();
    painter_finish(painter);
    at_ns[PHASE_PRESENT] = clock_ns();
    painter_present(painter);
    at_ns[PHASE_COUNT] = clock_ns();
    row->thread_cpu_ns = clock_thread_cpu_ns() - cpu_ns;
    getrusage(RUSAGE_SELF, &after);
    row->start_ns = at_ns[0];
    row->total_ns = at_ns[PHASE_COUNT] - at_ns[0];
    for (int i = 0; i < PHASE_COUNT; i++) {
        row->phases_ns[i] = at_ns[i + 1] - at_ns[i];
    }
    row->switches = (int)(after.ru_nivcsw - before.ru_nivcsw);
    row->faults = (int)(after.ru_minflt - before.ru_minflt);
    struct paint_state state = painter_state(painter);
    row->draws = state.draw_calls;
    row->items = state.items;
}
