#include "play/minimap.h"

#include "base/memory.h"

#include <math.h>

enum { SIDE_MAX = 200, CROWD = 60 };

bool minimap_is_useful(const struct view *view)
{
    const struct camera *camera = &view->camera;
    return camera->world_w_cells * camera->zoom_px > camera->view_w_px + camera->zoom_px ||
           camera->world_h_cells * camera->zoom_px > camera->view_h_px + camera->zoom_px;
}

static uint32_t colour_of(const struct world *world, int x, int y)
{
    if (world_water_at(world, x, y) > 256) {
        return 0xff4c8fc4;
    }
    switch (world_block_at(world, x, y)) {
    case BLOCK_NONE: return 0xfffbf7ec;
    case BLOCK_METAL: return 0xff5c646b;
    case BLOCK_BRIDGE_LEFT:
    case BLOCK_BRIDGE_RIGHT: return 0xffe8743b;
    default: return 0xffb98a58;
    }
}

static void make(struct minimap *minimap, SDL_Renderer *renderer, const struct world *world)
{
    int longer = world_width(world) > world_height(world) ? world_width(world) : world_height(world);
    int cells = (longer + SIDE_MAX - 1) / SIDE_MAX;
    minimap->cells_a_pixel = cells < 1 ? 1 : cells;
    minimap->width = (world_width(world) + minimap->cells_a_pixel - 1) / minimap->cells_a_pixel;
    minimap->height = (world_height(world) + minimap->cells_a_pixel - 1) / minimap->cells_a_pixel;
    if (minimap->texture != NULL) {
        SDL_DestroyTexture(minimap->texture);
    }
    minimap->texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                                         minimap->width, minimap->height);
}

static void fill(const struct minimap *minimap, const struct world *world)
{
    uint32_t *pixels = memory_get_array((size_t)minimap->width * (size_t)minimap->height, sizeof *pixels);
    for (int y = 0; y < minimap->height; y++) {
        for (int x = 0; x < minimap->width; x++) {
            pixels[y * minimap->width + x] =
                colour_of(world, x * minimap->cells_a_pixel, y * minimap->cells_a_pixel);
        }
    }
    SDL_UpdateTexture(minimap->texture, NULL, pixels, minimap->width * (int)sizeof *pixels);
    memory_free(pixels);
}

static void draw_who(struct canvas *canvas, const struct world *world, struct box box, double cell)
{
    int count;
    const struct thing *things = world_things(world, &count);
    for (int i = 0; i < count; i++) {
        bool is_way = things[i].kind == THING_ENTRANCE || things[i].kind == THING_EXIT;
        if (is_way) {
            canvas_fill(canvas, box.x + things[i].x * cell - 2, box.y + things[i].y * cell - 2, 5, 5,
                        INK_INK);
            canvas_fill(canvas, box.x + things[i].x * cell - 1, box.y + things[i].y * cell - 1, 3, 3,
                        things[i].kind == THING_EXIT ? INK_SUN : INK_KRAFT);
        }
    }
    const struct rabbit *rabbits = world_rabbits(world, &count);
    double size = count > CROWD ? 2 : 3;
    for (int i = 0; i < count; i++) {
        canvas_fill(canvas, box.x + rabbits[i].x * cell - 1, box.y + rabbits[i].y * cell - 1, size, size,
                    rabbits[i].is_rabbot ? INK_BAD : INK_ACCENT);
    }
}

static void draw_view(struct canvas *canvas, const struct view *view, struct box box, double cell)
{
    const struct camera *camera = &view->camera;
    double x = fmax(0, camera->x_px / camera->zoom_px * cell);
    double y = fmax(0, camera->y_px / camera->zoom_px * cell);
    double w = fmin(box.w - x, (double)camera->view_w_px / camera->zoom_px * cell);
    double h = fmin(box.h - y, (double)camera->view_h_px / camera->zoom_px * cell);
    /* Light and dark, so that it is seen on any ground. */
    canvas_frame(canvas, box.x + x - 4, box.y + y - 4, w + 8, h + 8, 2, INK_INK);
    canvas_frame(canvas, box.x + x - 2, box.y + y - 2, w + 4, h + 4, 2, INK_SUN);
}

void minimap_draw(struct minimap *minimap, struct ui *ui, struct view *view, const struct session *session,
                  int generation)
{
    struct canvas *canvas = ui->canvas;
    const struct world *world = timeline_world(session->timeline);
    uint64_t hash = world_terrain_hash(world);
    if (minimap->generation != generation) {
        minimap->texture = NULL; /* it went with its renderer */
    }
    if (minimap->texture == NULL || minimap->terrain_hash != hash) {
        make(minimap, canvas->renderer, world);
        fill(minimap, world);
        minimap->terrain_hash = hash;
        minimap->generation = generation;
    }
    double longer = fmax(world_width(world), world_height(world));
    double cell = fmin(SIDE_MAX, canvas->height * 0.3) / longer;
    struct box box = {0, 0, world_width(world) * cell, world_height(world) * cell};
    box.x = canvas->width - box.w - 18;
    box.y = (double)(view->area.y + view->area.h) / canvas->scale - box.h - 6;
    struct ui_state state = ui_item(ui, box, "Small map", false);
    canvas_panel(canvas, box.x - 5, box.y - 5, box.w + 10, box.h + 10, INK_PAPER);
    canvas_texture(canvas, minimap->texture, box.x, box.y, box.w, box.h);
    draw_who(canvas, world, box, cell);
    draw_view(canvas, view, box, cell);
    if (state.is_down) {
        double x_px = (ui->pointer_x - box.x) / cell * view->camera.zoom_px;
        double y_px = (ui->pointer_y - box.y) / cell * view->camera.zoom_px;
        view_pan(view, x_px - view->camera.view_w_px / 2.0 - view->camera.x_px,
                 y_px - view->camera.view_h_px / 2.0 - view->camera.y_px);
    }
}

void minimap_free(struct minimap *minimap, int generation)
{
    if (minimap->texture != NULL && minimap->generation == generation) {
        SDL_DestroyTexture(minimap->texture);
    }
    *minimap = (struct minimap){0};
}
