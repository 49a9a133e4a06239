/* The scenes that show whether a hint is reached at all: for each a scene and camera for painter_draw, and
 * what no scene can say, drawn on top through the renderer. Used by the bench's controls. */
#ifndef WARREN_PAINT_CONTROL_H
#define WARREN_PAINT_CONTROL_H

#include "paint/hint.h"
#include "scene/scene.h"

#include <SDL.h>

/* Replaces the scene's items and sets the camera for a view of that size. The scene keeps its room;
 * scene_free releases it. */
void control_scene(enum hint_control control, int view_w_px, int view_h_px, struct scene *scene,
                   struct camera *camera);

/* After painter_draw, in every frame. mode is the word for logical-size-mode or NULL. */
void control_overlay(enum hint_control control, SDL_Renderer *renderer, const char *mode);

#endif
