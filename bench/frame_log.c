#include "bench/frame_log.h"

#include "base/memory.h"

#include <inttypes.h>
#include <string.h>

enum { ROOM_AT_FIRST = 1 << 14 };

static void make_room(struct frame_log *log, int capacity)
{
    log->rows = memory_resize(log->rows, (size_t)capacity, sizeof *log->rows);
    /* Touched now, so that the pages are there before the clock runs. */
    memset(log->rows + log->count, 0, (size_t)(capacity - log->count) * sizeof *log->rows);
    log->capacity = capacity;
}

void frame_log_clear(struct frame_log *log)
{
    log->count = 0;
    log->written = 0;
    if (log->capacity == 0) {
        make_room(log, ROOM_AT_FIRST);
    }
}

void frame_log_cut(struct frame_log *log, int count)
{
    log->count = count < log->count ? count : log->count;
}

void frame_log_add(struct frame_log *log, const struct frame_row *row)
{
    if (log->count == log->capacity) {
        make_room(log, log->capacity > 0 ? 2 * log->capacity : ROOM_AT_FIRST);
    }
    log->rows[log->count++] = *row;
}

void frame_log_free(struct frame_log *log)
{
    memory_free(log->rows);
    *log = (struct frame_log){0};
}

bool frame_log_write_header(FILE *file, uint64_t seed)
{
    return fprintf(
               file,
               "# warren-bench " WARREN_VERSION ", seed %" PRIu64
               "; comparisons are described in summary.json\n"
               "comparison,frame,quad,block,slot,arm,setting,measured,zoom_px,t_start_ns,total_ns,build_ns,"
               "submit_ns,finish_ns,present_ns,thread_cpu_ns,nivcsw,minflt,draws,items\n",
               seed) > 0;
}

bool frame_log_write(struct frame_log *log, const struct comparison *comparison, uint64_t first_ns,
                     FILE *file)
{
    bool is_good = true;
    for (int i = log->written; i < log->count && is_good; i++) {
        const struct frame_row *row = &log->rows[i];
        const struct trial_slot *slot = &row->slot;
        is_good =
            fprintf(file,
                    "%d,%d,%d,%d,%d,%c,%s,%d,%d,%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",%" PRIu64
                    ",%" PRIu64 ",%" PRIu64 ",%d,%d,%d,%d\n",
                    comparison->number, i, slot->quad, slot->block, slot->frame,
                    slot->arm == TRIAL_A ? 'A' : 'B', comparison->arms[slot->arm].setting, slot->is_measured,
                    comparison->zoom_px, row->start_ns - first_ns, row->total_ns, row->phases_ns[PHASE_BUILD],
                    row->phases_ns[PHASE_SUBMIT], row->phases_ns[PHASE_FINISH], row->phases_ns[PHASE_PRESENT],
                    row->thread_cpu_ns, row->switches, row->faults, row->draws, row->items) > 0;
    }
    log->written = is_good ? log->count : log->written;
    return is_good && fflush(file) == 0;
}
