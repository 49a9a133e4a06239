/* Terrain on textures of a fixed size, each showing a square of cells at one zoom; cells are drawn again only
 * when the hash of their terrain is another. Used by the path cached. */
#ifndef WARREN_PAINT_CHUNK_H
#define WARREN_PAINT_CHUNK_H

#include "paint/batch.h"
#include "paint/terrain.h"

struct chunks;

struct chunks *chunks_open(struct paint_context *context, struct atlas *atlas, struct batch *batch);
void chunks_close(struct chunks *chunks);

/* Brings cells in view up to date, as many as one frame can bear. Copies the chunks to the view if all are up
 * to date then; else adds the terrain to the batch without them, and returns false. While the zoom changes
 * from frame to frame no chunk would be used twice, so none is made. */
bool chunks_draw(struct chunks *chunks, const struct terrain *terrain, const struct camera *camera);

/* Covers what the last chunks_draw drew anew with a colour, for people who want to see it. */
void chunks_tint_redrawn(struct chunks *chunks);

void chunks_forget(struct chunks *chunks);     /* contents are lost */
void chunks_destroy(struct chunks *chunks);    /* textures are dead */
int chunks_count(const struct chunks *chunks); /* that there are */

#endif
