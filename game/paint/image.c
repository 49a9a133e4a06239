#include "paint/image.h"

#include "base/memory.h"
#include "paint/painter.h"
#include "paint/picture_file.h"

static struct painter *open_painter(const struct paint_image *image, int width_px, int height_px,
                                    struct error *error)
{
    struct paint_settings settings = {.driver = "software",
                                      .path = PATH_COPY,
                                      .width_px = width_px,
                                      .height_px = height_px,
                                      .is_windowless = true,
                                      .assets = image->assets};
    return hint_values_set(&settings.hints, "pictures", "exact", error) ? painter_open(&settings, error)
                                                                        : NULL;
}

bool paint_image(const struct paint_image *image, const char *path, struct error *error)
{
    int64_t across = world_width(image->world) + (int64_t)2 * image->margin_cells;
    int64_t down = world_height(image->world) + (int64_t)2 * image->margin_cells;
    if (across * image->zoom_px > PAINT_IMAGE_SIDE_MAX_PX ||
        down * image->zoom_px > PAINT_IMAGE_SIDE_MAX_PX) {
        return error_set(error, STATUS_ENVIRONMENT, "too-large",
                         "at %d pixels a cell the picture would have a side of more than %d pixels",
                         image->zoom_px, PAINT_IMAGE_SIDE_MAX_PX);
    }
    int width_px = (int)across * image->zoom_px;
    int height_px = (int)down * image->zoom_px;
    struct painter *painter = open_painter(image, width_px, height_px, error);
    if (painter == NULL) {
        return false;
    }
    struct camera camera = {.zoom_px = image->zoom_px,
                            .view_w_px = width_px,
                            .view_h_px = height_px,
                            .world_w_cells = world_width(image->world),
                            .world_h_cells = world_height(image->world),
                            .x_px = -(double)(image->margin_cells * image->zoom_px),
                            .y_px = -(double)(image->margin_cells * image->zoom_px)};
    struct scene scene = {0};
    scene_build(&scene, image->level, image->world, &camera, (struct scene_options){.blend = image->blend});
    painter_settle(painter, &scene, &camera);
    uint32_t *pixels = memory_get_array((size_t)width_px * (size_t)height_px, sizeof *pixels);
    bool saved =
        painter_read(painter, pixels, error) && picture_save(pixels, width_px, height_px, path, error);
    memory_free(pixels);
    scene_free(&scene);
    painter_close(painter);
    return saved;
}
