#include "paint/blit_frame.h"

#include "base/memory.h"
#include "paint/blit_damage.h"
#include "paint/blit_gallery.h"
#include "paint/blit_ground.h"
#include "paint/blit_scroll.h"
#include "paint/blit_span.h"
#include "paint/blit_sprites.h"
#include "paint/place.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { MOVING_AT_FIRST = 1024 }; /* items: more than most levels ever have */

/* What the target holds. */
struct state {
    bool is_known;
    struct blit_target target;
    SDL_Point origin;
    int zoom_px;
    uint64_t ground_hash;
};

struct blit_frame {
    const struct blit_kernels *kernels;
    struct blit_gallery *gallery;
    struct blit_ground ground;
    struct blit_sprites older, newer; /* of the last frame and of this one */
    struct blit_damage damage;
    struct blit_rects bare;    /* where this frame needs the ground */
    struct blit_rects spoiled; /* painted over by others since the last frame */
    struct blit_rects painted;
    struct scene_item *moving; /* the moving items of the last scene, as they came */
    int moving_count, moving_room;
    struct state last;
    struct blit_frame_counts counts;
};

struct blit_frame *blit_frame_open(struct picture_cache *pictures, uint32_t background,
                                   const struct blit_kernels *kernels)
{
    struct blit_frame *frame = memory_get(sizeof *frame);
    frame->kernels = kernels != NULL ? kernels : blit_kernels_best();
    frame->gallery = blit_gallery_open(pictures);
    frame->ground.background = background;
    return frame;
}

void blit_frame_close(struct blit_frame *frame)
{
    if (frame == NULL) {
        return;
    }
    blit_gallery_close(frame->gallery);
    blit_ground_free(&frame->ground);
    blit_sprites_free(&frame->older);
    blit_sprites_free(&frame->newer);
    blit_damage_free(&frame->damage);
    blit_rects_free(&frame->bare);
    blit_rects_free(&frame->spoiled);
    blit_rects_free(&frame->painted);
    memory_free(frame->moving);
    memory_free(frame);
}

void blit_frame_forget(struct blit_frame *frame)
{
    frame->last.is_known = false;
}

void blit_frame_spoil(struct blit_frame *frame, struct blit_rect rect)
{
    blit_rects_add(&frame->spoiled, rect);
}

static bool is_same_target(const struct blit_target *a, const struct blit_target *b)
{
    return a->pixels == b->pixels && a->pitch_px == b->pitch_px && a->width == b->width &&
           a->height == b->height;
}

/* Whether the target already shows this very scene. Costs next to nothing, because most frames of most games
 * are like that. */
static bool is_unchanged(const struct blit_frame *frame, const struct blit_target *target,
                         const struct scene *scene, const struct state *now)
{
    const struct state *last = &frame->last;
    int moving_count = scene->count - scene->ground_count;
    return last->is_known && frame->counts.stand_ins == 0 && frame->spoiled.count == 0 &&
           is_same_target(&last->target, target) && last->zoom_px == now->zoom_px &&
           last->origin.x == now->origin.x && last->origin.y == now->origin.y &&
           last->ground_hash == now->ground_hash && frame->moving_count == moving_count &&
           (moving_count == 0 || memcmp(frame->moving, scene->items + scene->ground_count,
                                        (size_t)moving_count * sizeof *frame->moving) == 0);
}

static void remember_moving(struct blit_frame *frame, const struct scene *scene)
{
    int count = scene->count - scene->ground_count;
    if (count > frame->moving_room) {
        frame->moving_room = count < MOVING_AT_FIRST ? MOVING_AT_FIRST : 2 * count;
        frame->moving = memory_resize(frame->moving, (size_t)frame->moving_room, sizeof *frame->moving);
    }
    if (count > 0) {
        memcpy(frame->moving, scene->items + scene->ground_count, (size_t)count * sizeof *frame->moving);
    }
    frame->moving_count = count;
}

static void affect_all(struct blit_sprites *sprites)
{
    for (int i = 0; i < sprites->count; i++) {
        sprites->list[i].is_affected = true;
    }
}

/* Fills bare and painted, and tells sprites that are affected from those that are not. */
static void find_damage(struct blit_frame *frame, int dx, int dy)
{
    struct blit_damage *damage = &frame->damage;
    for (int i = 0; i < frame->bare.count; i++) {
        blit_damage_mark(damage, frame->bare.list[i]);
    }
    blit_damage_compare(damage, &frame->older, &frame->newer, dx, dy);
    blit_damage_rects(damage, &frame->painted);
    /* What others painted over has gone along with the rest of the picture. Putting it right is no change of
     * the scene's, so it does not count as painted. */
    struct blit_rect view = {0, 0, damage->width, damage->height};
    for (int i = 0; i < frame->spoiled.count; i++) {
        struct blit_rect spoiled = blit_rect_common(blit_rect_moved(frame->spoiled.list[i], dx, dy), view);
        blit_rects_add(&frame->bare, spoiled);
        blit_damage_mark(damage, spoiled);
    }
    blit_damage_spread(damage, &frame->older, &frame->newer);
}

/* Nothing of the last frame is of use. */
static void damage_everything(struct blit_frame *frame, const struct blit_target *target)
{
    frame->bare.count = 0;
    frame->older.count = 0;
    affect_all(&frame->newer);
    blit_rects_add(&frame->bare, blit_target_rect(target));
    blit_rects_add(&frame->painted, blit_target_rect(target));
}

/* All of the work inside clip. The sprites of the last frame are where they were plus (dx, dy). */
static void paint(struct blit_frame *frame, const struct blit_target *target, struct blit_rect clip, int dx,
                  int dy)
{
    for (int i = 0; i < frame->bare.count; i++) {
        blit_ground_copy(&frame->ground, target, blit_rect_common(frame->bare.list[i], clip), frame->kernels);
    }
    for (int i = 0; i < frame->older.count; i++) {
        const struct blit_sprite *sprite = &frame->older.list[i];
        if (sprite->is_affected) {
            blit_sprite_take_away(sprite, blit_rect_moved(sprite->place, dx, dy), frame->gallery,
                                  &frame->ground, target, clip, frame->kernels);
        }
    }
    for (int i = 0; i < frame->newer.count; i++) {
        if (frame->newer.list[i].is_affected) {
            blit_sprite_paint(&frame->newer.list[i], target, clip, frame->kernels);
            frame->counts.sprites_painted++;
        }
    }
}

static void keep(struct blit_frame *frame, const struct scene *scene, struct state now)
{
    struct blit_sprites swapped = frame->older;
    frame->older = frame->newer;
    frame->newer = swapped;
    frame->counts.stand_ins = frame->older.stand_ins + frame->ground.stand_ins;
    frame->last = now;
    frame->spoiled.count = 0;
    frame->counts.sprites = frame->older.count;
    remember_moving(frame, scene);
}

void blit_frame_draw(struct blit_frame *frame, const struct blit_target *target, const struct scene *scene,
                     const struct camera *camera)
{
    struct state now = {.is_known = true,
                        .target = *target,
                        .origin = paint_origin(camera),
                        .zoom_px = camera->zoom_px,
                        .ground_hash = scene->ground_hash};
    frame->counts.has_moved = false;
    frame->counts.sprites_painted = 0;
    frame->painted.count = 0;
    if (is_unchanged(frame, target, scene, &now)) {
        return;
    }
    struct camera seen = *camera; /* a window that was resized just now may be ahead of its camera */
    seen.view_w_px = target->width;
    seen.view_h_px = target->height;
    struct blit_rect view = {now.origin.x, now.origin.y, now.origin.x + target->width,
                             now.origin.y + target->height};
    blit_gallery_begin(frame->gallery, camera->zoom_px);
    frame->bare.count = 0;
    bool is_known = frame->last.is_known && is_same_target(&frame->last.target, target);
    is_known = blit_ground_update(&frame->ground, frame->gallery, scene, camera->zoom_px, view,
                                  frame->kernels, &frame->bare) &&
               is_known;
    blit_sprites_find(&frame->newer, frame->gallery, scene, &seen);
    int dx = frame->last.origin.x - now.origin.x;
    int dy = frame->last.origin.y - now.origin.y;
    if (is_known && dx > -target->width && dx < target->width && dy > -target->height &&
        dy < target->height) {
        frame->counts.has_moved = dx != 0 || dy != 0;
        blit_damage_begin(&frame->damage, target->width, target->height);
        blit_scroll(target, dx, dy, frame->kernels);
        blit_scroll_gaps(target->width, target->height, dx, dy, &frame->bare);
        find_damage(frame, dx, dy);
    } else {
        damage_everything(frame, target);
    }
    paint(frame, target, blit_target_rect(target), dx, dy);
    keep(frame, scene, now);
}

const struct blit_rects *blit_frame_painted(const struct blit_frame *frame)
{
    return &frame->painted;
}

struct blit_frame_counts blit_frame_counts(const struct blit_frame *frame)
{
    return frame->counts;
}
