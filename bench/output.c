#include "bench/output.h"

#include "base/file.h"
#include "bench/result_json.h"
#include "frame/clock.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(const char *path, const char *what, struct error *error)
{
    error_set(error, STATUS_ENVIRONMENT, "output", "%s: %s", what, strerror(errno));
    error_at(error, path, 0, 0);
    return false;
}

void output_path(const char *folder, const char *name, struct text *out)
{
    text_clear(out);
    text_format(out, "%s/%s", folder, name);
}

static bool make_one(const char *path, struct error *error)
{
    struct stat facts;
    if (mkdir(path, 0777) == 0) {
        return true;
    }
    if (errno == EEXIST && stat(path, &facts) == 0) {
        if (S_ISDIR(facts.st_mode)) {
            return true;
        }
        errno = ENOTDIR;
    }
    return fail(path, "the folder cannot be made", error);
}

bool output_make_folder(const char *folder, struct error *error)
{
    struct text path = {0};
    text_add(&path, folder);
    bool is_good = true;
    for (char *slash = strchr(path.bytes + 1, '/'); slash != NULL && is_good;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        is_good = make_one(path.bytes, error);
        *slash = '/';
    }
    is_good = is_good && make_one(folder, error);
    text_free(&path);
    return is_good;
}

bool output_open(struct output *output, const char *folder, uint64_t seed, struct error *error)
{
    *output = (struct output){.folder = folder, .first_ns = clock_ns()};
    struct text path = {0};
    output_path(folder, "pictures", &path);
    bool is_good = output_make_folder(folder, error) && make_one(path.bytes, error);
    if (is_good) {
        output_path(folder, "frames.csv", &path);
        output->frames = fopen(path.bytes, "w");
        is_good = output->frames != NULL && frame_log_write_header(output->frames, seed) &&
                  fflush(output->frames) == 0;
        if (!is_good) {
            fail(path.bytes, "cannot write", error);
        }
    }
    if (!is_good && output->frames != NULL) {
        fclose(output->frames);
        output->frames = NULL;
    }
    text_free(&path);
    return is_good;
}

/* What was written before stays; the rest is taken back, so that no comparison is there in part and a full
 * disk has room for the summary again. */
static void take_back(struct output *output, const char *path, off_t size)
{
    fclose(output->frames);
    output->frames = NULL;
    if (size < 0 || truncate(path, size) != 0) {
        /* The cut-off rows stay: those who read them can bear it. */
        return;
    }
}

bool output_add_frames(struct output *output, struct frame_log *log, const struct comparison *comparison,
                       struct error *error)
{
    off_t size = ftello(output->frames);
    if (frame_log_write(log, comparison, output->first_ns, output->frames)) {
        return true;
    }
    struct text path = {0};
    output_path(output->folder, "frames.csv", &path);
    fail(path.bytes, "cannot write", error);
    take_back(output, path.bytes, size);
    text_free(&path);
    return false;
}

static void add_lines(const struct result *result, struct text *out)
{
    bool has_levels = false;
    text_add(out, "");
    for (int i = 0; i < result->comparison_count; i++) {
        has_levels = has_levels || strcmp(result->comparisons[i].level, result->comparisons[0].level) != 0;
    }
    for (int i = 0; i < result->comparison_count; i++) {
        comparison_line(&result->comparisons[i], result->margin, has_levels, out);
        text_add_char(out, '\n');
    }
}

bool output_write(const struct output *output, const struct result *result, struct error *error)
{
    struct text path = {0};
    struct text text = {0};
    result_json_write(result, &text);
    output_path(output->folder, "summary.json", &path);
    bool is_good = file_write(path.bytes, text.bytes, text.length, error);
    text_clear(&text);
    add_lines(result, &text);
    output_path(output->folder, "verdicts.log", &path);
    is_good = is_good && file_write(path.bytes, text.bytes, text.length, error);
    text_free(&text);
    text_free(&path);
    return is_good;
}

bool output_print(const struct result *result, struct error *error)
{
    struct text lines = {0};
    add_lines(result, &lines);
    bool is_good = fwrite(lines.bytes, 1, lines.length, stdout) == lines.length;
    is_good = fflush(stdout) == 0 && is_good;
    text_free(&lines);
    return is_good || error_set(error, STATUS_ENVIRONMENT, "output",
                                "verdicts cannot be printed (closed pipe?); all of them are in the folder");
}

bool output_close(struct output *output, struct error *error)
{
    bool is_good = output->frames == NULL || fclose(output->frames) == 0;
    output->frames = NULL;
    return is_good || fail("frames.csv", "cannot write", error);
}
