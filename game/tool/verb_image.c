/* warren-level image: the drawn picture of a level at some moment, without a display. */
#include "paint/assets.h"
#include "paint/image.h"
#include "tool/moment.h"
#include "tool/verb.h"

enum { FRAMES_PER_STEP = 10, MARGIN_CELLS = 1 };

static bool draw(const struct moment *moment, const struct arguments *arguments, struct error *error)
{
    struct text assets = {0};
    bool is_good = assets_find(arguments->text[OPTION_DATA], &assets, error);
    if (is_good) {
        struct paint_image image = {
            .level = moment->level,
            .world = moment->world,
            .zoom_px = arguments->number[OPTION_ZOOM],
            .blend = arguments->number[OPTION_FRAME] * SCENE_UNITS / FRAMES_PER_STEP,
            .margin_cells = MARGIN_CELLS,
            .assets = assets.bytes,
        };
        is_good = paint_image(&image, arguments->text[OPTION_OUTPUT], error);
    }
    text_free(&assets);
    return is_good;
}

enum status verb_image(const struct tool *tool, const struct arguments *arguments)
{
    struct moment moment;
    struct error error;
    if (!arguments->is_given[OPTION_OUTPUT]) {
        return verb_refuse(tool, "image wants -o OUT.png");
    }
    enum status status = moment_open(tool, arguments, &moment);
    if (status != STATUS_GOOD) {
        return status;
    }
    bool is_good = draw(&moment, arguments, &error);
    moment_close(&moment);
    if (!is_good) {
        error_print(&error, tool->err);
        return error.status;
    }
    return STATUS_GOOD;
}
