/* Exports are read again by what reads such files: judge for MangoHud's form, a JSON reader and the rules of
 * the trace format, Google Benchmark's own compare.py where it is installed. */
#include "base/file.h"
#include "bench/csv.h"
#include "bench/export.h"
#include "bench/unpaired_log.h"
#include "support/test.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char folder[] = P_tmpdir "/warren-export-XXXXXX";
static char log_path[96];
static struct error error;

static int make_log(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return 1;
    }
    snprintf(log_path, sizeof log_path, "%s/frames.csv", folder);
    FILE *file = fopen(log_path, "w");
    fputs("# "
          "warren-bench\ncomparison,frame,quad,block,slot,arm,setting,measured,zoom_px,t_start_ns,total_ns,"
          "build_ns,"
          "submit_ns,finish_ns,present_ns,thread_cpu_ns,nivcsw,minflt,draws,items\n",
          file);
    long long now_ns = 0;
    for (int comparison = 1; comparison <= 2; comparison++) {
        for (int i = 0; i < 4 * 4 * 3; i++) {
            int block = i / 3 % 4;
            bool is_a = block == 0 || block == 3;
            int ms = comparison * (is_a ? 2 : 3);
            fprintf(
                file,
                "%d,%d,%d,%d,%d,%c,%s,%d,64,%lld,%d000000,100000,200000,%d600000,100000,%d000000,0,0,1,1\n",
                comparison, i, i / 12, block, i % 3, is_a ? 'A' : 'B', is_a ? "near\"est" : "linear",
                i % 3 > 0, now_ns, ms, ms - 1, ms);
            now_ns += ms * 1000000LL;
        }
    }
    return fclose(file);
}

static int drop_log(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static void path_of(const char *name, char *out, size_t room)
{
    snprintf(out, room, "%s/%s", folder, name);
}

static cJSON *read_json(const char *name)
{
    char path[128];
    struct text text = {0};
    path_of(name, path, sizeof path);
    assert_true(file_read(path, 1 << 20, &text, &error));
    cJSON *json = cJSON_Parse(text.bytes);
    text_free(&text);
    assert_non_null(json);
    return json;
}

static void mangohud_log_is_read_by_judge(void **state)
{
    (void)state;
    assert_true(export_run(log_path, 2, folder, &error));
    static const char *const NAMES[] = {"mangohud-a.csv", "mangohud-b.csv"};
    for (int arm = 0; arm < 2; arm++) {
        char path[128];
        struct csv csv;
        struct unpaired_log log;
        path_of(NAMES[arm], path, sizeof path);
        assert_true(csv_open(&csv, path, &error));
        assert_true(unpaired_log_read(&csv, &log, &error));
        assert_string_equal(log.kind, "MangoHud");
        assert_int_equal(log.count, 4 * 2 * 2);
        assert_true(fabs(log.values[0] * log.to_ms - 2 * (2 + arm)) < 1e-9);
        unpaired_log_free(&log);
        csv_close(&csv);
    }
}

static void trace_has_every_frame_with_its_phases_inside(void **state)
{
    (void)state;
    assert_true(export_run(log_path, 1, folder, &error));
    cJSON *json = read_json("trace.json");
    const cJSON *event;
    int frames = 0;
    double frame_start = 0;
    double frame_end = 0;
    cJSON_ArrayForEach(event, cJSON_GetObjectItem(json, "traceEvents"))
    {
        const char *kind = cJSON_GetObjectItem(event, "ph")->valuestring;
        const char *name = cJSON_GetObjectItem(event, "name")->valuestring;
        assert_true(cJSON_IsNumber(cJSON_GetObjectItem(event, "pid")));
        assert_true(cJSON_IsNumber(cJSON_GetObjectItem(event, "tid")));
        if (strcmp(kind, "M") == 0) {
            continue;
        }
        assert_string_equal(kind, "X");
        double start = cJSON_GetObjectItem(event, "ts")->valuedouble;
        double end = start + cJSON_GetObjectItem(event, "dur")->valuedouble;
        if (strstr(name, "frame") != NULL) {
            frames++;
            frame_start = start;
            frame_end = end;
        } else {
            assert_true(start >= frame_start - 1e-3 && end <= frame_end + 1e-3);
        }
    }
    assert_int_equal(frames, 48);
    cJSON_Delete(json);
}

static void benchmark_json_has_a_repetition_for_each_block(void **state)
{
    (void)state;
    assert_true(export_run(log_path, 1, folder, &error));
    cJSON *json = read_json("benchmark-b.json");
    const cJSON *list = cJSON_GetObjectItem(json, "benchmarks");
    assert_true(cJSON_IsObject(cJSON_GetObjectItem(json, "context")));
    assert_int_equal(cJSON_GetArraySize(list), 8);
    const cJSON *item = cJSON_GetArrayItem(list, 3);
    assert_true(cJSON_GetObjectItem(item, "real_time")->valuedouble == 3);
    assert_int_equal(cJSON_GetObjectItem(item, "repetitions")->valueint, 8);
    assert_string_equal(cJSON_GetObjectItem(item, "run_type")->valuestring, "iteration");
    cJSON_Delete(json);
}

static void benchmark_json_is_read_by_its_own_compare(void **state)
{
    (void)state;
    static const char COMPARE[] = "/usr/share/benchmark/compare.py";
    if (access(COMPARE, R_OK) != 0 || system("python3 -c 'import numpy, scipy' 2>/dev/null") != 0) {
        print_message("compare.py of Google Benchmark is not there, or not what it needs\n");
        skip();
    }
    char command[512];
    assert_true(export_run(log_path, 1, folder, &error));
    snprintf(command, sizeof command,
             "python3 %s benchmarks %s/benchmark-a.json %s/benchmark-b.json > %s/out 2>&1", COMPARE, folder,
             folder, folder);
    assert_int_equal(system(command), 0);
    char path[128];
    struct text said = {0};
    path_of("out", path, sizeof path);
    assert_true(file_read(path, 1 << 20, &said, &error));
    /* It found the eight repetitions of each and put them side by side: 3 ms for 2 ms is half as much again.
     */
    assert_non_null(strstr(said.bytes, "+0.5000"));
    assert_non_null(strstr(said.bytes, "frame_pvalue"));
    text_free(&said);
}

static void what_is_not_there_is_an_error(void **state)
{
    (void)state;
    assert_false(export_run(log_path, 9, folder, &error));
    assert_string_equal(error.kind, "no-frames");
    assert_int_equal(error.status, STATUS_BAD);
    assert_false(export_run("no-such.csv", 1, folder, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
    assert_false(export_run(log_path, 1, log_path, &error));
    assert_int_equal(error.status, STATUS_ENVIRONMENT);
}

/* As when whoever wrote it was killed: the rows before it are worth something. */
static void row_that_was_cut_off_is_left_out(void **state)
{
    (void)state;
    FILE *file = fopen(log_path, "a");
    assert_non_null(file);
    fputs("2,48,4,0,0,A,nea", file);
    assert_int_equal(fclose(file), 0);
    assert_true(export_run(log_path, 2, folder, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mangohud_log_is_read_by_judge),
        cmocka_unit_test(trace_has_every_frame_with_its_phases_inside),
        cmocka_unit_test(benchmark_json_has_a_repetition_for_each_block),
        cmocka_unit_test(benchmark_json_is_read_by_its_own_compare),
        cmocka_unit_test(what_is_not_there_is_an_error),
        cmocka_unit_test(row_that_was_cut_off_is_left_out),
    };
    return cmocka_run_group_tests(tests, make_log, drop_log);
}
