#include "play/icons.h"

#include "base/memory.h"
#include "paint/raster.h"
#include "scene/picture.h"

#include <string.h>

enum { ICONS_MAX = 96 };

struct icon {
    SDL_Texture *texture;
    int picture, size_px, width, height;
};

struct icons {
    char *assets;
    SDL_Renderer *renderer;
    int count, next; /* next: the one that gives way when all are taken */
    struct icon items[ICONS_MAX];
};

struct icons *icons_create(const char *assets)
{
    struct icons *icons = memory_get(sizeof *icons);
    icons->assets = memory_copy_text(assets);
    return icons;
}

void icons_attach(struct icons *icons, SDL_Renderer *renderer)
{
    for (int i = 0; i < icons->count; i++) {
        if (icons->items[i].texture != NULL) {
            SDL_DestroyTexture(icons->items[i].texture);
        }
    }
    icons->count = 0;
    icons->next = 0;
    icons->renderer = renderer;
}

void icons_destroy(struct icons *icons)
{
    if (icons != NULL) {
        icons_attach(icons, NULL);
        memory_free(icons->assets);
        memory_free(icons);
    }
}

static struct icon *new_icon(struct icons *icons)
{
    if (icons->count < ICONS_MAX) {
        return &icons->items[icons->count++];
    }
    struct icon *icon = &icons->items[icons->next];
    icons->next = (icons->next + 1) % ICONS_MAX;
    if (icon->texture != NULL) {
        SDL_DestroyTexture(icon->texture);
    }
    return icon;
}

static SDL_Texture *make(const struct icons *icons, int picture, int width, int height)
{
    struct text svg = {0};
    SDL_Surface *surface =
        picture_svg(picture, icons->assets, &svg, NULL) ? raster_svg(&svg, width, height, NULL) : NULL;
    text_free(&svg);
    if (surface == NULL) {
        return NULL;
    }
    SDL_Texture *texture = SDL_CreateTextureFromSurface(icons->renderer, surface);
    SDL_FreeSurface(surface);
    if (texture != NULL) {
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    }
    return texture;
}

SDL_Texture *icons_get(struct icons *icons, int picture, int size_px, int *width, int *height)
{
    struct icon *icon = NULL;
    for (int i = 0; i < icons->count && icon == NULL; i++) {
        if (icons->items[i].picture == picture && icons->items[i].size_px == size_px) {
            icon = &icons->items[i];
        }
    }
    if (icon == NULL) {
        struct picture_info info = picture_info(picture);
        int longer = info.width > info.height ? info.width : info.height;
        icon = new_icon(icons);
        *icon = (struct icon){.picture = picture, .size_px = size_px};
        icon->width = size_px * info.width / longer;
        icon->height = size_px * info.height / longer;
        icon->texture = make(icons, picture, icon->width, icon->height);
    }
    *width = icon->width;
    *height = icon->height;
    return icon->texture;
}
