/* Draws scenes into a window (or an offscreen one) through one SDL renderer, in one draw path, with one set of
 * render hints. Several painters can live side by side: the bench opens one per arm. Knows nothing of worlds, of
 * input or of time. All calls from one thread. */
#ifndef WARREN_PAINT_PAINTER_H
#define WARREN_PAINT_PAINTER_H

#include "base/error.h"
#include "paint/hint.h"
#include "scene/scene.h"

#include <stdbool.h>
#include <stdint.h>

enum paint_path { PATH_COPY, PATH_GEOMETRY, PATH_CACHED, PATH_BLIT, PATH_COUNT };

const char *paint_path_name(enum paint_path path);
bool paint_path_from_name(const char *name, enum paint_path *path);

struct paint_settings {
    const char *driver;   /* an SDL render driver: "software", "opengl", "opengles2" */
    enum paint_path path;
    struct hint_values hints; /* what is put in force; see hint.h */
    int width_px, height_px;
    const char *title;
    bool is_hidden;       /* no visible window: benches and tests */
    bool is_resizable;
    const char *assets;   /* the assets folder */
};

/* What is in force, read back from SDL after opening, not copied from the settings. */
struct paint_state {
    char driver[32];
    char video_driver[32];
    char path[16];
    char scale_quality[16];   /* read from a texture: "nearest", "linear", "best" */
    char window_format[40];
    bool is_vsync;
    bool is_batching_known, is_batching;
    bool is_software_through_gl; /* the software renderer presents through a hidden GL texture */
    int output_w_px, output_h_px;
    int draw_calls;           /* of the last frame */
    int items;                /* of the last frame */
};

struct painter;

/* Errors have status 3: the driver cannot be opened, a setting could not be put in force, no pictures. */
struct painter *painter_open(const struct paint_settings *settings, struct error *error);
void painter_close(struct painter *painter);

void painter_draw(struct painter *painter, const struct scene *scene, const struct camera *camera); /* submit */
void painter_finish(struct painter *painter);  /* returns when all submitted drawing is done */
void painter_present(struct painter *painter);

/* The last drawn frame, before presenting: width * height pixels of 0xFFRRGGBB, rows without padding. */
bool painter_read(struct painter *painter, uint32_t *pixels, struct error *error);

struct paint_state painter_state(struct painter *painter);

#endif
