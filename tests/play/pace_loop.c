#include "pace_loop.h"

#include "base/memory.h"
#include "frame/stats.h"

#include <math.h>

void pace_loop_open(struct pace_loop *loop, int room)
{
    *loop = (struct pace_loop){.frames = memory_get_array((size_t)room, sizeof *loop->frames), .room = room};
}

void pace_loop_close(struct pace_loop *loop)
{
    memory_free(loop->frames);
    *loop = (struct pace_loop){0};
}

bool pace_loop_add(struct pace_loop *loop, const struct pace_frame *frame)
{
    if (loop->count == loop->room) {
        return false;
    }
    loop->frames[loop->count++] = *frame;
    return true;
}

enum pace_part pace_loop_cause(const struct pace_frame *frame, const double usual_ms[PART_COUNT])
{
    enum pace_part cause = PART_COMPUTED;
    double most_ms = frame->parts_ms[PART_COMPUTED] - usual_ms[PART_COMPUTED];
    for (int part = PART_COMPUTED + 1; part < PART_COUNT; part++) {
        double beyond_ms = frame->parts_ms[part] - usual_ms[part];
        if (beyond_ms > most_ms) {
            cause = (enum pace_part)part;
            most_ms = beyond_ms;
        }
    }
    return cause;
}

struct pace_loop_facts pace_loop_facts(const struct pace_loop *loop, double late_ms)
{
    struct pace_loop_facts facts = {0};
    double *values = memory_get_array((size_t)loop->count, sizeof *values);
    for (int i = 0; i < loop->count; i++) {
        values[i] = loop->frames[i].interval_ms;
        facts.over_max_ms = fmax(facts.over_max_ms, loop->frames[i].over_ms);
    }
    stats_sort(values, loop->count);
    facts.interval_median_ms = stats_median_sorted(values, loop->count);
    facts.interval_p99_ms = stats_quantile_sorted(values, loop->count, 0.99);
    facts.interval_p999_ms = stats_quantile_sorted(values, loop->count, 0.999);
    facts.interval_max_ms = values[loop->count - 1];
    for (int part = PART_COUNT - 1; part >= 0; part--) {
        for (int i = 0; i < loop->count; i++) {
            values[i] = loop->frames[i].parts_ms[part];
        }
        stats_sort(values, loop->count);
        facts.usual_ms[part] = stats_median_sorted(values, loop->count);
    }
    /* Those of the last part, which is what was computed. */
    facts.computed_median_ms = facts.usual_ms[PART_COMPUTED];
    facts.computed_p99_ms = stats_quantile_sorted(values, loop->count, 0.99);
    facts.computed_max_ms = values[loop->count - 1];
    memory_free(values);
    for (int i = 0; i < loop->count; i++) {
        if (loop->frames[i].interval_ms > late_ms) {
            facts.late++;
            facts.late_parts[pace_loop_cause(&loop->frames[i], facts.usual_ms)]++;
            facts.late_taken += loop->frames[i].was_taken ? 1 : 0;
        }
    }
    return facts;
}
