/* Recognises that nothing that moves looks otherwise than when the scene was last built: a game that is
 * paused, or at rest, then costs nothing. Used by scene_build. */
#ifndef WARREN_SCENE_SCENE_RECALL_H
#define WARREN_SCENE_SCENE_RECALL_H

#include "scene/scene_parts.h"

/* Whether rabbits, things and pending tokens, the moment and the cells of the view are those of the last call
 * for this scene. Water is not looked at, nor the terrain. Remembers them. */
bool scene_recall(struct scene *scene, const struct scene_view *view);
void scene_recall_free(struct scene_recall *recall);

#endif
