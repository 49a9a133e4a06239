#include "scene/picture.h"

#include "base/file.h"
#include "base/require.h"

#include <string.h>

enum { SVG_BYTES_MAX = 1 << 20 };

static const struct picture_info STILL[] = {
#define ROW(name, file, width, height, opaque) {file, width, height, opaque},
    STILL_PICTURES(ROW)
#undef ROW
};

struct picture_info picture_info(int picture)
{
    require(picture >= 0 && picture < PICTURE_COUNT);
    if (picture >= PICTURE_PUPPET_FIRST) {
        struct puppet_info puppet = puppet_info(picture - PICTURE_PUPPET_FIRST);
        return (struct picture_info){.name = puppet.name, .width = puppet.width, .height = puppet.height};
    }
    if (picture >= PICTURE_TISSUE_FIRST) {
        struct tissue_info tissue = tissue_info(picture - PICTURE_TISSUE_FIRST);
        return (struct picture_info){.name = tissue.name, .width = tissue.width, .height = tissue.height};
    }
    if (picture >= PICTURE_FLAME_FIRST) {
        return (struct picture_info){
            .name = flame_name(picture - PICTURE_FLAME_FIRST), .width = FLAME_WIDTH, .height = FLAME_HEIGHT};
    }
    return STILL[picture];
}

static bool read_still(const char *name, const char *folder, struct text *out, struct error *error)
{
    struct text path = {0};
    struct text svg = {0};
    text_format(&path, "%s/pictures/%s.svg", folder, name);
    bool is_read = file_read(path.bytes, SVG_BYTES_MAX, &svg, error);
    if (is_read) {
        text_add_bytes(out, svg.bytes, svg.length);
    }
    text_free(&svg);
    text_free(&path);
    return is_read;
}

bool picture_svg(int picture, const char *folder, struct text *out, struct error *error)
{
    require(picture >= 0 && picture < PICTURE_COUNT);
    if (picture >= PICTURE_PUPPET_FIRST) {
        puppet_svg(picture - PICTURE_PUPPET_FIRST, out);
        return true;
    }
    if (picture >= PICTURE_TISSUE_FIRST) {
        tissue_svg(picture - PICTURE_TISSUE_FIRST, out);
        return true;
    }
    if (picture >= PICTURE_FLAME_FIRST) {
        flame_svg(picture - PICTURE_FLAME_FIRST, out);
        return true;
    }
    return read_still(STILL[picture].name, folder, out, error);
}
