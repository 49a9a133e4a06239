/* What shows where the world ends: dashes of a highlighter, or the torn edge of the page (rules/40 A5). */
#include "scene/scene_parts.h"

enum { MARKER_UNITS = 512, LOOKS = 3 }; /* thickness; how many pictures take turns */

static int look(int place, int side)
{
    return (int)(scene_dice(place, side) % LOOKS);
}

static void add_left_and_right(struct scene *scene, const struct scene_view *view)
{
    bool is_torn = view->void_style == VOID_TORN_PAPER;
    int left = is_torn ? PICTURE_TORN_LEFT_1 : PICTURE_MARKER_DOWN_1;
    int right = is_torn ? PICTURE_TORN_RIGHT_1 : PICTURE_MARKER_DOWN_1;
    for (int y = view->y0 < 0 ? 0 : view->y0; y < view->y1 && y < view->height; y++) {
        if (view->x0 < 0) {
            scene_add(scene, LAYER_VOID, left + look(y, 0), -MARKER_UNITS, y * SCENE_UNITS);
        }
        if (view->x1 > view->width) {
            scene_add(scene, LAYER_VOID, right + look(y, 1), view->width * SCENE_UNITS, y * SCENE_UNITS);
        }
    }
}

static void add_above_and_below(struct scene *scene, const struct scene_view *view)
{
    bool is_torn = view->void_style == VOID_TORN_PAPER;
    int above = is_torn ? PICTURE_TORN_TOP_1 : PICTURE_MARKER_ACROSS_1;
    int below = is_torn ? PICTURE_TORN_BOTTOM_1 : PICTURE_MARKER_ACROSS_1;
    for (int x = view->x0 < 0 ? 0 : view->x0; x < view->x1 && x < view->width; x++) {
        if (view->y0 < 0) {
            scene_add(scene, LAYER_VOID, above + look(x, 2), x * SCENE_UNITS, -MARKER_UNITS);
        }
        if (view->y1 > view->height) {
            scene_add(scene, LAYER_VOID, below + look(x, 3), x * SCENE_UNITS, view->height * SCENE_UNITS);
        }
    }
}

static void add_corners(struct scene *scene, const struct scene_view *view)
{
    bool is_torn = view->void_style == VOID_TORN_PAPER;
    int32_t right = view->width * SCENE_UNITS;
    int32_t below = view->height * SCENE_UNITS;
    if (view->x0 < 0 && view->y0 < 0) {
        scene_add(scene, LAYER_VOID, is_torn ? PICTURE_TORN_TOP_LEFT : PICTURE_MARKER_CORNER, -MARKER_UNITS,
                  -MARKER_UNITS);
    }
    if (view->x1 > view->width && view->y0 < 0) {
        scene_add(scene, LAYER_VOID, is_torn ? PICTURE_TORN_TOP_RIGHT : PICTURE_MARKER_CORNER, right,
                  -MARKER_UNITS);
    }
    if (view->x0 < 0 && view->y1 > view->height) {
        scene_add(scene, LAYER_VOID, is_torn ? PICTURE_TORN_BOTTOM_LEFT : PICTURE_MARKER_CORNER,
                  -MARKER_UNITS, below);
    }
    if (view->x1 > view->width && view->y1 > view->height) {
        scene_add(scene, LAYER_VOID, is_torn ? PICTURE_TORN_BOTTOM_RIGHT : PICTURE_MARKER_CORNER, right,
                  below);
    }
}

void scene_add_void(struct scene *scene, const struct scene_view *view)
{
    add_left_and_right(scene, view);
    add_above_and_below(scene, view);
    add_corners(scene, view);
}
