/* The window: its painter, the settings it was opened with, the hints that can be switched while it runs, and
 * the pace and the times of its frames. Called by the application's loop; screens draw through it. */
#ifndef WARREN_PLAY_DISPLAY_H
#define WARREN_PLAY_DISPLAY_H

#include "frame/laps.h"
#include "frame/pacer.h"
#include "frame/ring.h"
#include "paint/painter.h"
#include "play/canvas.h"

enum { DISPLAY_FRAMES = 240 };

/* What F4 to F7 switch. */
enum display_toggle { TOGGLE_SCALE_QUALITY, TOGGLE_PATH, TOGGLE_DRIVER, TOGGLE_BLEND };

/* The parts of a frame, from one picture on the screen to the next. */
enum display_lap {
    LAP_WAIT,     /* until the frame is due */
    LAP_HEAR,     /* events */
    LAP_LEVEL,    /* the game goes on, and the level or the page is drawn */
    LAP_CONTROLS, /* ghosts, controls, sound */
    LAP_KEEP,     /* what is to be saved is handed over */
    LAP_FINISH,   /* what the renderer put off */
    LAP_HOLD,     /* until the picture is due */
    LAP_PRESENT,
    LAP_COUNT
};

struct display {
    struct painter *painter;
    struct canvas canvas;
    struct paint_settings settings; /* what was asked for; driver points to `driver` */
    char driver[32];
    char said[256];         /* what the last switch came to, for the overlay */
    struct ring work_ms;    /* per frame: from the start of building the scene to the finished picture */
    struct ring between_ms; /* per frame: since the frame before was presented */
    struct pacer pacer;
    struct laps laps;            /* of the frame under way; complete when it has just been presented */
    uint64_t waited_ns, held_ns; /* of LAP_WAIT and LAP_HOLD, what was meant to be waited */
    uint64_t frame_ns;           /* from one picture of the screen to the next */
    uint64_t frame_start_ns;
    uint64_t presented_ns; /* 0: nothing was, or time has passed in which nothing was to be shown */
    int frames;            /* presented */
    int generation;        /* goes up when textures were lost: whoever keeps some makes them anew */
    bool is_vsync;         /* presenting waits for the screen */
    bool has_video;        /* holds SDL's video, whatever becomes of the window */
    bool shows_redrawn;
    bool wants_screenshot; /* of the next frame, by the player */
};

/* settings->driver may be NULL: the first of opengl, opengles2, software that opens. */
bool display_open(struct display *display, const struct paint_settings *settings, struct error *error);
void display_close(struct display *display);

/* Pixels of the output. */
void display_size(const struct display *display, int *width_px, int *height_px);

/* Goes on to the next value (direction 1) or to the one before (-1). When that cannot be put in force, the
 * old one stays; `said` tells which. The window may be a new one afterwards. */
void display_toggle(struct display *display, enum display_toggle toggle, int direction);

/* Another driver at once; false, and the old one stays, if it does not open. */
bool display_use_driver(struct display *display, const char *driver);

/* Textures were lost: those of the canvas are made anew. */
void display_renew(struct display *display);

void display_tint(struct display *display); /* tints what is redrawn, or no longer */

/* Between a window and the whole desktop; returns whether it is the latter now. */
bool display_fullscreen(struct display *display);

/* How many pixels of the output there are to a unit of the window, in which the mouse is measured. */
double display_pixels_per_unit(const struct display *display);

/* Pixels to a point of the controls. percent: as the player has it; 100 is a pixel of a common screen, more
 * on a finer or a larger one, and never so much that a screen's controls do not fit. */
double display_ui_scale(const struct display *display, int percent);

/* A frame: wait until it is due, hear events, begin, scene, canvas, present. What the player did while it
 * waited is in the picture that comes next. */
void display_wait(struct display *display);
void display_begin(struct display *display);
void display_present(struct display *display);

/* Asks the system to let the thread that calls, which is to show the frames, come before other work. Whoever
 * started the program with less haste than usual gets that, and a system that refuses changes nothing. For
 * programs: threads that are begun afterwards may inherit it. */
void display_put_first(void);

/* There was rest instead of frames, while nothing moved: a frame begins now, and none was late. */
void display_rest(struct display *display);

/* One line: everything that is in force, as read back. */
void display_in_force(const struct display *display, char *text, size_t size);

#endif
