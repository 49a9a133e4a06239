#include "bench/paired_log.h"

#include "base/memory.h"
#include "bench/paired_rows.h"
#include "frame/sign.h"
#include "frame/trial.h"

#include <stdio.h>
#include <string.h>

enum { QUAD_BLOCKS = 4 };

/* One quad while it is read. */
struct quad {
    double values[QUAD_BLOCKS]; /* of its blocks, as trial.h says */
    int arms[QUAD_BLOCKS];      /* 0: A, 1: B */
    int rows[QUAD_BLOCKS];      /* how many, measured or not */
    int block_count;            /* may become larger than QUAD_BLOCKS: then it is none */
};

struct reader {
    const struct csv *csv;
    const struct paired_rows *rows;
    struct paired_log *log;
    int arm_index[2]; /* of A and B in rows->arms */
    double *block;    /* room for the frames of one block */
};

static bool refuse(const struct reader *reader, int line, const char *why, struct error *error)
{
    error_set(error, STATUS_ENVIRONMENT, "not-interleaved", "this log is not interleaved: %s", why);
    error_at(error, reader->csv->path, line, 1);
    return false;
}

static void add_frame(struct paired_frames *frames, double ns, int quad)
{
    if (frames->count == frames->capacity) {
        frames->capacity = frames->capacity < 256 ? 256 : frames->capacity * 2;
        frames->ns = memory_resize(frames->ns, (size_t)frames->capacity, sizeof *frames->ns);
        frames->quads = memory_resize(frames->quads, (size_t)frames->capacity, sizeof *frames->quads);
    }
    frames->ns[frames->count] = ns;
    frames->quads[frames->count++] = quad;
}

static int arm_of(const struct reader *reader, const struct paired_row *row)
{
    return row->arm == reader->arm_index[0] ? 0 : row->arm == reader->arm_index[1] ? 1 : -1;
}

/* Reads the rows of one block, which end at `end`; returns the first row behind it. */
static int read_block(struct reader *reader, struct quad *quad, int first, int end)
{
    const struct paired_row *rows = reader->rows->rows;
    int arm = arm_of(reader, &rows[first]);
    int count = 0;
    int row = first;
    while (row < end && rows[row].block == rows[first].block && rows[row].arm == rows[first].arm) {
        if (arm >= 0 && rows[row].is_measured) {
            reader->block[count++] = rows[row].ns;
        }
        row++;
    }
    if (count > 0) {
        if (quad->block_count < QUAD_BLOCKS) {
            quad->values[quad->block_count] = trial_block_value(reader->block, count);
            quad->arms[quad->block_count] = arm;
            quad->rows[quad->block_count] = row - first;
        }
        quad->block_count++;
    }
    return row;
}

/* Only the last quad of a log can be. */
static bool is_cut_off(const struct quad *quad)
{
    return quad->block_count < QUAD_BLOCKS || quad->rows[QUAD_BLOCKS - 1] < quad->rows[0];
}

static bool is_mirrored(const struct quad *quad)
{
    return quad->block_count == QUAD_BLOCKS && quad->arms[0] == quad->arms[3] &&
           quad->arms[1] == quad->arms[2] && quad->arms[0] != quad->arms[1];
}

static void add_quad(struct reader *reader, const struct quad *quad, int first, int end)
{
    struct paired_log *log = reader->log;
    bool is_abba = quad->arms[0] == 0;
    const double outer[2] = {quad->values[0], quad->values[3]};
    const double inner[2] = {quad->values[1], quad->values[2]};
    int number = log->effects.count;
    effects_add(&log->effects, is_abba ? effects_of_quad(outer, inner) : effects_of_quad(inner, outer));
    log->abba += is_abba;
    for (int row = first; row < end; row++) {
        const struct paired_row *frame = &reader->rows->rows[row];
        int arm = arm_of(reader, frame);
        if (arm >= 0 && frame->is_measured) {
            add_frame(&log->frames[arm], frame->ns, number);
        }
    }
}

/* Rows first to end - 1 have one quad number. is_last: the log may have been cut off in it. */
static bool read_quad(struct reader *reader, int first, int end, bool is_last, bool *was_abba,
                      struct error *error)
{
    const struct paired_row *rows = reader->rows->rows;
    struct quad quad = {0};
    for (int row = first; row < end;) {
        int next = read_block(reader, &quad, row, end);
        if (next < end && rows[next].block < rows[row].block) {
            return refuse(reader, rows[next].line, "blocks are not in the order they were measured in",
                          error);
        }
        row = next;
    }
    if (is_last && is_cut_off(&quad)) {
        reader->log->is_last_quad_dropped = true;
        return true;
    }
    if (!is_mirrored(&quad)) {
        return refuse(reader, rows[first].line, "this quad is neither ABBA nor BAAB", error);
    }
    bool is_abba = quad.arms[0] == 0;
    reader->log->changes += reader->log->effects.count > 0 && is_abba != *was_abba;
    *was_abba = is_abba;
    add_quad(reader, &quad, first, end);
    return true;
}

static bool read_comparison(struct reader *reader, int first, int end, struct error *error)
{
    const struct paired_row *rows = reader->rows->rows;
    bool was_abba = false;
    for (int row = first; row < end;) {
        int next = row;
        while (next < end && rows[next].quad == rows[row].quad) {
            next++;
        }
        if (next < end && rows[next].quad < rows[row].quad) {
            return refuse(reader, rows[next].line, "quads are not in the order they were measured in", error);
        }
        if (!read_quad(reader, row, next, next == end, &was_abba, error)) {
            return false;
        }
        row = next;
    }
    if (reader->log->effects.count == 0 && !reader->log->is_last_quad_dropped) {
        return refuse(reader, rows[first].line, "it has no whole quad", error);
    }
    return true;
}

static bool has_name(const struct paired_arm *arm, const char *name)
{
    return strcmp(arm->name, name) == 0 || strcmp(arm->setting, name) == 0;
}

/* Which arms of rows first to end - 1 are A and B. is_absent: the asked ones are not both there. */
static bool choose_arms(struct reader *reader, int first, int end, const char *const wanted[2],
                        bool *is_absent, struct error *error)
{
    const struct paired_rows *rows = reader->rows;
    bool is_here[PAIRED_ARMS_MAX] = {false};
    for (int row = first; row < end; row++) {
        is_here[rows->rows[row].arm] = true;
    }
    int found[2] = {-1, -1};
    int count = 0;
    for (int i = 0; i < rows->arm_count; i++) {
        if (!is_here[i]) {
            continue;
        }
        if (wanted[0] != NULL) {
            int side = has_name(&rows->arms[i], wanted[0]) ? 0 : has_name(&rows->arms[i], wanted[1]) ? 1 : -1;
            if (side >= 0 && found[side] < 0) {
                found[side] = i;
            }
        } else {
            found[count < 2 ? count : 1] = i;
        }
        count++;
    }
    *is_absent = wanted[0] != NULL && (found[0] < 0 || found[1] < 0);
    if (wanted[0] == NULL && count != 2) {
        return error_set(error, STATUS_USAGE, "arms", "the log has %d arms: name two with --a and --b",
                         count);
    }
    bool is_swapped = wanted[0] == NULL && strcmp(rows->arms[found[0]].name, rows->arms[found[1]].name) > 0;
    reader->arm_index[0] = found[is_swapped ? 1 : 0];
    reader->arm_index[1] = found[is_swapped ? 0 : 1];
    return true;
}

static void name_arms(struct reader *reader)
{
    for (int side = 0; side < 2; side++) {
        const struct paired_arm *arm = &reader->rows->arms[reader->arm_index[side]];
        snprintf(reader->log->arms[side], ARM_NAME_MAX, "%s",
                 arm->setting[0] != '\0' ? arm->setting : arm->name);
    }
}

static void free_log(struct paired_log *log)
{
    for (int arm = 0; arm < 2; arm++) {
        memory_free(log->frames[arm].ns);
        memory_free(log->frames[arm].quads);
    }
    effects_free(&log->effects);
}

static void drop_last(struct paired_logs *logs)
{
    free_log(&logs->logs[--logs->count]);
    logs->is_last_log_dropped = true;
}

/* Rows first to end - 1 are one comparison. */
static bool add_log(struct reader *reader, int first, int end, struct paired_logs *out, struct error *error)
{
    bool is_last = end == reader->rows->count;
    out->logs = memory_resize(out->logs, (size_t)out->count + 1, sizeof *out->logs);
    reader->log = &out->logs[out->count++];
    *reader->log = (struct paired_log){.comparison = reader->rows->rows[first].comparison};
    name_arms(reader);
    if (!read_comparison(reader, first, end, error)) {
        return false;
    }
    if (reader->log->effects.count == 0) {
        if (out->count == 1 || !is_last) {
            return refuse(reader, reader->rows->rows[first].line, "it has no whole quad", error);
        }
        drop_last(out);
    }
    return true;
}

/* A run that was interrupted in the first block of a comparison has one arm only of it. */
static bool has_one_arm(const struct paired_rows *rows, int first)
{
    for (int row = first + 1; row < rows->count; row++) {
        if (rows->rows[row].arm != rows->rows[first].arm) {
            return false;
        }
    }
    return true;
}

static bool read_all(struct reader *reader, const char *const wanted[2], struct paired_logs *out,
                     struct error *error)
{
    const struct paired_rows *rows = reader->rows;
    for (int row = 0; row < rows->count;) {
        int next = row;
        while (next < rows->count && rows->rows[next].comparison == rows->rows[row].comparison) {
            next++;
        }
        bool is_absent = false;
        if (out->count > 0 && next == rows->count && has_one_arm(rows, row)) {
            out->is_last_log_dropped = true;
            return true;
        }
        if (!choose_arms(reader, row, next, wanted, &is_absent, error) ||
            (!is_absent && !add_log(reader, row, next, out, error))) {
            return false;
        }
        row = next;
    }
    if (out->count == 0) {
        return wanted[0] != NULL ? error_set(error, STATUS_USAGE, "arms", "the log has no arms %s and %s",
                                             wanted[0], wanted[1])
                                 : error_set(error, STATUS_BAD, "no-frames", "the log has no frames");
    }
    return true;
}

bool paired_log_read(struct csv *csv, const char *arm_a, const char *arm_b, struct paired_logs *out,
                     struct error *error)
{
    const char *const wanted[2] = {arm_a, arm_b};
    struct paired_rows rows;
    *out = (struct paired_logs){0};
    if (!paired_rows_read(csv, &rows, error)) {
        return false;
    }
    struct reader reader = {.csv = csv, .rows = &rows};
    reader.block = memory_get_array((size_t)rows.count + 1, sizeof *reader.block);
    bool is_good = read_all(&reader, wanted, out, error);
    if (!is_good) {
        paired_logs_free(out);
    }
    memory_free(reader.block);
    paired_rows_free(&rows);
    return is_good;
}

void paired_logs_free(struct paired_logs *logs)
{
    for (int i = 0; i < logs->count; i++) {
        free_log(&logs->logs[i]);
    }
    memory_free(logs->logs);
    *logs = (struct paired_logs){0};
}

/* Whether k of n fair coins falling on one side is nothing strange. */
static bool is_fair(int n, int k)
{
    int rank = sign_rank_fixed(n, 1e-4);
    return k > rank && n - k > rank;
}

bool paired_log_is_tossed(const struct paired_log *log)
{
    int quads = log->effects.count;
    return is_fair(quads, log->abba) && is_fair(quads > 0 ? quads - 1 : 0, log->changes);
}
