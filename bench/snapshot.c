#include "bench/snapshot.h"

#include "base/memory.h"
#include "bench/png.h"

#include <stdio.h>

/* Draws the stage's frame until nothing is missing in it. Release the pixels with memory_free; NULL on an
 * error. */
static uint32_t *take(struct stage *stage, struct painter *painter, struct error *error)
{
    struct paint_state state = painter_state(painter);
    uint32_t *pixels =
        memory_get_array((size_t)state.output_w_px * (size_t)state.output_h_px, sizeof *pixels);
    stage_build(stage);
    painter_settle(painter, &stage->scene, &stage->camera);
    painter_draw(painter, &stage->scene, &stage->camera);
    painter_finish(painter);
    if (!painter_read(painter, pixels, error)) {
        memory_free(pixels);
        return NULL;
    }
    painter_present(painter);
    return pixels;
}

static bool save(const struct snapshot *snapshot, const struct comparison *comparison, const char *what,
                 const uint32_t *pixels, char *file, size_t room, struct error *error)
{
    struct paint_state state = painter_state(snapshot->painters[0]);
    char path[4096];
    snprintf(file, room, "pictures/%.20s-%.10s-%.40s-%dpx-%.24s-%.30s.png", comparison->driver,
             comparison->path, comparison->level, comparison->zoom_px, comparison->hint, what);
    snprintf(path, sizeof path, "%s/%s", snapshot->folder, file);
    return png_write(path, pixels, state.output_w_px, state.output_h_px, error);
}

static bool save_all(const struct snapshot *snapshot, struct comparison *comparison,
                     uint32_t *const pixels[2], struct error *error)
{
    for (int i = 0; i < 2; i++) {
        struct arm_result *arm = &comparison->arms[i];
        if (!save(snapshot, comparison, arm->setting, pixels[i], arm->picture_file, sizeof arm->picture_file,
                  error)) {
            return false;
        }
    }
    if (comparison->picture.class == PICTURE_IDENTICAL) {
        return true;
    }
    struct paint_state state = painter_state(snapshot->painters[0]);
    uint32_t *map = memory_get_array((size_t)state.output_w_px * (size_t)state.output_h_px, sizeof *map);
    picture_error_map(pixels[0], pixels[1], state.output_w_px, state.output_h_px, map);
    char what[2 * COMPARISON_WORD_MAX + 16];
    snprintf(what, sizeof what, "error-%.12s-%.12s", comparison->arms[1].setting,
             comparison->arms[0].setting);
    bool is_good = save(snapshot, comparison, what, map, comparison->error_map_file,
                        sizeof comparison->error_map_file, error);
    memory_free(map);
    return is_good;
}

static void compare_with_exact(const struct snapshot *snapshot, struct comparison *comparison,
                               uint32_t *const pixels[2])
{
    struct paint_state state = painter_state(snapshot->painters[0]);
    uint32_t *exact = snapshot->exact != NULL ? take(snapshot->stage, snapshot->exact, NULL) : NULL;
    for (int i = 0; exact != NULL && i < 2; i++) {
        struct arm_result *arm = &comparison->arms[i];
        struct picture_difference difference =
            picture_compare(exact, pixels[i], state.output_w_px, state.output_h_px);
        arm->has_exact = true;
        arm->exact_psnr_db = difference.psnr_db;
        arm->exact_ssim = difference.ssim_mean;
        arm->exact_ssim_worst = difference.ssim_worst;
    }
    memory_free(exact);
}

bool snapshot_take(const struct snapshot *snapshot, struct comparison *comparison, struct error *error)
{
    struct paint_state state = painter_state(snapshot->painters[0]);
    struct error reading;
    uint32_t *pixels[2];
    pixels[0] = take(snapshot->stage, snapshot->painters[0], &reading);
    pixels[1] = pixels[0] != NULL ? take(snapshot->stage, snapshot->painters[1], &reading) : NULL;
    bool is_good = true;
    if (pixels[1] == NULL) {
        snprintf(comparison->invalid, sizeof comparison->invalid, "%.180s", reading.text);
    } else {
        comparison->has_picture = true;
        comparison->picture = picture_compare(pixels[0], pixels[1], state.output_w_px, state.output_h_px);
        compare_with_exact(snapshot, comparison, pixels);
        is_good = snapshot->folder == NULL || save_all(snapshot, comparison, pixels, error);
    }
    memory_free(pixels[0]);
    memory_free(pixels[1]);
    return is_good;
}
