#include "paint/path.h"

#include "base/require.h"

#include <string.h>

static const char *const names[PATH_COUNT] = {"copy", "geometry", "cached", "blit"};

const char *paint_path_name(enum paint_path path)
{
    require(path < PATH_COUNT);
    return names[path];
}

bool paint_path_from_name(const char *name, enum paint_path *path)
{
    for (int i = 0; i < PATH_COUNT; i++) {
        if (strcmp(names[i], name) == 0) {
            *path = (enum paint_path)i;
            return true;
        }
    }
    return false;
}
