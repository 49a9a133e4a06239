#include "play/screenshot.h"

#include "base/memory.h"
#include "paint/picture_file.h"
#include "play/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NUMBERS = 10000 };

bool screenshot_save(struct painter *painter, const char *path, struct error *error)
{
    struct paint_state state = painter_state(painter);
    uint32_t *pixels =
        memory_get_array((size_t)state.output_w_px * (size_t)state.output_h_px, sizeof *pixels);
    bool good = painter_read(painter, pixels, error) &&
                picture_save(pixels, state.output_w_px, state.output_h_px, path, error);
    memory_free(pixels);
    return good;
}

/* XDG_PICTURES_DIR where the session sets it, else ~/Pictures if there is one, else the home folder. */
static void find_folder(char *folder, size_t size)
{
    const char *pictures = getenv("XDG_PICTURES_DIR");
    const char *home = getenv("HOME");
    struct stat facts;
    if (pictures != NULL && pictures[0] == '/') {
        snprintf(folder, size, "%s", pictures);
        return;
    }
    home = home != NULL && home[0] == '/' ? home : "/tmp";
    snprintf(folder, size, "%s/Pictures", home);
    if (stat(folder, &facts) != 0 || !S_ISDIR(facts.st_mode)) {
        snprintf(folder, size, "%s", home);
    }
}

void screenshot_of_player(struct app *app)
{
    char folder[900];
    char path[1000];
    find_folder(folder, sizeof folder);
    for (int i = 1; i < NUMBERS; i++) {
        snprintf(path, sizeof path, "%s/warren-%04d.png", folder, i);
        if (access(path, F_OK) != 0) {
            break;
        }
    }
    struct error error = {0};
    if (screenshot_save(app->display.painter, path, &error)) {
        app_say(app, "Saved as %s", path);
    } else {
        app_say(app, "The picture could not be saved: %s", error.text);
    }
}
