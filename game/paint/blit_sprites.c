#include "paint/blit_sprites.h"

#include "base/memory.h"
#include "paint/place.h"

#include <stddef.h>

static struct blit_sprite *add(struct blit_sprites *sprites)
{
    if (sprites->count == sprites->room) {
        sprites->room = sprites->room > 0 ? 2 * sprites->room : 256;
        sprites->list = memory_resize(sprites->list, (size_t)sprites->room, sizeof *sprites->list);
    }
    return &sprites->list[sprites->count++];
}

void blit_sprites_find(struct blit_sprites *sprites, struct blit_gallery *gallery, const struct scene *scene,
                       const struct camera *camera)
{
    sprites->count = 0;
    sprites->stand_ins = 0;
    for (int i = scene->ground_count; i < scene->count; i++) {
        const struct scene_item *item = &scene->items[i];
        SDL_Rect at;
        if (!paint_place(item, camera, &at) || item->tint >> 24 == 0) {
            continue;
        }
        struct blit_shown shown = {.identity = 0, .is_exact = true};
        if (item->picture != PICTURE_NONE) {
            shown = blit_gallery_get(gallery, item->picture, at.w, at.h, item->mirrored != 0);
            sprites->stand_ins += !shown.is_exact;
            if (shown.identity == 0) {
                continue;
            }
        }
        *add(sprites) = (struct blit_sprite){.place = {at.x, at.y, at.x + at.w, at.y + at.h},
                                             .identity = shown.identity,
                                             .tint = item->tint,
                                             .picture = shown.picture};
    }
}

void blit_sprites_free(struct blit_sprites *sprites)
{
    memory_free(sprites->list);
    *sprites = (struct blit_sprites){0};
}

void blit_sprite_paint(const struct blit_sprite *sprite, const struct blit_target *target,
                       struct blit_rect clip, const struct blit_kernels *kernels)
{
    if (sprite->identity == 0) {
        blit_fill(target, blit_rect_common(sprite->place, clip), sprite->tint, kernels);
    } else {
        blit_picture_paint(&sprite->picture, target, clip, sprite->place.x0, sprite->place.y0, sprite->tint,
                           kernels);
    }
}

void blit_sprite_take_away(const struct blit_sprite *sprite, struct blit_rect place,
                           const struct blit_gallery *gallery, const struct blit_ground *ground,
                           const struct blit_target *target, struct blit_rect clip,
                           const struct blit_kernels *kernels)
{
    const struct blit_blocks *blocks = NULL;
    if (sprite->identity != 0) {
        blocks = blit_gallery_blocks(gallery, sprite->identity, place.x1 - place.x0, place.y1 - place.y0);
    }
    if (blocks == NULL) {
        blit_ground_copy(ground, target, blit_rect_common(place, clip), kernels);
        return;
    }
    for (int i = 0; i < blocks->outline_count; i++) {
        struct blit_rect rect = blit_rect_moved(blocks->outline[i].rect, place.x0, place.y0);
        blit_ground_copy(ground, target, blit_rect_common(rect, clip), kernels);
    }
}
