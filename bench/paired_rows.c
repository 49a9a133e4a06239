#include "bench/paired_rows.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct columns {
    int comparison, quad, block, arm, setting, total_ns, measured; /* -1: not there */
};

static struct columns find_columns(const struct csv *csv)
{
    return (struct columns){
        .comparison = csv_find(csv, "comparison"),
        .quad = csv_find(csv, "quad"),
        .block = csv_find(csv, "block"),
        .arm = csv_find(csv, "arm"),
        .setting = csv_find(csv, "setting"),
        .total_ns = csv_find(csv, "total_ns"),
        .measured = csv_find(csv, "measured"),
    };
}

bool paired_log_has_columns(const struct csv *csv)
{
    struct columns columns = find_columns(csv);
    return columns.quad >= 0 && columns.block >= 0 && columns.arm >= 0 && columns.total_ns >= 0;
}

/* The number of an arm, new or known; -1 when there are too many. */
static int number_arm(struct paired_rows *rows, const char *name, const char *setting)
{
    for (int i = 0; i < rows->arm_count; i++) {
        if (strcmp(rows->arms[i].name, name) == 0 && strcmp(rows->arms[i].setting, setting) == 0) {
            return i;
        }
    }
    if (rows->arm_count == PAIRED_ARMS_MAX) {
        return -1;
    }
    struct paired_arm *arm = &rows->arms[rows->arm_count];
    snprintf(arm->name, sizeof arm->name, "%s", name);
    snprintf(arm->setting, sizeof arm->setting, "%s", setting);
    return rows->arm_count++;
}

static bool read_arm(struct csv *csv, const struct columns *columns, struct paired_rows *rows, int *arm,
                     struct error *error)
{
    const char *name = csv_word(csv, columns->arm, error);
    const char *setting = columns->setting < 0 ? "" : csv_word(csv, columns->setting, error);
    if (name == NULL || setting == NULL) {
        return false;
    }
    if (name[0] == '\0' || strlen(name) >= ARM_NAME_MAX || strlen(setting) >= ARM_NAME_MAX) {
        error_set(error, STATUS_BAD, "bad-arm", "an arm's name has 1 to %d bytes", ARM_NAME_MAX - 1);
        error_at(error, csv->path, csv->line, csv->columns[columns->arm]);
        return false;
    }
    *arm = number_arm(rows, name, setting);
    if (*arm < 0) {
        error_set(error, STATUS_BAD, "bad-arm", "more than %d arms", PAIRED_ARMS_MAX);
        error_at(error, csv->path, csv->line, csv->columns[columns->arm]);
        return false;
    }
    return true;
}

static bool read_row(struct csv *csv, const struct columns *columns, struct paired_rows *rows,
                     struct paired_row *row, struct error *error)
{
    double measured = 1;
    *row = (struct paired_row){.line = csv->line};
    if (!csv_number(csv, columns->quad, &row->quad, error) ||
        !csv_number(csv, columns->block, &row->block, error) ||
        !read_arm(csv, columns, rows, &row->arm, error) ||
        (columns->comparison >= 0 && !csv_number(csv, columns->comparison, &row->comparison, error)) ||
        (columns->measured >= 0 && !csv_number(csv, columns->measured, &measured, error))) {
        return false;
    }
    row->is_measured = measured > 0 || measured < 0;
    if (!row->is_measured) {
        return true; /* whatever its time is */
    }
    if (!csv_number(csv, columns->total_ns, &row->ns, error)) {
        return false;
    }
    if (!(row->ns > 0)) {
        error_set(error, STATUS_BAD, "not-a-time", "a frame takes more than 0 ns");
        error_at(error, csv->path, csv->line, csv->columns[columns->total_ns]);
        return false;
    }
    return true;
}

static int compare_rows(const void *a, const void *b)
{
    const struct paired_row *x = a;
    const struct paired_row *y = b;
    int order = (x->comparison > y->comparison) - (x->comparison < y->comparison);
    return order != 0 ? order : x->line - y->line;
}

/* A comparison that was measured on after others has its later quads behind theirs. */
static void gather(struct paired_rows *rows)
{
    bool is_sorted = true;
    for (int i = 1; i < rows->count && is_sorted; i++) {
        is_sorted = rows->rows[i - 1].comparison <= rows->rows[i].comparison;
    }
    if (!is_sorted) {
        qsort(rows->rows, (size_t)rows->count, sizeof *rows->rows, compare_rows);
    }
}

bool paired_rows_read(struct csv *csv, struct paired_rows *out, struct error *error)
{
    struct columns columns = find_columns(csv);
    *out = (struct paired_rows){0};
    int header_fields = csv->field_count;
    while (csv_next(csv)) {
        struct paired_row row;
        if (csv_is_cut_off(csv, header_fields)) {
            break;
        }
        if (!read_row(csv, &columns, out, &row, error)) {
            paired_rows_free(out);
            return false;
        }
        if (out->count == out->capacity) {
            out->capacity = out->capacity < 1024 ? 1024 : out->capacity * 2;
            out->rows = memory_resize(out->rows, (size_t)out->capacity, sizeof *out->rows);
        }
        out->rows[out->count++] = row;
    }
    gather(out);
    return true;
}

void paired_rows_free(struct paired_rows *rows)
{
    memory_free(rows->rows);
    *rows = (struct paired_rows){0};
}
