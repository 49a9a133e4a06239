/* Pictures of the scene as textures for controls, each rasterised at the size it is shown. Called by canvas.c
 * only. */
#ifndef WARREN_PLAY_ICONS_H
#define WARREN_PLAY_ICONS_H

#include <SDL.h>

struct icons;

struct icons *icons_create(const char *assets);
void icons_destroy(struct icons *icons);

/* Drops all textures; they belong to this renderer from now on. */
void icons_attach(struct icons *icons, SDL_Renderer *renderer);

/* The texture of a picture whose longer side is size_px, or NULL if it cannot be had. Stays the icons'. */
SDL_Texture *icons_get(struct icons *icons, int picture, int size_px, int *width, int *height);

#endif
