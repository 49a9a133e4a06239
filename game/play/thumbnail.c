#include "play/thumbnail.h"

#include "base/memory.h"
#include "level/level.h"
#include "paint/painter.h"

#include <string.h>

void thumbnails_start(struct thumbnails *thumbnails, const char *assets)
{
    *thumbnails = (struct thumbnails){.assets = assets};
}

static void drop(struct thumbnail *thumbnail)
{
    memory_free(thumbnail->path);
    SDL_FreeSurface(thumbnail->surface);
    if (thumbnail->texture != NULL) {
        SDL_DestroyTexture(thumbnail->texture);
    }
    *thumbnail = (struct thumbnail){0};
}

/* Textures of a renderer that is gone went with it. */
static void follow(struct thumbnails *thumbnails, int generation)
{
    if (thumbnails->generation != generation) {
        for (int i = 0; i < thumbnails->count; i++) {
            thumbnails->items[i].texture = NULL;
        }
        thumbnails->generation = generation;
    }
}

void thumbnails_stop(struct thumbnails *thumbnails, int generation)
{
    follow(thumbnails, generation);
    for (int i = 0; i < thumbnails->count; i++) {
        drop(&thumbnails->items[i]);
    }
    if (thumbnails->painter != NULL) {
        painter_close(thumbnails->painter);
    }
    *thumbnails = (struct thumbnails){0};
}

bool thumbnails_begin(struct thumbnails *thumbnails)
{
    bool made = thumbnails->has_made_one;
    thumbnails->has_made_one = false;
    return made;
}

static bool open_painter(struct thumbnails *thumbnails)
{
    if (thumbnails->painter == NULL) {
        struct paint_settings settings = {.driver = "software",
                                          .path = PATH_COPY, /* its pictures serve every zoom */
                                          .width_px = THUMBNAIL_W_PX,
                                          .height_px = THUMBNAIL_H_PX,
                                          .is_windowless = true,
                                          .assets = thumbnails->assets};
        hint_values_set(&settings.hints, "scale-quality", "linear", NULL);
        thumbnails->painter = painter_open(&settings, NULL);
    }
    return thumbnails->painter != NULL;
}

static SDL_Surface *draw(struct thumbnails *thumbnails, const char *path)
{
    struct level *level = level_load(path, NULL);
    if (level == NULL || !open_painter(thumbnails)) {
        level_destroy(level);
        return NULL;
    }
    struct scene scene = {0};
    struct camera camera;
    camera_init(&camera, world_width(level->world), world_height(level->world), THUMBNAIL_W_PX,
                THUMBNAIL_H_PX);
    camera_fit(&camera);
    scene_build(&scene, level, level->world, &camera, (struct scene_options){.blend = 0});
    painter_settle(thumbnails->painter, &scene, &camera);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, THUMBNAIL_W_PX, THUMBNAIL_H_PX, 32, SDL_PIXELFORMAT_ARGB8888);
    if (surface != NULL) {
        painter_read(thumbnails->painter, surface->pixels, NULL);
    }
    scene_free(&scene);
    level_destroy(level);
    return surface;
}

static struct thumbnail *make(struct thumbnails *thumbnails, const char *path)
{
    struct thumbnail *item = &thumbnails->items[thumbnails->next];
    thumbnails->next = (thumbnails->next + 1) % THUMBNAILS_MAX;
    drop(item);
    thumbnails->count += thumbnails->count < THUMBNAILS_MAX ? 1 : 0;
    thumbnails->has_made_one = true;
    item->surface = draw(thumbnails, path);
    item->path = memory_copy_text(path);
    return item;
}

SDL_Texture *thumbnail_get(struct thumbnails *thumbnails, SDL_Renderer *renderer, int generation,
                           const char *path)
{
    struct thumbnail *item = NULL;
    follow(thumbnails, generation);
    for (int i = 0; i < thumbnails->count && item == NULL; i++) {
        if (strcmp(thumbnails->items[i].path, path) == 0) {
            item = &thumbnails->items[i];
        }
    }
    if (item == NULL) {
        if (thumbnails->has_made_one) {
            return NULL;
        }
        item = make(thumbnails, path);
    }
    if (item->surface != NULL && item->texture == NULL) {
        item->texture = SDL_CreateTextureFromSurface(renderer, item->surface);
        SDL_SetTextureScaleMode(item->texture, SDL_ScaleModeLinear);
    }
    return item->texture;
}
