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

/* Columns that have to be the same in all rows, or the frames of several things would be taken for one. */
static const struct {
    const char *kind, *column, *advice;
} ALONE[] = {
    {"PresentMon", "Application", "record one program only"},
    {"PresentMon", "ProcessID", "record one process only"},
    {"PresentMon", "SwapChainAddress", "keep the rows of one of them"},
    {"Warren", "comparison", "give an interleaved log as one file"},
    {"Warren", "arm", "give an interleaved log as one file"},
};

enum { ALONE_COUNT = sizeof ALONE / sizeof ALONE[0] };

/* A table while it is read. */
struct table {
    int column, fps_column, measured_column;
    int alone[ALONE_COUNT];         /* columns; -1: not there, or not of this kind of log */
    const char *first[ALONE_COUNT]; /* what they said first */
    int us_rows, ms_rows;           /* rows whose frames per second speak for a unit */
};

static void find_columns(const struct csv *csv, const struct unpaired_log *log, struct table *table)
{
    table->measured_column = strcmp(log->kind, "Warren") == 0 ? csv_find(csv, "measured") : -1;
    for (int i = 0; i < ALONE_COUNT; i++) {
        table->alone[i] = strcmp(ALONE[i].kind, log->kind) == 0 ? csv_find(csv, ALONE[i].column) : -1;
    }
}

static bool is_alone(struct csv *csv, struct table *table, struct error *error)
{
    for (int i = 0; i < ALONE_COUNT; i++) {
        const char *word = table->alone[i] >= 0 ? csv_word(csv, table->alone[i], error) : "";
        if (word == NULL) {
            return false;
        }
        if (table->first[i] == NULL) {
            table->first[i] = word;
        }
        if (strcmp(word, table->first[i]) != 0) {
            error_set(error, STATUS_BAD, "several", "%s is %.40s and %.40s in one log: %s", ALONE[i].column,
                      table->first[i], word, ALONE[i].advice);
            error_at(error, csv->path, csv->line, csv->columns[table->alone[i]]);
            return false;
        }
    }
    return true;
}

/* Old versions of MangoHud wrote microseconds under the same name: the column of frames per second tells. */
static void weigh_unit(const struct csv *csv, struct table *table, double value)
{
    if (table->fps_column < 0 || table->fps_column >= csv->field_count || !(value > 0)) {
        return;
    }
    double fps = strtod(csv->fields[table->fps_column], NULL);
    table->us_rows += fps > 0 && fabs(log10(fps * value / 1e6)) < 0.5;
    table->ms_rows += fps > 0 && fabs(log10(fps * value / 1e3)) < 0.5;
}

static bool read_row(struct csv *csv, struct table *table, struct unpaired_log *log, struct error *error)
{
    double measured = 1;
    double value;
    if (table->measured_column >= 0 && !csv_number(csv, table->measured_column, &measured, error)) {
        return false;
    }
    if (!(measured > 0)) {
        return true;
    }
    if (!is_alone(csv, table, error) || !read_value(csv, table->column, log, &value, error)) {
        return false;
    }
    weigh_unit(csv, table, value);
    return true;
}

static bool read_table(struct csv *csv, struct table *table, struct unpaired_log *log, struct error *error)
{
    int header_fields = csv->field_count;
    find_columns(csv, log, table);
    while (csv_next(csv)) {
        if (csv_is_cut_off(csv, header_fields)) {
            log->skipped++;
            break;
        }
        if (!read_row(csv, table, log, error)) {
            return false;
        }
    }
    if (table->us_rows > table->ms_rows) {
        log->to_ms = 1e-3;
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
        struct table table = {0};
        if (is_header(csv, log, &table.column, &table.fps_column)) {
            return read_table(csv, &table, log, error);
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

bool unpaired_compare(const struct unpaired_log *a, const struct unpaired_log *b, double alpha,
                      struct unpaired_ratio *out)
{
    /* Numbers without a unit are taken to have the same one. */
    double scale = a->to_ms > 0 && b->to_ms > 0 ? b->to_ms / a->to_ms : 1;
    int *blocks_a = memory_get_array((size_t)a->count, sizeof *blocks_a);
    int *blocks_b = memory_get_array((size_t)b->count, sizeof *blocks_b);
    struct bootstrap_arm arm_a = arm_of(a, blocks_a);
    struct bootstrap_arm arm_b = arm_of(b, blocks_b);
    struct bootstrap_ratio ratio;
    bool is_good = bootstrap_quantile_ratio(&arm_a, &arm_b, false, 0.5, alpha, 1, &ratio);
    *out = (struct unpaired_ratio){.effect = log(median_of(b) * scale / median_of(a))};
    if (is_good) {
        out->low = log(ratio.low * scale);
        out->high = log(ratio.high * scale);
    }
    memory_free(blocks_a);
    memory_free(blocks_b);
    return is_good;
}
