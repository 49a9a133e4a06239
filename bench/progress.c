#include "bench/progress.h"

#include "bench/words.h"
#include "frame/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { BAR_CELLS = 24, COLUMNS_DEFAULT = 100 };

void progress_start(struct progress *progress, int total, double limit_s)
{
    *progress = (struct progress){.total = total, .start_ns = clock_ns(), .limit_s = limit_s};
    const char *kind = getenv("TERM");
    progress->is_terminal = isatty(STDERR_FILENO) == 1 && kind != NULL && strcmp(kind, "dumb") != 0;
    struct winsize size = {0};
    bool is_known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    progress->columns = is_known ? size.ws_col : COLUMNS_DEFAULT;
}

static double elapsed_s(const struct progress *progress)
{
    return (double)(clock_ns() - progress->start_ns) / 1e9;
}

double progress_left_s(const struct progress *progress, double elapsed)
{
    if (progress->done == 0) {
        return -1;
    }
    double left = elapsed / progress->done * (progress->total - progress->done);
    if (progress->limit_s > 0 && elapsed + left > progress->limit_s) {
        left = progress->limit_s - elapsed;
    }
    return left > 0 ? left : 0;
}

void progress_bar(const struct progress *progress, const char *what, double elapsed, struct text *out)
{
    char left[WORDS_MAX] = "";
    double left_s = progress_left_s(progress, elapsed);
    if (left_s >= 0) {
        words_seconds(left_s, left);
        strncat(left, " left", sizeof left - strlen(left) - 1);
    }
    int full = progress->total > 0 ? BAR_CELLS * progress->done / progress->total : 0;
    size_t start = out->length;
    text_add_char(out, '[');
    text_add_repeated(out, '#', (size_t)full);
    text_add_repeated(out, '.', (size_t)(BAR_CELLS - full));
    text_format(out, "] %d/%d %s  %s", progress->done, progress->total, left, what);
    size_t room = (size_t)progress->columns - 1;
    if (out->length - start > room) {
        out->length = start + room;
        out->bytes[out->length] = '\0';
    }
}

static void draw_bar(const struct progress *progress, const char *what)
{
    struct text bar = {0};
    progress_bar(progress, what, elapsed_s(progress), &bar);
    fprintf(stderr, "\r\033[K%s", bar.bytes);
    fflush(stderr);
    text_free(&bar);
}

void progress_begin(const struct progress *progress, const char *what)
{
    if (progress->is_terminal) {
        draw_bar(progress, what);
    }
}

void progress_done(struct progress *progress, const char *what, const char *outcome)
{
    progress->done++;
    if (progress->is_terminal) {
        draw_bar(progress, what);
        return;
    }
    char left[WORDS_MAX];
    words_seconds(progress_left_s(progress, elapsed_s(progress)), left);
    fprintf(stderr, "%d/%d  %s  %s  (%s left)\n", progress->done, progress->total, what, outcome, left);
}

void progress_more(struct progress *progress)
{
    progress->total++;
}

void progress_end(const struct progress *progress)
{
    if (progress->is_terminal) {
        fprintf(stderr, "\r\033[K");
        fflush(stderr);
    }
}
