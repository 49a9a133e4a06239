#include "paint/blit_picture.h"

#include "base/memory.h"
#include "base/require.h"

#include <string.h>

enum {
    /* An opaque run shorter than this between mixed pixels is blended with them: starting a run costs more.
     */
    OPAQUE_RUN_MIN_PX = 8,
    /* Tinted pixels are made in pieces of this many, which stay in the first cache. */
    PIECE_PX = 256
};

static const uint32_t NO_TINT = 0xFFFFFFFF;

enum kind { CLEAR, MIXED, OPAQUE };

static enum kind kind_of(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    return alpha == 0 ? CLEAR : alpha == 255 ? OPAQUE : MIXED;
}

/* One run from the pixel at x, which is not clear. */
static struct blit_run find_run(const uint32_t *row, int width, int x)
{
    int opaque_end = x;
    while (opaque_end < width && kind_of(row[opaque_end]) == OPAQUE) {
        opaque_end++;
    }
    if (opaque_end - x >= OPAQUE_RUN_MIN_PX) {
        return (struct blit_run){(uint16_t)x, (uint16_t)(opaque_end - x), true};
    }
    int end = x;
    int opaque_count = 0; /* without a gap, up to end */
    bool has_mixed = false;
    while (end < width && opaque_count < OPAQUE_RUN_MIN_PX && kind_of(row[end]) != CLEAR) {
        has_mixed = has_mixed || kind_of(row[end]) == MIXED;
        opaque_count = kind_of(row[end]) == OPAQUE ? opaque_count + 1 : 0;
        end++;
    }
    if (opaque_count == OPAQUE_RUN_MIN_PX) {
        end -= OPAQUE_RUN_MIN_PX;
    }
    return (struct blit_run){(uint16_t)x, (uint16_t)(end - x), !has_mixed};
}

/* Finds the runs of a row; stores them if runs is not NULL. Returns their number. */
static int find_runs(const uint32_t *row, int width, struct blit_run *runs)
{
    int count = 0;
    int x = 0;
    while (x < width) {
        if (kind_of(row[x]) == CLEAR) {
            x++;
            continue;
        }
        struct blit_run run = find_run(row, width, x);
        if (runs != NULL) {
            runs[count] = run;
        }
        count++;
        x += run.count;
    }
    return count;
}

struct blit_runs *blit_runs_find(const uint32_t *pixels, int pitch_px, int width, int height)
{
    require(width >= 1 && width <= INT16_MAX && height >= 1);
    int run_count = 0;
    for (int y = 0; y < height; y++) {
        run_count += find_runs(pixels + (ptrdiff_t)y * pitch_px, width, NULL);
    }
    size_t first_bytes = ((size_t)height + 1) * sizeof(int);
    struct blit_runs *found =
        memory_get(sizeof *found + first_bytes + (size_t)run_count * sizeof(struct blit_run));
    int *first = (int *)(void *)(found + 1);
    struct blit_run *runs = (struct blit_run *)(void *)(first + height + 1);
    bool is_all_opaque = true;
    first[0] = 0;
    for (int y = 0; y < height; y++) {
        int count = find_runs(pixels + (ptrdiff_t)y * pitch_px, width, runs + first[y]);
        first[y + 1] = first[y] + count;
        is_all_opaque =
            is_all_opaque && count == 1 && runs[first[y]].count == width && runs[first[y]].is_opaque;
    }
    *found = (struct blit_runs){is_all_opaque, first, runs};
    return found;
}

static void over_tinted(uint32_t *to, const uint32_t *from, int count, uint32_t tint,
                        const struct blit_kernels *kernels)
{
    uint32_t piece[PIECE_PX];
    for (int done = 0; done < count; done += PIECE_PX) {
        size_t part = (size_t)(count - done < PIECE_PX ? count - done : PIECE_PX);
        kernels->tint(piece, from + done, tint, part);
        kernels->over(to + done, piece, part);
    }
}

void blit_picture_paint(const struct blit_picture *picture, const struct blit_target *target,
                        struct blit_rect clip, int x, int y, uint32_t tint,
                        const struct blit_kernels *kernels)
{
    struct blit_rect shown =
        blit_rect_common(clip, (struct blit_rect){x, y, x + picture->width, y + picture->height});
    uint32_t premultiplied_tint = blit_premultiply(tint);
    for (int row = shown.y0; row < shown.y1; row++) {
        const uint32_t *from = picture->pixels + (ptrdiff_t)(row - y) * picture->pitch_px;
        const int *first = picture->runs->first + (row - y);
        for (int i = first[0]; i < first[1]; i++) {
            const struct blit_run *run = &picture->runs->runs[i];
            int x0 = x + run->x > shown.x0 ? x + run->x : shown.x0;
            int x1 = x + run->x + run->count < shown.x1 ? x + run->x + run->count : shown.x1;
            if (x0 >= x1) {
                continue;
            }
            uint32_t *to = blit_target_at(target, x0, row);
            if (tint != NO_TINT) {
                over_tinted(to, from + (x0 - x), x1 - x0, premultiplied_tint, kernels);
            } else if (run->is_opaque) {
                memcpy(to, from + (x0 - x), (size_t)(x1 - x0) * sizeof *to);
            } else {
                kernels->over(to, from + (x0 - x), (size_t)(x1 - x0));
            }
        }
    }
}

void blit_fill(const struct blit_target *target, struct blit_rect rect, uint32_t colour,
               const struct blit_kernels *kernels)
{
    if (blit_rect_is_empty(rect)) {
        return;
    }
    uint32_t piece[PIECE_PX];
    for (int i = 0; i < PIECE_PX; i++) {
        piece[i] = blit_premultiply(colour);
    }
    bool is_opaque = colour >> 24 == 255;
    for (int y = rect.y0; y < rect.y1; y++) {
        for (int x = rect.x0; x < rect.x1; x += PIECE_PX) {
            size_t part = (size_t)(rect.x1 - x < PIECE_PX ? rect.x1 - x : PIECE_PX);
            if (is_opaque) {
                memcpy(blit_target_at(target, x, y), piece, part * sizeof *piece);
            } else {
                kernels->over(blit_target_at(target, x, y), piece, part);
            }
        }
    }
}
