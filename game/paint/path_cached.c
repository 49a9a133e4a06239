/* Pictures made once for each zoom; page and dry blocks on chunk textures that are drawn again only where
 * they change; what is left in a frame is a copy of each chunk in view and batches of what moves. */
#include "base/memory.h"
#include "paint/chunk.h"
#include "paint/path_ops.h"
#include "paint/place.h"
#include "paint/texture.h"

struct path_cached {
    struct paint_context *context;
    struct atlas *atlas;
    struct batch *batch;
    struct chunks *chunks;
    struct terrain terrain;
};

static bool open_cached(struct paint_context *context, void **state, struct error *error)
{
    if (!SDL_RenderTargetSupported(context->renderer)) {
        return error_set(error, STATUS_ENVIRONMENT, "no-path", "this driver cannot draw on textures");
    }
    struct path_cached *path = memory_get(sizeof *path);
    path->context = context;
    path->atlas = atlas_open(context);
    path->batch = batch_open(context);
    path->chunks = chunks_open(context, path->atlas, path->batch);
    *state = path;
    return true;
}

static void close_cached(void *state)
{
    struct path_cached *path = state;
    terrain_free(&path->terrain);
    chunks_close(path->chunks);
    batch_close(path->batch);
    atlas_close(path->atlas);
    memory_free(path);
}

static void add_item(struct path_cached *path, const struct scene_item *item, const SDL_Rect *place)
{
    if (item->picture == PICTURE_NONE) {
        batch_add_plain(path->batch, place, item->tint);
        return;
    }
    struct picture_pixels pixels = paint_pixels(path->context, item, place, true, item->mirrored != 0);
    struct atlas_place from = atlas_get_for(path->atlas, &pixels, place->w, place->h);
    if (from.texture != NULL) {
        batch_add(path->batch, &from,
                  texture_blend_mode_in(&path->context->hints, pixels.is_opaque, item->tint), place, false,
                  item->tint);
    }
}

static void draw_cached(void *state, const struct scene *scene, const struct camera *camera)
{
    struct path_cached *path = state;
    atlas_begin(path->atlas, camera->zoom_px);
    terrain_divide(&path->terrain, path->context, scene, camera);
    path->context->counts.is_unfinished = !chunks_draw(path->chunks, &path->terrain, camera);
    for (int i = 0; i < path->terrain.other_count; i++) {
        const struct scene_item *item = &scene->items[path->terrain.others[i]];
        SDL_Rect place;
        if (paint_place(item, camera, &place)) {
            add_item(path, item, &place);
        }
    }
    batch_flush(path->batch);
    if (path->context->show_redrawn) {
        chunks_tint_redrawn(path->chunks);
    }
}

static void reset_cached(void *state, enum paint_reset reset)
{
    struct path_cached *path = state;
    if (reset == RESET_TARGETS) {
        chunks_forget(path->chunks);
    } else if (reset == RESET_DEVICE) {
        chunks_destroy(path->chunks);
        atlas_clear(path->atlas);
    }
}

const struct paint_path_ops path_cached_ops = {
    .open = open_cached,
    .close = close_cached,
    .draw = draw_cached,
    .reset = reset_cached,
};
