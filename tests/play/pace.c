/* Measures how steadily the game runs on this machine, on the display that there is: lateness of frames while
 * a level is played, the time from a key to the picture that shows what it did, and what every screen costs
 * while nothing moves. Not a test of the suite, because other work on the machine falsifies it. Started by
 * tests/pace.
 *
 *   pace [SECONDS [DRIVER [PATH]]]     60 s, and what the game would choose, unless told otherwise
 *
 * Ends with 0 when all goals are reached, 1 when not, 3 when nothing could be measured. */
#include "pace.h"

#include "paint/assets.h"

#include <stdio.h>
#include <stdlib.h>

enum { SECONDS_MIN = 5, SECONDS_MAX = 600, WIDTH_PX = 1280, HEIGHT_PX = 720 };

void pace_judge(struct pace *pace, double value, double goal)
{
    printf("   goal: at most %g  %s\n", goal, value <= goal ? "reached" : "MISSED");
    pace->is_reached = pace->is_reached && value <= goal;
}

bool pace_interrupted(struct error *error)
{
    return error_set(error, STATUS_ENVIRONMENT, "interrupted", "the game was ended before all was measured");
}

bool pace_open(struct pace *pace, struct error *error)
{
    if (!app_open(&pace->app, &pace->options, pace->assets, error)) {
        return false;
    }
    struct text file = {0};
    text_format(&file, "%s/levels/tutorial/13_Everybody-home.rel", pace->assets);
    bool good = app_open_level(&pace->app, file.bytes, error) && session_watch(&pace->app.session, 1, error);
    text_free(&file);
    if (!good) {
        app_close(&pace->app);
    }
    display_put_first();
    return good;
}

void pace_close(struct pace *pace)
{
    app_close(&pace->app);
}

static bool take_arguments(int argc, char **argv, struct pace *pace)
{
    enum paint_path path = PATH_COPY;
    pace->seconds = argc > 1 ? strtod(argv[1], NULL) : 60;
    pace->options = (struct play_options){.path = OPTION_UNSET,
                                          .fullscreen = OPTION_UNSET,
                                          .width_px = WIDTH_PX,
                                          .height_px = HEIGHT_PX,
                                          .driver = argc > 2 ? argv[2] : NULL,
                                          .safe_mode = true};
    if (argc > 3 && paint_path_from_name(argv[3], &path)) {
        pace->options.path = (int)path;
    }
    return argc <= 4 && pace->seconds >= SECONDS_MIN && pace->seconds <= SECONDS_MAX &&
           (argc <= 3 || pace->options.path != OPTION_UNSET);
}

int main(int argc, char **argv)
{
    static struct pace pace = {.is_reached = true};
    struct text assets = {0};
    struct error error = {0};
    if (!take_arguments(argc, argv, &pace)) {
        fprintf(stderr, "usage: pace [SECONDS [DRIVER [PATH]]], %d to %d seconds\n", SECONDS_MIN,
                SECONDS_MAX);
        return STATUS_USAGE;
    }
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    bool good = assets_find("assets", &assets, &error);
    pace.assets = assets.bytes;
    good = good && pace_frames(&pace, &error) && pace_keys(&pace, &error) && pace_idle(&pace, &error);
    text_free(&assets);
    if (!good) {
        error_print(&error, stderr);
        return STATUS_ENVIRONMENT;
    }
    printf("\n%s\n", pace.is_reached ? "All goals are reached." : "Not all goals are reached.");
    return pace.is_reached ? STATUS_GOOD : STATUS_BAD;
}
