/* The moving part of a scene as it is seen in one frame: which pictures, at which pixels of the view. Two
 * such lists, of this frame and of the last, tell blit_damage what changed. */
#ifndef WARREN_PAINT_BLIT_SPRITES_H
#define WARREN_PAINT_BLIT_SPRITES_H

#include "paint/blit_gallery.h"
#include "paint/blit_ground.h"
#include "scene/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct blit_sprite {
    struct blit_rect place; /* in the view; parts may lie outside */
    uint64_t identity;      /* of its picture; 0: a plain rectangle */
    uint32_t tint;
    bool is_affected;            /* to be painted; in the last frame's list: to be taken away */
    int twin;                    /* in the last frame's list, while it is not affected */
    struct blit_picture picture; /* in this frame only */
};

struct blit_sprites {
    struct blit_sprite *list; /* back to front, in view, not blank */
    int count, room;
    int stand_ins; /* so many are not in their own size yet */
};

/* Zero-initialise before the first use. Replaces the list. */
void blit_sprites_find(struct blit_sprites *sprites, struct blit_gallery *gallery, const struct scene *scene,
                       const struct camera *camera);
void blit_sprites_free(struct blit_sprites *sprites);

/* Paints a sprite, only inside clip. */
void blit_sprite_paint(const struct blit_sprite *sprite, const struct blit_target *target,
                       struct blit_rect clip, const struct blit_kernels *kernels);

/* Puts the ground back where a sprite of the last frame is seen, which may be in another place by now, only
 * inside clip. */
void blit_sprite_take_away(const struct blit_sprite *sprite, struct blit_rect place,
                           const struct blit_gallery *gallery, const struct blit_ground *ground,
                           const struct blit_target *target, struct blit_rect clip,
                           const struct blit_kernels *kernels);

#endif
