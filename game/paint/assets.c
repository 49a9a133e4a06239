#include "paint/assets.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool has_pictures(const char *folder)
{
    struct text path = {0};
    text_format(&path, "%s/pictures", folder);
    struct stat facts;
    bool is_folder = stat(path.bytes, &facts) == 0 && S_ISDIR(facts.st_mode);
    text_free(&path);
    return is_folder;
}

/* base is the executable's folder, ending in a slash. */
static bool find_near(char *base, struct text *out)
{
    text_clear(out);
    text_format(out, "%s" WARREN_DATA_FROM_PROGRAM, base);
    if (has_pictures(out->bytes)) {
        return true;
    }
    for (char *end = strrchr(base, '/'); end != NULL; end = strrchr(base, '/')) {
        *end = '\0';
        text_clear(out);
        text_format(out, "%s/assets", base);
        if (has_pictures(out->bytes)) {
            return true;
        }
    }
    return false;
}

static bool take_named(const char *folder, const char *named_by, struct text *out, struct error *error)
{
    if (!has_pictures(folder)) {
        error_set(error, STATUS_ENVIRONMENT, "no-assets", "%s names a folder without pictures", named_by);
        error_at(error, folder, 0, 0);
        return false;
    }
    text_clear(out);
    text_add(out, folder);
    return true;
}

bool assets_find(const char *option, struct text *out, struct error *error)
{
    if (option != NULL) {
        return take_named(option, "--data", out, error);
    }
    const char *variable = getenv("WARREN_DATA");
    if (variable != NULL && variable[0] != '\0') {
        return take_named(variable, "WARREN_DATA", out, error);
    }
    char *base = SDL_GetBasePath();
    bool found = base != NULL && find_near(base, out);
    SDL_free(base);
    if (!found) {
        return error_set(error, STATUS_ENVIRONMENT, "no-assets",
                         "the pictures were not found: give their folder with --data or WARREN_DATA");
    }
    return true;
}
