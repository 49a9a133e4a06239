#include "bench/export_forms.h"

#include "base/memory.h"
#include "bench/json_text.h"
#include "frame/trial.h"

#include <cjson/cJSON.h>

void export_add(struct export_frames *frames, const struct export_row *row)
{
    if (frames->count == frames->capacity) {
        frames->capacity = frames->capacity < 256 ? 256 : frames->capacity * 2;
        frames->rows = memory_resize(frames->rows, (size_t)frames->capacity, sizeof *frames->rows);
    }
    frames->rows[frames->count++] = *row;
}

void export_free(struct export_frames *frames)
{
    memory_free(frames->rows);
    *frames = (struct export_frames){0};
}

void export_mangohud(const struct export_frames *frames, int arm, struct text *out)
{
    text_add(out, "os,cpu,gpu,ram,kernel,driver,cpuscheduler\n,,,,,,\n");
    text_add(out, "fps,frametime,cpu_load,cpu_power,gpu_load,cpu_temp,gpu_temp,gpu_core_clock,gpu_mem_clock,"
                  "gpu_vram_used,gpu_power,ram_used,swap_used,process_rss,cpu_mhz,elapsed\n");
    double start_ns = frames->count > 0 ? frames->rows[0].numbers[EXPORT_START] : 0;
    for (int i = 0; i < frames->count; i++) {
        const struct export_row *row = &frames->rows[i];
        double ns = row->numbers[EXPORT_TOTAL];
        if (row->arm == arm && row->is_measured && ns > 0) {
            text_format(out, "%.3f,%.6f,0,0,0,0,0,0,0,0,0,0,0,0,0,%.0f\n", 1e9 / ns, ns / 1e6,
                        row->numbers[EXPORT_START] - start_ns + ns);
        }
    }
}

static void add_event(struct text *out, const char *name, int arm, double start_ns, double ns)
{
    text_format(
        out,
        ",\n{\"name\":\"%s\",\"cat\":\"frame\",\"ph\":\"X\",\"pid\":1,\"tid\":%d,\"ts\":%.3f,\"dur\":%.3f}",
        name, arm + 1, start_ns / 1e3, ns / 1e3);
}

/* A JSON string with its quotes. */
static void add_string(struct text *out, const char *raw)
{
    cJSON *string = cJSON_CreateString(raw);
    json_text_add_value(out, string);
    cJSON_Delete(string);
}

static void add_thread_name(struct text *out, int arm, const char *setting)
{
    text_format(out,
                "{\"name\":\"thread_name\",\"ph\":\"M\",\"pid\":1,\"tid\":%d,\"args\":{\"name\":", arm + 1);
    add_string(out, setting);
    text_add(out, "}}");
}

void export_trace(const struct export_frames *frames, struct text *out)
{
    static const struct {
        const char *name;
        enum export_column column;
    } PHASES[] = {{"build", EXPORT_BUILD},
                  {"submit", EXPORT_SUBMIT},
                  {"finish", EXPORT_FINISH},
                  {"present", EXPORT_PRESENT}};
    text_add(out, "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
    add_thread_name(out, 0, frames->settings[0]);
    text_add(out, ",\n");
    add_thread_name(out, 1, frames->settings[1]);
    for (int i = 0; i < frames->count; i++) {
        const struct export_row *row = &frames->rows[i];
        double at_ns = row->numbers[EXPORT_START];
        add_event(out, row->is_measured ? "frame" : "discarded frame", row->arm, at_ns,
                  row->numbers[EXPORT_TOTAL]);
        for (size_t k = 0; k < sizeof PHASES / sizeof PHASES[0]; k++) {
            double ns = row->numbers[PHASES[k].column];
            /* Readers compute ends in floating point: a nanosecond less keeps a phase from reaching into the
             * next one, or out of its frame. */
            add_event(out, PHASES[k].name, row->arm, at_ns, ns > 1 ? ns - 1 : 0);
            at_ns += ns;
        }
    }
    text_add(out, "\n]}\n");
}

static void add_repetition(cJSON *list, int index, double real_ms, double cpu_ms)
{
    cJSON *item = cJSON_CreateObject();
    cJSON_AddStringToObject(item, "name", "frame");
    cJSON_AddNumberToObject(item, "family_index", 0);
    cJSON_AddNumberToObject(item, "per_family_instance_index", 0);
    cJSON_AddStringToObject(item, "run_name", "frame");
    cJSON_AddStringToObject(item, "run_type", "iteration");
    cJSON_AddNumberToObject(item, "repetitions", 0);
    cJSON_AddNumberToObject(item, "repetition_index", index);
    cJSON_AddNumberToObject(item, "threads", 1);
    cJSON_AddNumberToObject(item, "iterations", 1);
    cJSON_AddNumberToObject(item, "real_time", real_ms);
    cJSON_AddNumberToObject(item, "cpu_time", cpu_ms);
    cJSON_AddStringToObject(item, "time_unit", "ms");
    cJSON_AddItemToArray(list, item);
}

/* Goes from block to block; returns how many there were. */
static int add_blocks(const struct export_frames *frames, int arm, cJSON *list)
{
    double *real_ms = memory_get_array((size_t)frames->count + 1, sizeof *real_ms);
    double *cpu_ms = memory_get_array((size_t)frames->count + 1, sizeof *cpu_ms);
    int blocks = 0;
    for (int i = 0; i < frames->count;) {
        const struct export_row *first = &frames->rows[i];
        int count = 0;
        for (; i < frames->count && frames->rows[i].numbers[EXPORT_QUAD] == first->numbers[EXPORT_QUAD] &&
               frames->rows[i].numbers[EXPORT_BLOCK] == first->numbers[EXPORT_BLOCK];
             i++) {
            if (frames->rows[i].is_measured && frames->rows[i].arm == arm) {
                real_ms[count] = frames->rows[i].numbers[EXPORT_TOTAL] / 1e6;
                cpu_ms[count++] = frames->rows[i].numbers[EXPORT_CPU] / 1e6;
            }
        }
        if (count > 0) {
            add_repetition(list, blocks++, trial_block_value(real_ms, count),
                           trial_block_value(cpu_ms, count));
        }
    }
    memory_free(real_ms);
    memory_free(cpu_ms);
    return blocks;
}

void export_benchmark(const struct export_frames *frames, int arm, struct text *out)
{
    cJSON *json = cJSON_CreateObject();
    cJSON *context = cJSON_AddObjectToObject(json, "context");
    cJSON_AddStringToObject(context, "executable", "warren-bench");
    cJSON_AddStringToObject(context, "setting", frames->settings[arm]);
    cJSON_AddStringToObject(context, "library_build_type", "release");
    cJSON *list = cJSON_AddArrayToObject(json, "benchmarks");
    int blocks = add_blocks(frames, arm, list);
    cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        cJSON_SetNumberValue(cJSON_GetObjectItemCaseSensitive(item, "repetitions"), blocks);
    }
    json_text_add(out, json);
    cJSON_Delete(json);
}
