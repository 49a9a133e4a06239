/* Puts a frame together: the figure in its act, what it holds, what goes on around it, and how it leaves. */
#ifndef WARREN_SCENE_PUPPET_STAGE_H
#define WARREN_SCENE_PUPPET_STAGE_H

#include "scene/puppet.h"
#include "scene/puppet_pen.h"

void stage_play(struct pen *pen, enum puppet_kind kind, enum puppet_clip clip, int step);
void stage_play_shared(struct pen *pen, enum puppet_clip clip, int step);

#endif
