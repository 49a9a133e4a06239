/* Where an item is on the view, in whole pixels: the one rule that all paths share, so that their pictures
 * agree. Pure arithmetic on scene and camera. */
#ifndef WARREN_PAINT_PLACE_H
#define WARREN_PAINT_PLACE_H

#include "scene/scene.h"

#include <SDL.h>
#include <stdbool.h>

/* The camera's corner on whole pixels: a pan never makes pictures swim against each other. */
SDL_Point paint_origin(const struct camera *camera);

/* The pixels that an item covers, from the world's top left corner. What stands still has its edges rounded,
 * so that neighbours neither overlap nor leave gaps at any zoom; rabbits and fires have their size rounded,
 * so that they do not pulse while they move. */
SDL_Rect paint_place_in_world(const struct scene_item *item, int zoom_px);

/* The same from the view's top left corner. False when nothing of it is in view. */
bool paint_place(const struct scene_item *item, const struct camera *camera, SDL_Rect *place);

#endif
