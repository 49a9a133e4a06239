#include "paint/place.h"

#include <math.h>

/* Units to pixels, rounded to the nearest, halves up, on both sides of 0. */
static int to_px(int64_t units, int zoom_px)
{
    int64_t scaled = units * zoom_px + SCENE_UNITS / 2;
    int64_t quotient = scaled / SCENE_UNITS;
    return (int)(quotient - (scaled % SCENE_UNITS < 0));
}

SDL_Point paint_origin(const struct camera *camera)
{
    return (SDL_Point){(int)floor(camera->x_px + 0.5), (int)floor(camera->y_px + 0.5)};
}

SDL_Rect paint_place_in_world(const struct scene_item *item, int zoom_px)
{
    int left = to_px(item->x, zoom_px);
    int top = to_px(item->y, zoom_px);
    int width, height;
    if (item->layer == LAYER_RABBITS || item->layer == LAYER_FIRE) {
        width = to_px(item->width, zoom_px);
        height = to_px(item->height, zoom_px);
    } else {
        width = to_px((int64_t)item->x + item->width, zoom_px) - left;
        height = to_px((int64_t)item->y + item->height, zoom_px) - top;
    }
    return (SDL_Rect){left, top, width > 0 ? width : 1, height > 0 ? height : 1};
}

bool paint_place(const struct scene_item *item, const struct camera *camera, SDL_Rect *place)
{
    SDL_Point origin = paint_origin(camera);
    *place = paint_place_in_world(item, camera->zoom_px);
    place->x -= origin.x;
    place->y -= origin.y;
    return place->x < camera->view_w_px && place->y < camera->view_h_px && place->x + place->w > 0 &&
           place->y + place->h > 0;
}
