#include "bench/sampler.h"

#include "frame/clock.h"

#include <sys/resource.h>

/* Keeps the processor busy until everything since start_ns took longer by that share. */
static void plant(uint64_t start_ns, double planted)
{
    uint64_t now_ns = clock_ns();
    uint64_t end_ns = now_ns + (uint64_t)((double)(now_ns - start_ns) * planted);
    while (now_ns < end_ns) {
        now_ns = clock_ns();
    }
}

void sampler_frame(struct painter *painter, struct stage *stage, double planted, struct frame_row *row)
{
    struct rusage before = {0};
    struct rusage after = {0};
    uint64_t at_ns[PHASE_COUNT + 1];
    getrusage(RUSAGE_SELF, &before);
    uint64_t cpu_ns = clock_thread_cpu_ns();
    at_ns[PHASE_BUILD] = clock_ns();
    stage_build(stage);
    at_ns[PHASE_SUBMIT] = clock_ns();
    painter_draw(painter, &stage->scene, &stage->camera);
    at_ns[PHASE_FINISH] = clock_ns();
    painter_finish(painter);
    at_ns[PHASE_PRESENT] = clock_ns();
    painter_present(painter);
    if (planted > 0) {
        plant(at_ns[PHASE_BUILD], planted);
    }
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
