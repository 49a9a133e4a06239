/* Which rabbits and things are near the view. A world has up to some ten thousands of them in lists without
 * an order by place: all are asked where they are when the world has changed, which costs less than the step
 * that changed it, and when the view has left the neighbourhood; else only those near are asked again. Only
 * files of game/scene include this. */
#ifndef WARREN_SCENE_SCENE_NEAR_H
#define WARREN_SCENE_SCENE_NEAR_H

#include "scene/scene_parts.h"

/* Before scene_add_things, scene_add_rabbits and scene_add_fires, with the same view: makes scene->near
 * right for it. */
void scene_find_near(struct scene *scene, const struct scene_view *view);

void scene_free_near(struct scene *scene);

#endif
