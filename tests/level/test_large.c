/* A level of 4096 x 4096 cells: at most 16 bytes of memory a cell in all, and less than a second. Only the
 * plain build can tell: sanitizers take memory and time of their own. */
#include "base/file.h"
#include "support/parsed_level.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIDE = 4096, PIECE = 64, BYTES_PER_CELL = 16, MILLISECONDS = 1000 };

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_PLAIN 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_PLAIN 0
#endif
#endif
#ifndef IS_PLAIN
#define IS_PLAIN 1
#endif
#if defined(__OPTIMIZE__)
#define IS_FAST 1
#else
#define IS_FAST 0
#endif

/* Ground with caves, slopes, bridges, lakes, and half as many rabbits as a level may have. */
static void generate(struct text *out)
{
    static const char pieces[8][PIECE + 1] = {
        "################################################################",
        "########M####M#####/      \\############/     \\##################",
        "                                                                ",
        "  ((          ))                                          /\\    ",
        "#####    ##   ##########  ###nnnnnn#############NNNNNNNNNNNN####",
        "                                                      j         ",
        "/  \\ /  \\ /  \\ /  \\ /  \\ /  \\ /  \\ /  \\ /  \\ /  \\ /  \\ /  \\     ",
        "MMMMMMMMMMMMMMMM                MMMMMMMMMMMMMMMM                ",
    };
    unsigned number = 1;
    text_add(out, ":name=Large\n:num_rabbits=0\n");
    for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x += PIECE) {
            number = number * 1103515245u + 12345u;
            text_add(out, pieces[number >> 16 & 7]);
        }
        text_add_char(out, '\n');
    }
}

/* Loads the level in a process of its own, so that nothing else counts: stores the memory that it took and
 * the processor time. */
static void measure(const char *path, long *kib, long *milliseconds)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct error error;
        struct level *level = level_load(path, &error);
        _exit(level == NULL ? 1 : 0);
    }
    int status;
    struct rusage usage;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &usage), 0);
    *kib = usage.ru_maxrss;
    *milliseconds = (long)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                    (long)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static void a_level_of_4096_by_4096_cells_is_cheap(void **state)
{
    if (!IS_PLAIN) {
        print_message("not measured: this is built with sanitizers\n");
        skip();
    }
    struct text path = {0};
    struct text text = {0};
    struct error error;
    scratch_path(state, "large.rel", &path);
    generate(&text);
    assert_true(file_write(path.bytes, text.bytes, text.length, &error));
    text_free(&text);
    long kib;
    long milliseconds;
    measure(path.bytes, &kib, &milliseconds);
    print_message("%ld KiB, %ld ms of processor time\n", kib, milliseconds);
    assert_true(kib <= (long)BYTES_PER_CELL * SIDE * SIDE / 1024);
    if (IS_FAST) {
        assert_true(milliseconds < MILLISECONDS);
    }
    text_free(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_level_of_4096_by_4096_cells_is_cheap, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
