#include "scene/camera.h"

#include "base/require.h"

#include <math.h>
#include <stddef.h>

static const int LADDER[] = {8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512};

/* The nearest allowed place of the view along one axis: centred when all of the world is seen, else inside
 * it. */
static double clamp_to_world(double at_px, int view_px, int world_cells, int zoom_px)
{
    double spare_px = (double)world_cells * zoom_px - view_px;
    if (spare_px <= 0) {
        return spare_px / 2;
    }
    return fmin(fmax(at_px, 0), spare_px);
}

static void clamp_camera(struct camera *camera)
{
    camera->x_px = clamp_to_world(camera->x_px, camera->view_w_px, camera->world_w_cells, camera->zoom_px);
    camera->y_px = clamp_to_world(camera->y_px, camera->view_h_px, camera->world_h_cells, camera->zoom_px);
}

static int clamp_zoom(int zoom_px)
{
    if (zoom_px < ZOOM_MIN_PX) {
        return ZOOM_MIN_PX;
    }
    return zoom_px > ZOOM_MAX_PX ? ZOOM_MAX_PX : zoom_px;
}

static void centre_camera(struct camera *camera)
{
    camera->x_px = ((double)camera->world_w_cells * camera->zoom_px - camera->view_w_px) / 2;
    camera->y_px = ((double)camera->world_h_cells * camera->zoom_px - camera->view_h_px) / 2;
}

void camera_init(struct camera *camera, int world_w_cells, int world_h_cells, int view_w_px, int view_h_px)
{
    require(world_w_cells >= 0 && world_h_cells >= 0);
    require(view_w_px > 0 && view_h_px > 0);
    *camera = (struct camera){.zoom_px = ZOOM_NOMINAL_PX,
                              .view_w_px = view_w_px,
                              .view_h_px = view_h_px,
                              .world_w_cells = world_w_cells,
                              .world_h_cells = world_h_cells};
    centre_camera(camera);
}

void camera_resize(struct camera *camera, int view_w_px, int view_h_px)
{
    require(view_w_px > 0 && view_h_px > 0);
    camera->x_px += (camera->view_w_px - view_w_px) / 2.0;
    camera->y_px += (camera->view_h_px - view_h_px) / 2.0;
    camera->view_w_px = view_w_px;
    camera->view_h_px = view_h_px;
    clamp_camera(camera);
}

void camera_zoom_at(struct camera *camera, int zoom_px, double view_x_px, double view_y_px)
{
    double old_px = camera->zoom_px;
    camera->zoom_px = clamp_zoom(zoom_px);
    /* Multiply before dividing: whole numbers stay exact. */
    camera->x_px = (camera->x_px + view_x_px) * camera->zoom_px / old_px - view_x_px;
    camera->y_px = (camera->y_px + view_y_px) * camera->zoom_px / old_px - view_y_px;
    clamp_camera(camera);
}

void camera_pan(struct camera *camera, double dx_px, double dy_px)
{
    camera->x_px += dx_px;
    camera->y_px += dy_px;
    clamp_camera(camera);
}

void camera_fit(struct camera *camera)
{
    int zoom_px = ZOOM_MAX_PX;
    if (camera->world_w_cells > 0 && camera->view_w_px / camera->world_w_cells < zoom_px) {
        zoom_px = camera->view_w_px / camera->world_w_cells;
    }
    if (camera->world_h_cells > 0 && camera->view_h_px / camera->world_h_cells < zoom_px) {
        zoom_px = camera->view_h_px / camera->world_h_cells;
    }
    camera->zoom_px = clamp_zoom(zoom_px);
    centre_camera(camera);
}

bool camera_cell_at(const struct camera *camera, double view_x_px, double view_y_px, int *x, int *y)
{
    *x = (int)floor((camera->x_px + view_x_px) / camera->zoom_px);
    *y = (int)floor((camera->y_px + view_y_px) / camera->zoom_px);
    return *x >= 0 && *x < camera->world_w_cells && *y >= 0 && *y < camera->world_h_cells;
}

void camera_cells_in_view(const struct camera *camera, int margin, int *x0, int *y0, int *x1, int *y1)
{
    *x0 = (int)floor(camera->x_px / camera->zoom_px) - margin;
    *y0 = (int)floor(camera->y_px / camera->zoom_px) - margin;
    *x1 = (int)ceil((camera->x_px + camera->view_w_px) / camera->zoom_px) + margin;
    *y1 = (int)ceil((camera->y_px + camera->view_h_px) / camera->zoom_px) + margin;
}

int zoom_step(int zoom_px, int direction)
{
    const size_t count = sizeof(LADDER) / sizeof(LADDER[0]);
    if (direction > 0) {
        for (size_t i = 0; i < count; i++) {
            if (LADDER[i] > zoom_px) {
                return LADDER[i];
            }
        }
        return ZOOM_MAX_PX;
    }
    for (size_t i = count; i > 0; i--) {
        if (LADDER[i - 1] < zoom_px) {
            return LADDER[i - 1];
        }
    }
    return ZOOM_MIN_PX;
}
