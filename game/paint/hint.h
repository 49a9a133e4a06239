/* Every setting of SDL 2 that changes what a 2D frame costs or how it looks, as one table: the rows of
 * hint_table.c in the order of enum hint. Painters put the values in force (window.c, texture.c) and read
 * them back (reading.c); the bench and the options of the programs go through the names. Pure data: calls no
 * SDL. */
#ifndef WARREN_PAINT_HINT_H
#define WARREN_PAINT_HINT_H

#include "base/error.h"
#include "paint/path.h"

#include <stdbool.h>
#include <stdint.h>

enum hint {
    HINT_SCALE_QUALITY,
    HINT_TEXTURE_SCALE_MODE,
    HINT_BLEND,
    HINT_TEXTURE_FORMAT,
    HINT_TEXTURE_ACCESS,
    HINT_PICTURES,
    HINT_BATCHING,
    HINT_LINE_METHOD,
    HINT_VSYNC,
    HINT_GL_SHADERS,
    HINT_TEXCOORD_PRECISION,
    HINT_LOGICAL_SIZE_MODE,
    HINT_FRAMEBUFFER_ACCELERATION,
    HINT_MULTISAMPLE,
    HINT_COLOUR_BITS,
    HINT_GL_DOUBLE_BUFFER,
    HINT_BYPASS_COMPOSITOR,
    HINT_SETTABLE_COUNT, /* the rows from here on are only recorded: read, printed and stored with a
                            measurement */
    HINT_RENDER_DRIVER = HINT_SETTABLE_COUNT,
    HINT_RENDER_SCALE,
    HINT_COLOUR_MOD,
    HINT_NV12_SHADER,
    HINT_VIDEO_DOUBLE_BUFFER,
    HINT_HIGHDPI_DISABLED,
    HINT_EGL_TRANSPARENCY,
    HINT_X11_VISUAL,
    HINT_X11_FORCE_EGL,
    HINT_OPENGL_ES_DRIVER,
    HINT_GL_DRIVER,
    HINT_GL_NPOT,
    HINT_BLIT_CPU_FEATURES,
    HINT_DUMMY_SAVE_FRAMES,
    HINT_OFFSCREEN_SAVE_FRAMES,
    HINT_MESA_SOFTWARE,
    HINT_MESA_DRIVER,
    HINT_MESA_THREADS,
    HINT_MESA_VBLANK,
    HINT_DIRECT3D_THREADSAFE,
    HINT_DIRECT3D11_DEBUG,
    HINT_COUNT
};

/* How a value is handed over. */
enum hint_kind {
    HINT_KIND_SDL,
    HINT_KIND_CALL,
    HINT_KIND_GL_ATTRIBUTE,
    HINT_KIND_ENVIRONMENT,
    HINT_KIND_WARREN
};

/* When the library looks at it; a later change needs all that comes after it made anew. */
enum hint_time { HINT_AT_LOAD, HINT_BEFORE_WINDOW, HINT_BEFORE_RENDERER, HINT_BEFORE_TEXTURE, HINT_AT_ONCE };

enum { DRIVER_SOFTWARE = 1, DRIVER_OPENGL = 2, DRIVER_OPENGLES2 = 4 }; /* bits of hint_info.drivers */

/* Scenes that show whether a hint is reached (control.h draws them). */
enum hint_control {
    CONTROL_NONE,          /* no scene of Warren's reaches it */
    CONTROL_TILES_NOMINAL, /* 32 px pictures at 32 px */
    CONTROL_TILES_DOUBLE,  /* 32 px pictures at 64 px */
    CONTROL_MANY_QUADS,    /* thousands of small quads */
    CONTROL_LINES,         /* thin slanted lines */
    CONTROL_EDGES,         /* slanted triangles of plain colour */
    CONTROL_LOGICAL_SIZE,  /* a logical size of another shape than the window */
    CONTROL_PRESENT,       /* hardly any drawing: presenting is what costs */
    CONTROL_COUNT
};

/* The four Java2D hints that the nearest presets stand for. */
enum hint_java {
    JAVA_NONE,
    JAVA_ANTIALIASING,
    JAVA_ALPHA_INTERPOLATION,
    JAVA_COLOR_RENDERING,
    JAVA_RENDERING
};

enum { HINT_VALUES_MAX = 6 };

struct hint_info {
    const char *name;     /* "scale-quality" */
    const char *sdl_name; /* "SDL_RENDER_SCALE_QUALITY"; or the call, attribute or variable */
    const char *values[HINT_VALUES_MAX + 1]; /* NULL after the last; none: any text */
    const char *sdl_values[HINT_VALUES_MAX]; /* what the library is told for each; NULL: the same word */
    const char *sdl_default;                 /* what is in force when nobody says anything */
    const char *warren_default; /* what Warren puts in force when nobody says anything; NULL: nothing */
    enum hint_kind kind;
    enum hint_time time;
    unsigned drivers;                     /* bits of those that honour it */
    unsigned paths;                       /* bits 1 << enum paint_path of those whose drawing it can reach */
    const char *how_set, *how_read;       /* how_read NULL: cannot be read back */
    enum hint_control positive, negative; /* where it must matter; where it must not */
    enum hint_java java;
    const char *note; /* one sentence; "" when there is nothing to say */
};

const struct hint_info *hint_info(enum hint hint);
bool hint_from_name(const char *name, enum hint *hint); /* by name or sdl_name */
bool hint_is_honoured(enum hint hint, const char *driver, enum paint_path path);

/* Whether the library looks at it at all with that driver. Without a window SDL_CreateSoftwareRenderer looks
 * at nothing that is read before the window or the renderer. */
bool hint_is_read_by(enum hint hint, const char *driver, bool has_window);
const char *hint_time_name(enum hint_time time);          /* "before the window" */
const char *hint_control_name(enum hint_control control); /* "tiles-double" */
const char *hint_java_name(enum hint_java java);          /* "KEY_RENDERING"; "" for none */

/* One choice for every settable row; all zero: nothing set. */
struct hint_values {
    uint8_t choice[HINT_SETTABLE_COUNT]; /* 0: unset, else index of the value + 1 */
};

/* What is in force, and who said so. */
struct hint_reading {
    char value[64];     /* a value of the row where there is one; "" when unknown */
    bool is_read_back;  /* asked from the library after the fact, not just taken over */
    const char *origin; /* "asked", "warren", "environment" or "default" */
};

/* By names. False, with status 2: no such hint, no such value, or a row that cannot be set. The value "unset"
 * takes a choice back. */
bool hint_values_set(struct hint_values *values, const char *name, const char *value, struct error *error);

/* NULL while unset. */
const char *hint_values_get(const struct hint_values *values, enum hint hint);

/* "quality", "speed" or "unset": the settings that stand nearest to the four Java2D hints, all of them. */
bool hint_values_preset(struct hint_values *values, const char *preset, struct error *error);

#endif
