#include "bench/export.h"

#include "base/file.h"
#include "bench/csv.h"
#include "bench/export_forms.h"
#include "bench/output.h"

#include <stdio.h>
#include <string.h>

static const char *const COLUMNS[EXPORT_COLUMNS] = {"t_start_ns",    "total_ns",  "build_ns",
                                                    "submit_ns",     "finish_ns", "present_ns",
                                                    "thread_cpu_ns", "quad",      "block"};

/* Where the columns are in this log. */
struct places {
    int comparison, arm, setting, measured;
    int numbers[EXPORT_COLUMNS];
};

static bool find_places(const struct csv *csv, struct places *out)
{
    *out = (struct places){.comparison = csv_find(csv, "comparison"),
                           .arm = csv_find(csv, "arm"),
                           .setting = csv_find(csv, "setting"),
                           .measured = csv_find(csv, "measured")};
    bool is_good = out->comparison >= 0 && out->arm >= 0 && out->setting >= 0 && out->measured >= 0;
    for (int i = 0; i < EXPORT_COLUMNS; i++) {
        out->numbers[i] = csv_find(csv, COLUMNS[i]);
        is_good = is_good && out->numbers[i] >= 0;
    }
    return is_good;
}

static bool read_row(struct csv *csv, const struct places *places, int comparison,
                     struct export_frames *frames, struct error *error)
{
    double number;
    double measured;
    struct export_row row;
    if (!csv_number(csv, places->comparison, &number, error) ||
        !csv_number(csv, places->measured, &measured, error)) {
        return false;
    }
    if (number < comparison || number > comparison) {
        return true;
    }
    const char *arm = csv_word(csv, places->arm, error);
    const char *setting = arm != NULL ? csv_word(csv, places->setting, error) : NULL;
    if (setting == NULL) {
        return false;
    }
    row.arm = strcmp(arm, "B") == 0;
    row.is_measured = measured > 0;
    for (int i = 0; i < EXPORT_COLUMNS; i++) {
        if (!csv_number(csv, places->numbers[i], &row.numbers[i], error)) {
            return false;
        }
    }
    snprintf(frames->settings[row.arm], sizeof frames->settings[row.arm], "%s", setting);
    export_add(frames, &row);
    return true;
}

static bool read_frames(const char *path, int comparison, struct export_frames *frames, struct error *error)
{
    struct csv csv;
    struct places places = {0};
    if (!csv_open(&csv, path, error)) {
        return false;
    }
    bool is_good = true;
    if (!csv_next(&csv) || !find_places(&csv, &places)) {
        is_good = error_set(error, STATUS_BAD, "columns", "this is no frames.csv of warren-bench");
        error_at(error, path, csv.line, 1);
    }
    int header_fields = csv.field_count;
    while (is_good && csv_next(&csv) && !csv_is_cut_off(&csv, header_fields)) {
        is_good = read_row(&csv, &places, comparison, frames, error);
    }
    if (is_good && frames->count == 0) {
        is_good =
            error_set(error, STATUS_BAD, "no-frames", "there is no comparison %d in this log", comparison);
        error_at(error, path, 0, 0);
    }
    csv_close(&csv);
    return is_good;
}

static bool write_form(const char *folder, const char *name, const struct text *form, struct error *error)
{
    struct text path = {0};
    output_path(folder, name, &path);
    bool is_good = file_write(path.bytes, form->bytes, form->length, error);
    text_free(&path);
    return is_good;
}

static bool write_arm(const struct export_frames *frames, int arm, const char *folder, struct error *error)
{
    struct text form = {0};
    export_mangohud(frames, arm, &form);
    bool is_good = write_form(folder, arm == 0 ? "mangohud-a.csv" : "mangohud-b.csv", &form, error);
    text_clear(&form);
    export_benchmark(frames, arm, &form);
    is_good = is_good && write_form(folder, arm == 0 ? "benchmark-a.json" : "benchmark-b.json", &form, error);
    text_free(&form);
    return is_good;
}

bool export_run(const char *log_path, int comparison, const char *folder, struct error *error)
{
    struct export_frames frames = {0};
    struct text trace = {0};
    bool is_good = read_frames(log_path, comparison, &frames, error) && output_make_folder(folder, error);
    if (is_good) {
        export_trace(&frames, &trace);
        is_good = write_form(folder, "trace.json", &trace, error) && write_arm(&frames, 0, folder, error) &&
                  write_arm(&frames, 1, folder, error);
    }
    text_free(&trace);
    export_free(&frames);
    return is_good;
}
