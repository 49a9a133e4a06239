/* warren-level show, write: a level at some moment, as a picture in text or as a level again. */
#include "level/level_picture.h"
#include "tool/moment.h"
#include "tool/verb.h"

static enum status put(const struct tool *tool, struct moment *moment, struct text *out)
{
    fwrite(out->bytes, 1, out->length, tool->out);
    text_free(out);
    moment_close(moment);
    return STATUS_GOOD;
}

enum status verb_show(const struct tool *tool, const struct arguments *arguments)
{
    struct moment moment;
    struct text out = {0};
    enum status status = moment_open(tool, arguments, &moment);
    if (status != STATUS_GOOD) {
        return status;
    }
    struct level_picture_options options = {.coordinates = true,
                                            .changes = arguments->is_given[OPTION_CHANGES]};
    level_picture(moment.world, options, &out);
    return put(tool, &moment, &out);
}

enum status verb_write(const struct tool *tool, const struct arguments *arguments)
{
    struct moment moment;
    struct text out = {0};
    struct error error;
    enum status status = moment_open(tool, arguments, &moment);
    if (status != STATUS_GOOD) {
        return status;
    }
    struct level_write_options options = {.meta = true, .runtime = arguments->is_given[OPTION_RUNTIME]};
    if (!level_write(moment.level, moment.world, options, &out, &error)) {
        moment_close(&moment);
        return moment_fail(tool, arguments->operands[0], &error);
    }
    return put(tool, &moment, &out);
}
