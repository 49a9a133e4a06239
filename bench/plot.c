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

const char *const plot_colours[] = {"#0a0b01", "#0a0b02", "#0a0b03", "#0a0b04", "#0a0b05", "#0a0b06"};
const int plot_shapes[] = {6, 4, 8, 12, 10, 2};
const char *const plot_shape_words[] = {"&#9675;", "&#9633;", "&#9651;", "&#9671;", "&#9661;", "&#215;"};

void plot_begin(struct text *script, int height_px)
{
    text_format(script,
                "set terminal svg size %d,%d dynamic font 'sans-serif,13' background '#ffffff00' noenhanced\n"
                "set border 3 lc rgb '" PLOT_INK "'\n"
                "set tics nomirror out scale 0.5 textcolor rgb '" PLOT_INK "'\n"
                "set xlabel textcolor rgb '" PLOT_INK "'\n"
                "set ylabel textcolor rgb '" PLOT_INK "'\n"
                "set title textcolor rgb '" PLOT_INK "'\n"
                "set key textcolor rgb '" PLOT_INK "'\n"
                "set grid lc rgb '" PLOT_FAINT "' lw 1 dt 1\n"
                "set key above left horizontal Left reverse samplen 1.5 width -2\n",
                PLOT_WIDTH_PX, height_px);
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

/* Reads "R,G,B)"; returns what stands behind it, NULL: it is something else. */
static const char *read_parts(const char *svg, unsigned long *colour)
{
    *colour = 0;
    for (int i = 0; i < 3; i++) {
        char *end = NULL;
        *colour = *colour << 8 | (strtoul(svg, &end, 10) & 255);
        if (end == svg || *end != ",,)"[i]) {
            return NULL;
        }
        svg = end + 1;
    }
    return svg;
}

/* Reads a colour in one of the two ways in which gnuplot writes them; returns its length, 0: none stands
 * here.
 */
static size_t read_colour(const char *svg, unsigned long *colour)
{
    if (strncmp(svg, "rgb(", 4) == 0) {
        const char *behind = read_parts(svg + 4, colour);
        return behind != NULL ? (size_t)(behind - svg) : 0;
    }
    char *end = NULL;
    *colour = *svg == '#' ? strtoul(svg + 1, &end, 16) : 0;
    return end == svg + 7 ? 7 : 0;
}

static bool is_colour(unsigned long colour, const char *word)
{
    return colour == strtoul(word + 1, NULL, 16);
}

/* Appends the page's colour for the one that stands here; returns the length of what it replaces, 0: nothing.
 */
static size_t add_page_colour(const char *svg, struct text *out)
{
    unsigned long colour;
    size_t length = read_colour(svg, &colour);
    if (length == 0) {
        return 0;
    }
    if (is_colour(colour, PLOT_INK)) {
        text_add(out, "currentColor");
        return length;
    }
    if (is_colour(colour, PLOT_FAINT)) {
        text_add(out, "var(--faint)");
        return length;
    }
    for (int i = 0; i < PLOT_COLOURS; i++) {
        if (is_colour(colour, plot_colours[i])) {
            text_format(out, "var(--series%d)", i + 1);
            return length;
        }
    }
    return 0;
}

/* Copies, with the colours that stand for the page's own replaced, and without what browsers would show in
 * vain: gnuplot's title and its own idea of the colour of text. */
static void add_in_page_colours(const char *svg, struct text *out)
{
    static const char *const LEFT_OUT[] = {"color=\"black\"", "color=\"gray\"", "<title>Gnuplot</title>"};
    while (*svg != '\0') {
        size_t matched = *svg == 'r' || *svg == '#' ? add_page_colour(svg, out) : 0;
        for (size_t i = 0; i < sizeof LEFT_OUT / sizeof LEFT_OUT[0] && matched == 0; i++) {
            size_t length = strlen(LEFT_OUT[i]);
            matched = strncmp(svg, LEFT_OUT[i], length) == 0 ? length : 0;
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
