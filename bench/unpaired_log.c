#include "bench/unpaired_log.h"

#include "base/memory.h"
#include "bench/bootstrap.h"
#include "frame/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Tools write a preamble about the machine before the header of the frames. */
enum { PREAMBLE_LINES_MAX = 20, NEIGHBOURS = 20 };

struct source {
    const char *column;
    const char *kind;
    double to_ms;
};

static const struct source SOURCES[] = {
    {"MsBetweenPresents", "PresentMon", 1},
    {"total_ns", "Warren", 1e-6},
    {"frametime", "MangoHud", 1}, /* PresentMon 2 writes FrameTime, in ms too */
};

static void add_value(struct unpaired_log *log, double value)
{
    if (log->count == log->capacity) {
        log->capacity = log->capacity < 1024 ? 1024 : log->capacity * 2;
        log->values = memory_resize(log->values, (size_t)log->capacity, sizeof *log->values);
    }
    log->values[log->count++] = value;
}

static bool is_number(const char *word)
{
    char *end;
    double value = strtod(word, &end);
    return end != word && *end == '\0' && isfinite(value);
}

/* Finds the column of the frame times. False when the present line is no header. */
static bool is_header(const struct csv *csv, struct unpaired_log *log, int *column, int *fps_column)
{
    for (size_t i = 0; i < sizeof SOURCES / sizeof SOURCES[0]; i++) {
        *column = csv_find(csv, SOURCES[i].column);
        if (*column >= 0) {
            *fps_column = csv_find(csv, "fps");
            log->kind = SOURCES[i].kind;
            log->to_ms = SOURCES[i].to_ms;
            if (csv_find(csv, "MsCPUBusy") >= 0 || csv_find(csv, "CPUBusy") >= 0) {
                log->kind = "PresentMon";
            }
            return true;
        }
    }
    return false;
}

/* A word that stands for "no frame" is passed over and counted; anything else that is no number is an error.
 */
static bool read_value(struct csv *csv, int column, struct unpaired_log *log, double *value,
                       struct error *error)
{
    const char *word = csv_word(csv, column, error);
    if (word == NULL) {
        return false;
    }
    *value = 0;
    if (word[0] != '\0' && strcasecmp(word, "NA") != 0 && !csv_number(csv, column, value, error)) {
        return false;
    }
    if (*value > 0) {
        add_value(log, *value);
    } else {
        log->skipped++;
    }
    return true;
}

/* Old versions of MangoHud wrote microseconds under the same name: the column of frames per second tells. */
static void settle_unit(struct unpaired_log *log, double fps, double value)
{
    if (fps > 0 && value > 0 && fabs(log10(fps * value / 1e6)) < 0.5) {
        log->to_ms = 1e-3;
    }
}

static bool read_table(struct csv *csv, int column, int fps_column, struct unpaired_log *log,
                       struct error *error)
{
    int header_fields = csv->field_count;
    while (csv_next(csv)) {
        double value;
        if (csv_is_cut_off(csv, header_fields)) {
            log->skipped++;
            return true;
        }
        if (!read_value(csv, column, log, &value, error)) {
            return false;
        }
        if (log->count == 1 && value > 0 && fps_column >= 0 && fps_column < csv->field_count) {
            settle_unit(log, strtod(csv->fields[fps_column], NULL), value);
        }
    }
    return true;
}

static bool read_numbers(struct csv *csv, struct unpaired_log *log, struct error *error)
{
    log->kind = "numbers";
    double value;
    do {
        if (!read_value(csv, 0, log, &value, error)) {
            return false;
        }
    } while (csv_next(csv));
    return true;
}

static bool read_any(struct csv *csv, struct unpaired_log *log, struct error *error)
{
    for (int line = 0; line < PREAMBLE_LINES_MAX && csv_next(csv); line++) {
        int column;
        int fps_column;
        if (is_header(csv, log, &column, &fps_column)) {
            return read_table(csv, column, fps_column, log, error);
        }
        if (csv->field_count == 1 && is_number(csv->fields[0])) {
            return read_numbers(csv, log, error);
        }
    }
    return true;
}

bool unpaired_log_read(struct csv *csv, struct unpaired_log *out, struct error *error)
{
    *out = (struct unpaired_log){0};
    if (!read_any(csv, out, error)) {
        unpaired_log_free(out);
        return false;
    }
    if (out->count == 0) {
        unpaired_log_free(out);
        error_set(error, STATUS_BAD, "no-frame-times",
                  "no frame times: neither MangoHud, nor PresentMon, nor one number per line");
        error_at(error, csv->path, 0, 0);
        return false;
    }
    return true;
}

void unpaired_log_free(struct unpaired_log *log)
{
    memory_free(log->values);
    *log = (struct unpaired_log){0};
}

/* The values in blocks of neighbours; the last block may be shorter. blocks has room for them all. */
static struct bootstrap_arm arm_of(const struct unpaired_log *log, int *blocks)
{
    for (int i = 0; i < log->count; i++) {
        blocks[i] = i / NEIGHBOURS;
    }
    return (struct bootstrap_arm){.values = log->values,
                                  .blocks = blocks,
                                  .count = log->count,
                                  .block_count = (log->count + NEIGHBOURS - 1) / NEIGHBOURS};
}

static double median_of(const struct unpaired_log *log)
{
    double *copy = memory_get_array((size_t)log->count, sizeof *copy);
    memcpy(copy, log->values, (size_t)log->count * sizeof *copy);
    double median = stats_median(copy, log->count);
    memory_free(copy);
    return median;
}

bool unpaired_compare(const struct unpaired_log *a, const struct unpaired_log *b, struct unpaired_ratio *out)
{
    /* Numbers without a unit are taken to have the same one. */
    double scale = a->to_ms > 0 && b->to_ms > 0 ? b->to_ms / a->to_ms : 1;
    int *blocks_a = memory_get_array((size_t)a->count, sizeof *blocks_a);
    int *blocks_b = memory_get_array((size_t)b->count, sizeof *blocks_b);
    struct bootstrap_arm arm_a = arm_of(a, blocks_a);
    struct bootstrap_arm arm_b = arm_of(b, blocks_b);
    struct bootstrap_ratio ratio;
    bool is_good = bootstrap_quantile_ratio(&arm_a, &arm_b, false, 0.5, 0.05, 1, &ratio);
    *out = (struct unpaired_ratio){.effect = log(median_of(b) * scale / median_of(a))};
    if (is_good) {
        out->low = log(ratio.low * scale);
        out->high = log(ratio.high * scale);
    }
    memory_free(blocks_a);
    memory_free(blocks_b);
    return is_good;
}
