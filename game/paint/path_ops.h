/* What a draw path is for the painter, and what the painter is for a draw path. One file for each path
 * defines one `const struct paint_path_ops`; painter.c picks by enum paint_path and knows nothing else of it.
 */
#ifndef WARREN_PAINT_PATH_OPS_H
#define WARREN_PAINT_PATH_OPS_H

#include "base/error.h"
#include "paint/hint.h"
#include "paint/picture_cache.h"
#include "scene/scene.h"

#include <SDL.h>
#include <stdbool.h>

#define PAINT_BACKGROUND UINT32_C(0xFF3B4A4F) /* the mat: what lies beyond everything */

enum { PAINT_DRAWN_OVER_MAX = 16 };

struct paint_counts {
    int draw_calls;     /* calls that draw; zeroed before each frame */
    int items;          /* items that touched the view */
    int stretched;      /* items shown in another size than their own */
    bool is_unfinished; /* the next frames will be drawn in another way, until what they need is there */
};

/* Kept up to date by the painter; one for each painter, valid until the path is closed. */
struct paint_context {
    SDL_Renderer *renderer;
    SDL_Window *window;   /* NULL when windowless */
    SDL_Surface *surface; /* the surface drawn on when windowless, else NULL */
    bool is_software;
    int output_w_px, output_h_px;
    int texture_max_px; /* longest side of a texture */
    struct hint_values hints;
    struct picture_cache *pictures;
    struct paint_counts counts;
    bool show_redrawn; /* tint what was redrawn */
    /* Where the last frame was drawn over by others since: for paths that work on what is there. */
    SDL_Rect drawn_over[PAINT_DRAWN_OVER_MAX];
    int drawn_over_count;
};

enum paint_reset {
    RESET_SIZE,    /* the output has another size: window surface and targets of its size are stale */
    RESET_TARGETS, /* contents of render targets are lost, textures are still there */
    RESET_DEVICE   /* all textures are dead: destroy and make them anew */
};

struct paint_path_ops {
    bool wants_premultiplied;                   /* pictures with colours multiplied by their alpha ... */
    void *(*study)(const SDL_Surface *surface); /* ... and with this study (picture_cache.h); may be NULL */

    /* Stores the path's own data in *state. */
    bool (*open)(struct paint_context *context, void **state, struct error *error);
    void (*close)(void *state);

    /* Draws the whole frame, background included, and counts in context->counts. */
    void (*draw)(void *state, const struct scene *scene, const struct camera *camera);
    void (*reset)(void *state, enum paint_reset reset);
};

extern const struct paint_path_ops path_copy_ops;
extern const struct paint_path_ops path_geometry_ops;
extern const struct paint_path_ops path_cached_ops;
extern const struct paint_path_ops path_blit_ops;

/* Whether the hint "pictures" wants each picture in the size it is shown in; else in the nominal size. */
bool paint_wants_exact(const struct hint_values *hints);

/* The pixels to show for an item at that place: is_exact as by paint_wants_exact. Counts stretched ones. */
struct picture_pixels paint_pixels(struct paint_context *context, const struct scene_item *item,
                                   const SDL_Rect *place, bool is_exact, bool is_mirrored);

/* Fills the target with the colour of what lies beyond everything; one draw call. */
void paint_background(struct paint_context *context);
void paint_background_in(struct paint_context *context, const SDL_Rect *rect); /* only there */

/* Where a context's software renderer draws to; NULL with the GL drivers. Ask in every frame: it changes with
 * the window's size. */
SDL_Surface *paint_target_surface(const struct paint_context *context);

#endif
