/* Draws scenes into a window (or an offscreen one, or a plain surface) through one SDL renderer, in one draw
 * path, with one set of render hints. Several painters can live side by side: the bench opens one for each
 * arm. Knows nothing of worlds, of input or of time. All calls from one thread. */
#ifndef WARREN_PAINT_PAINTER_H
#define WARREN_PAINT_PAINTER_H

#include "base/error.h"
#include "paint/hint.h"
#include "paint/path.h"
#include "scene/scene.h"

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct picture_source;

struct paint_settings {
    const char *driver; /* an SDL render driver: "software", "opengl", "opengles2" */
    enum paint_path path;
    struct hint_values hints; /* what is put in force; see hint.h */
    int width_px, height_px;  /* of a window that is not hidden: in the desktop's units, which can be several
                                 pixels each; paint_state has the pixels */
    const char *title;
    bool is_hidden; /* no visible window: benches and tests */
    bool is_resizable;
    bool is_fullscreen;                  /* at the desktop's resolution */
    bool is_windowless;                  /* draws on a surface in memory; needs no video; "software" only */
    const char *assets;                  /* the assets folder (assets.h finds it) */
    const struct picture_source *source; /* NULL: the pictures of scene/picture.h; tests bring their own */
    bool looks_ahead;                    /* makes pictures before they are needed: for somebody who plays */
    size_t picture_bytes_max;            /* bound of the picture cache; 0: PICTURE_CACHE_BYTES */
};

/* What is in force, read back from SDL after opening, not copied from the settings. */
struct paint_state {
    char driver[32];
    char video_driver[32]; /* "x11", "offscreen", "dummy" ...; "none" when windowless */
    char path[16];
    char scale_quality[16]; /* read from a texture: "nearest", "linear", "best" */
    char blend[16];         /* "blend", "none", "auto" */
    char window_format[40]; /* pixel format of what is presented: "SDL_PIXELFORMAT_RGB888" */
    bool is_vsync;
    bool is_batching_known, is_batching;
    bool is_software_through_gl; /* the software renderer presents through a hidden GL texture */
    int output_w_px, output_h_px;
    int draw_calls; /* of the last frame: calls that draw */
    int items;      /* of the last frame: items that touched the view */
    int stretched; /* of the last frame: items shown in another size than their own, which is still being made
                    */
};

struct painter;

/* Errors have status 3: the driver cannot be opened, a setting could not be put in force, no pictures. */
struct painter *painter_open(const struct paint_settings *settings, struct error *error);
void painter_close(struct painter *painter);

/* Another path and other hints in the same window. False, and nothing is changed, with kind "reopen" when a
 * hint differs that is looked at before the window or the renderer is made: close and open again for those.
 */
bool painter_change(struct painter *painter, enum paint_path path, const struct hint_values *hints,
                    struct error *error);

void painter_draw(struct painter *painter, const struct scene *scene,
                  const struct camera *camera); /* submits */
void painter_finish(struct painter *painter);   /* returns when all submitted drawing is done */
void painter_present(struct painter *painter);

/* Draws until every picture is there in its own size and nothing is being made any more: before tests,
 * measurements and screenshots. */
void painter_settle(struct painter *painter, const struct scene *scene, const struct camera *camera);

/* Window size, lost targets and lost devices; other events are left alone. Hand every event of the loop to
 * it. */
void painter_event(struct painter *painter, const SDL_Event *event);

/* The last drawn frame, before presenting: output width * height pixels of 0xFFRRGGBB, rows without padding.
 */
bool painter_read(struct painter *painter, uint32_t *pixels, struct error *error);

struct paint_state painter_state(const struct painter *painter);

/* Asks the library now. What was drawn and not presented may be lost. */
struct hint_reading painter_reading(struct painter *painter, enum hint hint);

/* F8: tints what was redrawn, in the paths that do not redraw everything. */
void painter_show_redrawn(struct painter *painter, bool show);

/* Tell where text and controls were drawn on top of the scene, in pixels of the output; NULL: anywhere. Path
 * blit works on what the last frame left there and has to put just that right. */
void painter_drawn_over(struct painter *painter, const SDL_Rect *where);

/* For text and controls on top of the scene: between painter_draw and painter_present. The window is NULL
 * when windowless. Both stay the painter's. */
SDL_Renderer *painter_renderer(struct painter *painter);
SDL_Window *painter_window(struct painter *painter);

#endif
