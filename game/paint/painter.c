#include "paint/painter.h"

#include "base/memory.h"
#include "base/require.h"
#include "paint/gl.h"
#include "paint/path_ops.h"
#include "paint/reading.h"
#include "paint/window.h"

#include <stdio.h>
#include <string.h>

enum { PICTURE_BUDGET_US = 2000, SETTLE_ROUNDS_MAX = 64 };

struct painter {
    struct paint_window window;
    struct paint_context context;
    enum paint_path path;
    const struct paint_path_ops *ops;
    void *path_state;
    struct picture_cache_settings picture_settings;
    struct picture_cache *pictures[2]; /* plain and premultiplied, each from when a path first wanted it */
    char *assets;
    struct paint_state
        state; /* as read back when the path was opened; sizes and counts are kept in context */
};

static const struct paint_path_ops *const paths[PATH_COUNT] = {[PATH_COPY] = &path_copy_ops,
                                                               [PATH_GEOMETRY] = &path_geometry_ops,
                                                               [PATH_CACHED] = &path_cached_ops,
                                                               [PATH_BLIT] = &path_blit_ops};

static void close_path(struct painter *painter)
{
    window_activate(&painter->window);
    if (painter->path_state != NULL) {
        painter->ops->close(painter->path_state);
        painter->path_state = NULL;
    }
}

static void close_pictures(struct painter *painter)
{
    for (int i = 0; i < 2; i++) {
        picture_cache_close(painter->pictures[i]);
        painter->pictures[i] = NULL;
    }
    painter->context.pictures = NULL;
}

/* Pictures outlive a change of path or hints, also to and fro between two paths. */
static bool open_pictures(struct painter *painter, struct error *error)
{
    bool is_premultiplied = painter->ops->wants_premultiplied;
    struct picture_cache **pictures = &painter->pictures[is_premultiplied];
    if (*pictures == NULL) {
        painter->picture_settings.is_premultiplied = is_premultiplied;
        painter->picture_settings.study = painter->ops->study;
        *pictures = picture_cache_open(&painter->picture_settings, error);
    }
    painter->context.pictures = *pictures;
    return *pictures != NULL;
}

/* Some answers need a draw, so they are taken when nothing of worth is on the target. */
static void read_state(struct painter *painter)
{
    const struct paint_context *context = &painter->context;
    struct paint_state *state = &painter->state;
    Uint32 format = context->window != NULL ? SDL_GetWindowPixelFormat(context->window)
                                            : context->surface->format->format;
    struct hint_reading batching = reading_of(context, HINT_BATCHING);
    *state = (struct paint_state){0};
    snprintf(state->driver, sizeof state->driver, "%s", painter->window.driver);
    snprintf(state->video_driver, sizeof state->video_driver, "%s", painter->window.video_driver);
    snprintf(state->path, sizeof state->path, "%s", paint_path_name(painter->path));
    snprintf(state->window_format, sizeof state->window_format, "%s", SDL_GetPixelFormatName(format));
    snprintf(state->scale_quality, sizeof state->scale_quality, "%.15s",
             reading_of(context, HINT_SCALE_QUALITY).value);
    snprintf(state->blend, sizeof state->blend, "%.15s", reading_of(context, HINT_BLEND).value);
    state->is_vsync = strcmp(reading_of(context, HINT_VSYNC).value, "on") == 0;
    state->is_batching_known = batching.is_read_back;
    state->is_batching = strcmp(batching.value, "on") == 0;
    state->is_software_through_gl =
        strcmp(reading_of(context, HINT_FRAMEBUFFER_ACCELERATION).value, "on") == 0;
}

static bool open_path(struct painter *painter, enum paint_path path, const struct hint_values *hints,
                      struct error *error)
{
    painter->path = path;
    painter->ops = paths[path];
    painter->context.hints = *hints;
    painter->context.counts = (struct paint_counts){0};
    if (painter->ops == NULL) {
        return error_set(error, STATUS_ENVIRONMENT, "no-path", "there is no path %s here",
                         paint_path_name(path));
    }
    if (!open_pictures(painter, error) ||
        !painter->ops->open(&painter->context, &painter->path_state, error) ||
        !reading_verify(&painter->context, error)) {
        return false;
    }
    read_state(painter);
    return true;
}

static void note_size(struct painter *painter)
{
    SDL_GetRendererOutputSize(painter->window.renderer, &painter->context.output_w_px,
                              &painter->context.output_h_px);
}

/* Where the processor draws OpenGL, a frame of some thousand copies takes and frees up to 250 MB. */
static void keep_memory(const struct painter *painter)
{
    if (!painter->window.is_software && gl_is_software()) {
        memory_keep_freed();
    }
}

struct painter *painter_open(const struct paint_settings *settings, struct error *error)
{
    require(settings->driver != NULL && settings->assets != NULL && settings->path < PATH_COUNT);
    struct painter *painter = memory_get(sizeof *painter);
    painter->assets = memory_copy_text(settings->assets);
    painter->picture_settings = (struct picture_cache_settings){
        .source = settings->source != NULL ? settings->source : &picture_source_scene,
        .folder = painter->assets,
        .bytes_max = settings->picture_bytes_max > 0 ? settings->picture_bytes_max : PICTURE_CACHE_BYTES,
        .has_worker = true,
        .budget_us = PICTURE_BUDGET_US,
        .looks_ahead = settings->looks_ahead,
    };
    if (window_open(settings, &painter->window, error)) {
        painter->context.renderer = painter->window.renderer;
        painter->context.window = painter->window.window;
        painter->context.surface = painter->window.surface;
        painter->context.is_software = painter->window.is_software;
        painter->context.texture_max_px = painter->window.texture_max_px;
        note_size(painter);
        keep_memory(painter);
        if (open_path(painter, settings->path, &settings->hints, error)) {
            return painter;
        }
    }
    painter_close(painter);
    return NULL;
}

void painter_close(struct painter *painter)
{
    if (painter != NULL) {
        close_path(painter);
        close_pictures(painter);
        window_close(&painter->window);
        memory_free(painter->assets);
        memory_free(painter);
    }
}

/* A hint that this driver never looks at needs nothing. */
static bool needs_window(const struct painter *painter, const struct hint_values *to)
{
    for (int i = 0; i < HINT_SETTABLE_COUNT; i++) {
        if (painter->context.hints.choice[i] != to->choice[i] &&
            hint_info((enum hint)i)->time <= HINT_BEFORE_RENDERER &&
            hint_is_read_by((enum hint)i, painter->window.driver, painter->window.window != NULL)) {
            return true;
        }
    }
    return false;
}

bool painter_change(struct painter *painter, enum paint_path path, const struct hint_values *hints,
                    struct error *error)
{
    if (needs_window(painter, hints)) {
        return error_set(error, STATUS_ENVIRONMENT, "reopen", "this needs another window");
    }
    enum paint_path old_path = painter->path;
    struct hint_values old_hints = painter->context.hints;
    close_path(painter);
    if (open_path(painter, path, hints, error)) {
        return true;
    }
    close_path(painter);
    bool is_back = open_path(painter, old_path, &old_hints, NULL);
    require(is_back);
    return false;
}

/* Which size the idle worker makes pictures ready in. */
static int picture_zoom(const struct painter *painter, const struct camera *camera)
{
    bool is_nominal = hint_is_honoured(HINT_PICTURES, painter->window.driver, painter->path) &&
                      !paint_wants_exact(&painter->context.hints);
    return is_nominal ? ZOOM_NOMINAL_PX : camera->zoom_px;
}

void painter_draw(struct painter *painter, const struct scene *scene, const struct camera *camera)
{
    window_activate(&painter->window);
    picture_cache_begin(painter->context.pictures, picture_zoom(painter, camera));
    painter->context.counts = (struct paint_counts){0};
    painter->ops->draw(painter->path_state, scene, camera);
    painter->context.drawn_over_count = 0;
}

/* A GL driver works on after the call has returned: reading a pixel is what waits for it.
 * SDL_RenderReadPixels would do, but allocates. */
void painter_finish(struct painter *painter)
{
    window_activate(&painter->window);
    SDL_RenderFlush(painter->context.renderer);
    if (!painter->context.is_software) {
        uint32_t pixel;
        bool is_done = gl_read_corner(&pixel);
        require(is_done);
    }
}

void painter_present(struct painter *painter)
{
    window_activate(&painter->window);
    SDL_RenderPresent(painter->context.renderer);
}

void painter_settle(struct painter *painter, const struct scene *scene, const struct camera *camera)
{
    for (int round = 0; round < SETTLE_ROUNDS_MAX; round++) {
        painter_draw(painter, scene, camera);
        picture_cache_wait(painter->context.pictures);
        if (painter->context.counts.stretched == 0 && !painter->context.counts.is_unfinished && round > 0) {
            break;
        }
    }
    painter_finish(painter);
}

static void handle_reset(struct painter *painter, enum paint_reset reset)
{
    window_activate(&painter->window);
    note_size(painter);
    painter->ops->reset(painter->path_state, reset);
}

void painter_event(struct painter *painter, const SDL_Event *event)
{
    if (event->type == SDL_RENDER_TARGETS_RESET) {
        handle_reset(painter, RESET_TARGETS);
    } else if (event->type == SDL_RENDER_DEVICE_RESET) {
        handle_reset(painter, RESET_DEVICE);
    } else if (event->type == SDL_WINDOWEVENT && painter->context.window != NULL &&
               event->window.windowID == SDL_GetWindowID(painter->context.window) &&
               (event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED ||
                event->window.event == SDL_WINDOWEVENT_DISPLAY_CHANGED)) {
        handle_reset(painter, RESET_SIZE);
    }
}

bool painter_read(struct painter *painter, uint32_t *pixels, struct error *error)
{
    int width = painter->context.output_w_px;
    int height = painter->context.output_h_px;
    window_activate(&painter->window);
    if (SDL_RenderReadPixels(painter->context.renderer, NULL, SDL_PIXELFORMAT_ARGB8888, pixels, 4 * width) !=
        0) {
        return error_set(error, STATUS_ENVIRONMENT, "read", "the frame cannot be read: %s", SDL_GetError());
    }
    for (size_t i = 0; i < (size_t)width * (size_t)height; i++) {
        pixels[i] |= UINT32_C(0xFF000000);
    }
    return true;
}

struct paint_state painter_state(const struct painter *painter)
{
    struct paint_state state = painter->state;
    state.output_w_px = painter->context.output_w_px;
    state.output_h_px = painter->context.output_h_px;
    state.draw_calls = painter->context.counts.draw_calls;
    state.items = painter->context.counts.items;
    state.stretched = painter->context.counts.stretched;
    return state;
}

struct hint_reading painter_reading(struct painter *painter, enum hint hint)
{
    window_activate(&painter->window);
    return reading_of(&painter->context, hint);
}

void painter_show_redrawn(struct painter *painter, bool show)
{
    painter->context.show_redrawn = show;
}

void painter_drawn_over(struct painter *painter, const SDL_Rect *where)
{
    struct paint_context *context = &painter->context;
    SDL_Rect all = {0, 0, context->output_w_px, context->output_h_px};
    if (where == NULL || context->drawn_over_count == PAINT_DRAWN_OVER_MAX) {
        context->drawn_over[0] = all;
        context->drawn_over_count = 1;
    } else {
        context->drawn_over[context->drawn_over_count++] = *where;
    }
}

SDL_Renderer *painter_renderer(struct painter *painter)
{
    return painter->context.renderer;
}

SDL_Window *painter_window(struct painter *painter)
{
    return painter->context.window;
}
