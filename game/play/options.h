/* The command line of `warren`. */
#ifndef WARREN_PLAY_OPTIONS_H
#define WARREN_PLAY_OPTIONS_H

#include "base/error.h"
#include "base/text.h"
#include "paint/hint.h"

enum { OPTION_UNSET = -1 };

struct play_options {
    const char *level;   /* a file to open at once, or NULL */
    int replay;          /* plays this solution of it, from 1; 0: none */
    bool exit_when_done; /* status 0 if the level was won, else 1 */
    double speed;        /* times the normal speed; 0: as saved */
    int zoom_px;         /* 0: fit */
    const char *driver;  /* NULL: as saved, else what SDL prefers */
    int path;            /* enum paint_path, or OPTION_UNSET */
    struct hint_values hints;
    int fullscreen;          /* 1, 0 or OPTION_UNSET */
    int width_px, height_px; /* 0: as saved */
    const char *data;        /* the assets folder, or NULL */
    int ui_percent;          /* size of the controls; 0: as saved */
    bool mute;
    bool safe_mode;         /* ignores saved settings */
    int frames;             /* leaves after so many; 0: when the player wants to */
    const char *screenshot; /* a PNG of the last of those frames, or NULL */
};

enum options_outcome { OPTIONS_RUN, OPTIONS_DONE, OPTIONS_WRONG };

/* OPTIONS_DONE: --help or --version was asked for, and the answer, for stdout, is appended. OPTIONS_WRONG:
 * error says why. */
enum options_outcome options_parse(int argc, char **argv, struct play_options *options, struct text *answer,
                                   struct error *error);

#endif
