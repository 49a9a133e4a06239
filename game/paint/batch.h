/* Rectangles collected for one SDL_RenderGeometry call as long as they come from one texture with one blend
 * mode. All of these calls come together: a picture that is put on an atlas between two of them would make
 * the driver draw what it has so far. Used by the paths geometry and cached. */
#ifndef WARREN_PAINT_BATCH_H
#define WARREN_PAINT_BATCH_H

#include "paint/atlas.h"

struct batch;

struct batch *batch_open(struct paint_context *context);
void batch_close(struct batch *batch);

/* Adds a picture of the atlas; mirrored: left and right exchanged on the way. */
void batch_add(struct batch *batch, const struct atlas_place *from, SDL_BlendMode mode, const SDL_Rect *to,
               bool is_mirrored, uint32_t tint);
void batch_add_plain(struct batch *batch, const SDL_Rect *to, uint32_t colour); /* blended */

/* Draws what is collected. Call before anything else draws, or the target or clip is changed. */
void batch_flush(struct batch *batch);

#endif
