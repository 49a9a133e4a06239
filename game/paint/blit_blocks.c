/* Finds the rectangles of a picture. Each row is looked at in groups of a few pixels, as many as a kernel
 * takes at once; groups of a kind beside each other are a run, and equal runs below each other are a block.
 * Small differences are overlooked on purpose: blending opaque or clear pixels along with mixed ones is right
 * too, and cheaper than one more rectangle. */
#include "base/memory.h"
#include "base/require.h"
#include "paint/blit_picture.h"

#include <stddef.h>
#include <string.h>

enum {
    GROUP_PX = 8,
    /* So many groups of their own kind between mixed ones are worth a run, or a gap, of their own. */
    WORTH_GROUPS = 2,
    /* The outline is there to be copied, not blended: wider gaps are copied along. */
    OUTLINE_GAP_GROUPS = 4,
    /* Pictures up to this wide are one block, whatever is in their corners: rows that are all alike cost less
     * than rows that are short. */
    NARROW_PX = 40
};

enum kind { CLEAR, MIXED, OPAQUE };

/* A list of blocks that grows, and where those of the row above begin. */
struct finding {
    struct blit_block *list;
    int count, room;
    int above;
};

static enum kind kind_of(const uint32_t *pixels, int count)
{
    uint32_t any = 0;
    uint32_t all = 255;
    for (int i = 0; i < count; i++) {
        any |= pixels[i] >> 24;
        all &= pixels[i] >> 24;
    }
    return any == 0 ? CLEAR : all == 255 ? OPAQUE : MIXED;
}

/* Sees to it that there are as few stretches as is good: short ones of a kind become MIXED when there is
 * something beside them. At the ends of the row clear groups stay clear. */
static void join_short(uint8_t *kinds, int count, enum kind kind, int worth)
{
    int start = 0;
    while (start < count) {
        int end = start + 1;
        while (end < count && kinds[end] == kinds[start]) {
            end++;
        }
        bool is_at_end = start == 0 || end == count;
        bool stays = kind == CLEAR ? is_at_end : start == 0 && end == count;
        if (kinds[start] == kind && end - start < worth && !stays) {
            memset(kinds + start, MIXED, (size_t)(end - start));
        }
        start = end;
    }
}

static void add_block(struct finding *finding, struct blit_rect rect, bool is_opaque)
{
    /* The blocks that reach down to this row are among the last few. */
    for (int i = finding->above; i < finding->count; i++) {
        struct blit_block *block = &finding->list[i];
        if (block->rect.y1 == rect.y0 && block->rect.x0 == rect.x0 && block->rect.x1 == rect.x1 &&
            block->is_opaque == is_opaque) {
            block->rect.y1 = rect.y1;
            return;
        }
    }
    if (finding->count == finding->room) {
        finding->room = finding->room > 0 ? 2 * finding->room : 64;
        finding->list = memory_resize(finding->list, (size_t)finding->room, sizeof *finding->list);
    }
    finding->list[finding->count++] = (struct blit_block){rect, is_opaque};
}

static void add_row(struct finding *finding, const uint8_t *kinds, int groups, int width, int y)
{
    int start = 0;
    while (start < groups) {
        int end = start + 1;
        while (end < groups && kinds[end] == kinds[start]) {
            end++;
        }
        if (kinds[start] != CLEAR) {
            int right = end * GROUP_PX < width ? end * GROUP_PX : width;
            add_block(finding, (struct blit_rect){start * GROUP_PX, y, right, y + 1}, kinds[start] == OPAQUE);
        }
        start = end;
    }
    while (finding->above < finding->count && finding->list[finding->above].rect.y1 <= y) {
        finding->above++;
    }
}

static void find_wide(const uint32_t *pixels, int pitch_px, int width, int height, struct finding *blocks,
                      struct finding *outline)
{
    int groups = (width + GROUP_PX - 1) / GROUP_PX;
    uint8_t *kinds = memory_get((size_t)groups);
    for (int y = 0; y < height; y++) {
        const uint32_t *row = pixels + (ptrdiff_t)y * pitch_px;
        for (int i = 0; i < groups; i++) {
            int rest = width - i * GROUP_PX;
            kinds[i] = (uint8_t)kind_of(row + (ptrdiff_t)i * GROUP_PX, rest < GROUP_PX ? rest : GROUP_PX);
        }
        join_short(kinds, groups, OPAQUE, WORTH_GROUPS);
        join_short(kinds, groups, CLEAR, WORTH_GROUPS);
        add_row(blocks, kinds, groups, width, y);
        for (int i = 0; i < groups; i++) {
            kinds[i] = kinds[i] == CLEAR ? CLEAR : MIXED;
        }
        join_short(kinds, groups, CLEAR, OUTLINE_GAP_GROUPS);
        add_row(outline, kinds, groups, width, y);
    }
    memory_free(kinds);
}

/* The smallest rectangle around all that shows, made a whole number of groups wide where the picture has
 * room. */
static struct blit_rect find_bounds(const uint32_t *pixels, int pitch_px, int width, int height)
{
    struct blit_rect bounds = {width, height, 0, 0};
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            if (pixels[(ptrdiff_t)y * pitch_px + x] >> 24 != 0) {
                bounds.x0 = x < bounds.x0 ? x : bounds.x0;
                bounds.x1 = x >= bounds.x1 ? x + 1 : bounds.x1;
                bounds.y0 = y < bounds.y0 ? y : bounds.y0;
                bounds.y1 = y + 1;
            }
        }
    }
    int wanted = (bounds.x1 - bounds.x0 + GROUP_PX - 1) / GROUP_PX * GROUP_PX;
    if (bounds.x0 < bounds.x1 && wanted <= width) {
        bounds.x0 = bounds.x0 + wanted <= width ? bounds.x0 : width - wanted;
        bounds.x1 = bounds.x0 + wanted;
    }
    return bounds;
}

static void find_narrow(const uint32_t *pixels, int pitch_px, int width, int height, struct finding *blocks,
                        struct finding *outline)
{
    struct blit_rect bounds = find_bounds(pixels, pitch_px, width, height);
    if (blit_rect_is_empty(bounds)) {
        return;
    }
    bool is_opaque = true;
    for (int y = bounds.y0; y < bounds.y1; y++) {
        const uint32_t *row = pixels + (ptrdiff_t)y * pitch_px + bounds.x0;
        is_opaque = is_opaque && kind_of(row, bounds.x1 - bounds.x0) == OPAQUE;
    }
    add_block(blocks, bounds, is_opaque);
    add_block(outline, bounds, is_opaque);
}

static void copy_found(struct blit_block *to, const struct finding *finding)
{
    for (int i = 0; i < finding->count; i++) {
        to[i] = finding->list[i];
    }
}

struct blit_blocks *blit_blocks_find(const uint32_t *pixels, int pitch_px, int width, int height)
{
    require(width >= 1 && height >= 1);
    struct finding blocks = {0};
    struct finding outline = {0};
    if (width <= NARROW_PX) {
        find_narrow(pixels, pitch_px, width, height, &blocks, &outline);
    } else {
        find_wide(pixels, pitch_px, width, height, &blocks, &outline);
    }
    size_t total = (size_t)blocks.count + (size_t)outline.count;
    struct blit_blocks *found = memory_get(sizeof *found + total * sizeof(struct blit_block));
    struct blit_block *list = (struct blit_block *)(found + 1);
    copy_found(list, &blocks);
    copy_found(list + blocks.count, &outline);
    found->width = width;
    found->height = height;
    struct blit_rect all = {0, 0, width, height};
    found->is_all_opaque =
        blocks.count == 1 && list[0].is_opaque && memcmp(&list[0].rect, &all, sizeof all) == 0;
    found->count = blocks.count;
    found->outline_count = outline.count;
    found->list = list;
    found->outline = list + blocks.count;
    memory_free(blocks.list);
    memory_free(outline.list);
    return found;
}
