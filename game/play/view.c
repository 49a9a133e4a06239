#include "play/view.h"

#include <math.h>

void view_start(struct view *view, const struct session *session, int zoom_px)
{
    int width = world_width(session->level->world);
    int height = world_height(session->level->world);
    if (view->area.w <= 0 || view->area.h <= 0) {
        view->area = (SDL_Rect){0, 0, 640, 480};
    }
    camera_init(&view->camera, width, height, view->area.w, view->area.h);
    view->has_cell = false;
    view->is_fitted = zoom_px == 0;
    if (view->is_fitted) {
        camera_fit(&view->camera);
    } else {
        camera_zoom_at(&view->camera, zoom_px, view->area.w / 2.0, view->area.h / 2.0);
    }
}

void view_free(struct view *view)
{
    scene_free(&view->scene);
    *view = (struct view){0};
}

void view_set_area(struct view *view, SDL_Rect area, int output_w_px, int output_h_px)
{
    area.w = area.w < 1 ? 1 : area.w;
    area.h = area.h < 1 ? 1 : area.h;
    view->output_w_px = output_w_px;
    view->output_h_px = output_h_px;
    bool has_changed = view->area.w != area.w || view->area.h != area.h;
    view->area = area;
    if (has_changed) {
        camera_resize(&view->camera, area.w, area.h);
        if (view->is_fitted) {
            camera_fit(&view->camera);
        }
    }
}

void view_zoom_at(struct view *view, int zoom_px, double x_px, double y_px)
{
    view->is_fitted = false;
    camera_zoom_at(&view->camera, zoom_px, x_px - view->area.x, y_px - view->area.y);
}

void view_zoom_middle(struct view *view, int zoom_px)
{
    view_zoom_at(view, zoom_px, view->area.x + view->area.w / 2.0, view->area.y + view->area.h / 2.0);
}

void view_fit(struct view *view)
{
    view->is_fitted = true;
    camera_fit(&view->camera);
}

void view_pan(struct view *view, double dx_px, double dy_px)
{
    if (dx_px != 0 || dy_px != 0) {
        camera_pan(&view->camera, dx_px, dy_px);
    }
}

void view_show_cell(struct view *view, int x, int y)
{
    double zoom_px = view->camera.zoom_px;
    double left = x * zoom_px - view->camera.x_px;
    double top = y * zoom_px - view->camera.y_px;
    double right = left + zoom_px - view->area.w;
    double bottom = top + zoom_px - view->area.h;
    view_pan(view, left < 0 ? left : right > 0 ? right : 0, top < 0 ? top : bottom > 0 ? bottom : 0);
}

bool view_cell_at(const struct view *view, double x_px, double y_px, int *x, int *y)
{
    return camera_cell_at(&view->camera, x_px - view->area.x, y_px - view->area.y, x, y);
}

SDL_FPoint view_point(const struct view *view, double x_cells, double y_cells)
{
    return (SDL_FPoint){(float)(view->area.x + x_cells * view->camera.zoom_px - floor(view->camera.x_px)),
                        (float)(view->area.y + y_cells * view->camera.zoom_px - floor(view->camera.y_px))};
}

SDL_Rect view_cell_rect(const struct view *view, int x, int y)
{
    SDL_FPoint corner = view_point(view, x, y);
    return (SDL_Rect){(int)corner.x, (int)corner.y, view->camera.zoom_px, view->camera.zoom_px};
}

void view_draw(struct view *view, struct painter *painter, const struct session *session, bool is_still,
               bool settle)
{
    /* The painter fills the whole output, so that the level goes on behind the controls. */
    struct camera camera = view->camera;
    camera.x_px -= view->area.x;
    camera.y_px -= view->area.y;
    camera.view_w_px = view->output_w_px;
    camera.view_h_px = view->output_h_px;
    int blend = is_still ? 0 : (int)(session->place * SCENE_UNITS);
    scene_build(&view->scene, session->level, timeline_world(session->timeline), &camera,
                (struct scene_options){.blend = blend});
    if (settle) {
        painter_settle(painter, &view->scene, &camera);
    } else {
        painter_draw(painter, &view->scene, &camera);
    }
}
