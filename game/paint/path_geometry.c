/* All pictures on an atlas, all items of a frame in as few SDL_RenderGeometry calls as the pages of the atlas
 * allow: mostly one. */
#include "base/memory.h"
#include "paint/batch.h"
#include "paint/path_ops.h"
#include "paint/place.h"
#include "paint/texture.h"

struct path_geometry {
    struct paint_context *context;
    struct atlas *atlas;
    struct batch *batch;
    bool is_exact; /* pictures of the size they are shown in */
};

static bool open_geometry(struct paint_context *context, void **state, struct error *error)
{
    (void)error;
    struct path_geometry *path = memory_get(sizeof *path);
    path->context = context;
    path->atlas = atlas_open(context);
    path->batch = batch_open(context);
    path->is_exact = paint_wants_exact(&context->hints);
    *state = path;
    return true;
}

static void close_geometry(void *state)
{
    struct path_geometry *path = state;
    batch_close(path->batch);
    atlas_close(path->atlas);
    memory_free(path);
}

static void add_item(struct path_geometry *path, const struct scene_item *item, const SDL_Rect *place)
{
    struct paint_context *context = path->context;
    context->counts.items++;
    if (item->picture == PICTURE_NONE) {
        batch_add_plain(path->batch, place, item->tint);
        return;
    }
    /* turning is free for GL; the software driver would do it anew in every frame, as it does stretching */
    bool is_turned = item->mirrored && path->is_exact && context->is_software;
    struct picture_pixels pixels = paint_pixels(context, item, place, path->is_exact, is_turned);
    struct atlas_place from = atlas_get_for(path->atlas, &pixels, place->w, place->h);
    if (from.texture != NULL) {
        batch_add(path->batch, &from, texture_blend_mode_in(&context->hints, pixels.is_opaque, item->tint),
                  place, item->mirrored && !is_turned, item->tint);
    }
}

static void draw_geometry(void *state, const struct scene *scene, const struct camera *camera)
{
    struct path_geometry *path = state;
    atlas_begin(path->atlas, camera->zoom_px);
    paint_background(path->context);
    for (int i = 0; i < scene->count; i++) {
        SDL_Rect place;
        if (paint_place(&scene->items[i], camera, &place)) {
            add_item(path, &scene->items[i], &place);
        }
    }
    batch_flush(path->batch);
}

static void reset_geometry(void *state, enum paint_reset reset)
{
    struct path_geometry *path = state;
    if (reset == RESET_DEVICE) {
        atlas_clear(path->atlas);
    }
}

const struct paint_path_ops path_geometry_ops = {
    .open = open_geometry,
    .close = close_geometry,
    .draw = draw_geometry,
    .reset = reset_geometry,
};
