/* The whole level as a small picture, for levels larger than the view: ground, rabbits, ways in and out, and
 * the part that is in view. A click goes there. */
#ifndef WARREN_PLAY_MINIMAP_H
#define WARREN_PLAY_MINIMAP_H

#include "play/session.h"
#include "play/ui.h"
#include "play/view.h"

struct minimap {
    SDL_Texture *texture; /* the ground, a pixel for some cells */
    int width, height;    /* of the texture */
    int cells_a_pixel;
    uint64_t terrain_hash;
    int generation; /* of the display when the texture was made */
};

/* Whether some of the level is out of view. */
bool minimap_is_useful(const struct view *view);
void minimap_draw(struct minimap *minimap, struct ui *ui, struct view *view, const struct session *session,
                  int generation);
/* Before the renderer is closed. */
void minimap_free(struct minimap *minimap, int generation);

#endif
