#include "paint/control.h"

#include "base/memory.h"
#include "paint/window.h"

enum { SMALL_PX = 8, LINES = 200, TRIANGLES = 100, LOGICAL_W_PX = 300, LOGICAL_H_PX = 300 };

static int zoom_of(enum hint_control control)
{
    switch (control) {
    case CONTROL_TILES_DOUBLE: return 2 * ZOOM_NOMINAL_PX;
    case CONTROL_MANY_QUADS: return SMALL_PX;
    default: return ZOOM_NOMINAL_PX;
    }
}

static void add_tile(struct scene *scene, enum scene_layer layer, int picture, int x, int y)
{
    if (scene->count == scene->capacity) {
        scene->capacity = scene->capacity > 0 ? 2 * scene->capacity : 1024;
        scene->items = memory_resize(scene->items, (size_t)scene->capacity, sizeof *scene->items);
    }
    scene->items[scene->count++] = (struct scene_item){.x = x * SCENE_UNITS,
                                                       .y = y * SCENE_UNITS,
                                                       .width = picture_info(picture).width,
                                                       .height = picture_info(picture).height,
                                                       .picture = (uint16_t)picture,
                                                       .layer = (uint8_t)layer,
                                                       .tint = UINT32_MAX};
}

void control_scene(enum hint_control control, int view_w_px, int view_h_px, struct scene *scene,
                   struct camera *camera)
{
    int zoom_px = zoom_of(control);
    int across = view_w_px / zoom_px + 1;
    int down = view_h_px / zoom_px + 1;
    *camera = (struct camera){.zoom_px = zoom_px,
                              .view_w_px = view_w_px,
                              .view_h_px = view_h_px,
                              .world_w_cells = across,
                              .world_h_cells = down};
    scene->count = 0;
    if (control == CONTROL_PRESENT || control == CONTROL_LINES || control == CONTROL_EDGES) {
        return;
    }
    for (int y = 0; y < down; y++) {
        for (int x = 0; x < across; x++) {
            add_tile(scene, LAYER_PAPER, PICTURE_PAPER, x, y);
        }
    }
    for (int y = 0; y < down; y++) {
        for (int x = 0; x < across; x++) {
            add_tile(scene, LAYER_BLOCKS, x % 2 == 0 ? PICTURE_SLOPE_1 : PICTURE_METAL_1, x, y);
        }
    }
}

static void draw_lines(SDL_Renderer *renderer, int width_px, int height_px)
{
    SDL_SetRenderDrawColor(renderer, 255, 255, 255, 255);
    for (int i = 0; i < LINES; i++) {
        SDL_RenderDrawLine(renderer, width_px * i / LINES, 0, width_px * (LINES - i) / LINES, height_px - 1);
    }
}

static void draw_edges(SDL_Renderer *renderer, int width_px, int height_px)
{
    SDL_Color colour = {255, 255, 255, 255};
    for (int i = 0; i < TRIANGLES; i++) {
        float x = (float)width_px * (float)i / TRIANGLES;
        SDL_Vertex corners[3] = {{{x, 0.0f}, colour, {0.0f, 0.0f}},
                                 {{x + 9.0f, 3.0f}, colour, {0.0f, 0.0f}},
                                 {{x + 3.0f, (float)height_px}, colour, {0.0f, 0.0f}}};
        SDL_RenderGeometry(renderer, NULL, corners, 3, NULL, 0);
    }
}

static void draw_in_logical_size(SDL_Renderer *renderer, const char *mode)
{
    if (mode != NULL) {
        window_put_hint(HINT_LOGICAL_SIZE_MODE, mode);
    }
    SDL_RenderSetLogicalSize(renderer, LOGICAL_W_PX, LOGICAL_H_PX);
    SDL_SetRenderDrawColor(renderer, 200, 64, 47, 255);
    SDL_RenderFillRect(renderer,
                       &(SDL_Rect){LOGICAL_W_PX / 10, LOGICAL_H_PX / 10, LOGICAL_W_PX / 2, LOGICAL_H_PX / 2});
    SDL_RenderSetLogicalSize(renderer, 0, 0);
    if (mode != NULL) {
        window_put_hint(HINT_LOGICAL_SIZE_MODE, NULL);
    }
}

void control_overlay(enum hint_control control, SDL_Renderer *renderer, const char *mode)
{
    int width_px = 0, height_px = 0;
    SDL_GetRendererOutputSize(renderer, &width_px, &height_px);
    if (control == CONTROL_LINES) {
        draw_lines(renderer, width_px, height_px);
    } else if (control == CONTROL_EDGES) {
        draw_edges(renderer, width_px, height_px);
    } else if (control == CONTROL_LOGICAL_SIZE) {
        draw_in_logical_size(renderer, mode);
    }
}
