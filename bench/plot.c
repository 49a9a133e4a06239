#include "bench/plot.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

const char *const plot_colours[] = {"#3b82f6", "#e8710a", "#1a9e5c", "#a855d4", "#d0417e", "#8a8f98"};

void plot_begin(struct text *script, int width_px, int height_px)
{
    text_format(script,
                "set terminal svg size %d,%d dynamic font 'sans-serif,13' background '#ffffff00' noenhanced\n"
                "set border 3 lc rgb '" PLOT_INK "'\n"
                "set tics nomirror out scale 0.5 textcolor rgb '" PLOT_INK "'\n"
                "set xlabel textcolor rgb '" PLOT_INK "'\n"
                "set ylabel textcolor rgb '" PLOT_INK "'\n"
                "set title textcolor rgb '" PLOT_INK "'\n"
                "set key textcolor rgb '" PLOT_INK "'\n"
                "set grid lc rgb '" PLOT_FAINT "' lw 1 dt 1\n",
                width_px, height_px);
}

void plot_quote(struct text *script, const char *raw)
{
    text_add_char(script, '\'');
    for (; *raw != '\0'; raw++) {
        if (*raw == '\'') {
            text_add_char(script, '\'');
        }
        text_add_char(script, (unsigned char)*raw < ' ' ? ' ' : *raw);
    }
    text_add_char(script, '\'');
}

/* Runs gnuplot with the files as stdin and stdout; true when it liked the script. */
static bool run(FILE *in, FILE *out)
{
    posix_spawn_file_actions_t actions;
    char name[] = "gnuplot";
    char *arguments[] = {name, NULL};
    pid_t child;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(in), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(out), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int failure = posix_spawnp(&child, name, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        return false;
    }
    int state = 1;
    while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

static void read_back(FILE *file, struct text *out)
{
    char chunk[4096];
    rewind(file);
    for (size_t got = fread(chunk, 1, sizeof chunk, file); got > 0;
         got = fread(chunk, 1, sizeof chunk, file)) {
        text_add_bytes(out, chunk, got);
    }
}

/* Copies, with the two colours that stand for the page's own replaced, each in the three ways in which
 * gnuplot writes it, and without its title, which browsers would show as a hint. */
static void add_in_page_colours(const char *svg, struct text *out)
{
    static const struct {
        const char *from, *to;
    } COLOURS[] = {
        {PLOT_INK, "currentColor"},
        {PLOT_FAINT, "var(--faint)"},
        {"rgb(  1,   2,   3)", "currentColor"},
        {"rgb(  4,   5,   6)", "var(--faint)"},
        {"rgb(1,2,3)", "currentColor"},
        {"rgb(4,5,6)", "var(--faint)"},
        {"color=\"black\"", ""},
        {"color=\"gray\"", ""},
        {"<title>Gnuplot</title>", ""},
    };
    while (*svg != '\0') {
        size_t matched = 0;
        for (size_t i = 0; i < sizeof COLOURS / sizeof COLOURS[0] && matched == 0; i++) {
            size_t length = strlen(COLOURS[i].from);
            if (strncmp(svg, COLOURS[i].from, length) == 0) {
                text_add(out, COLOURS[i].to);
                matched = length;
            }
        }
        if (matched == 0) {
            text_add_char(out, *svg);
            matched = 1;
        }
        svg += matched;
    }
}

bool plot_run(const struct text *script, struct text *out)
{
    FILE *in = tmpfile();
    FILE *result = tmpfile();
    struct text svg = {0};
    bool is_good = in != NULL && result != NULL &&
                   fwrite(script->bytes, 1, script->length, in) == script->length && fflush(in) == 0 &&
                   fseek(in, 0, SEEK_SET) == 0 && run(in, result);
    if (is_good) {
        read_back(result, &svg);
        const char *start = svg.length > 0 ? strstr(svg.bytes, "<svg") : NULL;
        is_good = start != NULL;
        if (is_good) {
            add_in_page_colours(start, out);
        }
    }
    text_free(&svg);
    if (in != NULL) {
        fclose(in);
    }
    if (result != NULL) {
        fclose(result);
    }
    return is_good;
}
