/* The program `warren`: the one place that prints and ends. */
#include "paint/assets.h"
#include "play/screen.h"

#include <stdio.h>

static enum status fail(const struct error *error)
{
    if (error->status == STATUS_USAGE) {
        error_print_usage("warren", error, stderr);
    } else {
        error_print(error, stderr);
    }
    return error->status;
}

/* What was asked for on the command line. A full disk and a reader that is gone are noticed. */
static enum status answer(const struct text *text)
{
    struct error error;
    if (fputs(text->bytes, stdout) < 0 || fflush(stdout) != 0) {
        error_set(&error, STATUS_ENVIRONMENT, "file", "the output cannot be written");
        return fail(&error);
    }
    return STATUS_GOOD;
}

/* Which screen comes first, with the level of the command line opened. */
static bool begin(struct app *app, const struct play_options *options, enum screen *first,
                  struct error *error)
{
    *first = SCREEN_TITLE;
    if (options->level == NULL) {
        return true;
    }
    *first = SCREEN_PLAY;
    return app_open_level(app, options->level, error) &&
           (options->replay == 0 || session_watch(&app->session, options->replay, error));
}

static enum status run(const struct play_options *options, const char *assets)
{
    struct error error = {0};
    /* A level that cannot be read is told before a window opens. */
    if (options->level != NULL) {
        struct level *level = level_load(options->level, &error);
        if (level == NULL) {
            return fail(&error);
        }
        level_destroy(level);
    }
    struct app app;
    if (!app_open(&app, options, assets, &error)) {
        return fail(&error);
    }
    display_put_first();
    enum screen first;
    enum status status;
    if (begin(&app, options, &first, &error)) {
        screen_run_all(&app, first);
        status = app.failure.kind[0] != '\0' ? fail(&app.failure) : app.status;
    } else {
        status = fail(&error);
    }
    app_close(&app);
    return status;
}

int main(int argc, char **argv)
{
    struct play_options options;
    struct error error = {0};
    struct text text = {0};
    enum status status = STATUS_GOOD;
    switch (options_parse(argc, argv, &options, &text, &error)) {
    case OPTIONS_DONE: status = answer(&text); break;
    case OPTIONS_WRONG: status = fail(&error); break;
    case OPTIONS_RUN:
        status = assets_find(options.data, &text, &error) ? run(&options, text.bytes) : fail(&error);
        break;
    }
    text_free(&text);
    return (int)status;
}
