/* One texture for each entry of a picture cache: made from its pixels when it is first drawn, destroyed when
 * the entry is gone. */
#ifndef WARREN_PAINT_TEXTURE_CACHE_H
#define WARREN_PAINT_TEXTURE_CACHE_H

#include "paint/path_ops.h"

struct texture_cache;

struct texture_cache *texture_cache_open(const struct paint_context *context);
void texture_cache_close(struct texture_cache *cache);

/* Once a frame, after picture_cache_begin: destroys a few textures whose pictures were dropped. */
void texture_cache_begin(struct texture_cache *cache);

/* The texture of pixels just got from the picture cache; NULL when there is none. Stays the cache's. */
SDL_Texture *texture_cache_get(struct texture_cache *cache, const struct picture_pixels *pixels);

/* All textures are dead or of the wrong kind: made anew when they are drawn next. */
void texture_cache_clear(struct texture_cache *cache);

#endif
