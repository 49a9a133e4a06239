#include "paint/hint.h"

#include "base/require.h"
#include "paint/hint_table.h"

#include <string.h>

const struct hint_info *hint_info(enum hint hint)
{
    require(hint < HINT_COUNT);
    return &hint_table[hint];
}

bool hint_from_name(const char *name, enum hint *hint)
{
    for (int i = 0; i < HINT_COUNT; i++) {
        if (strcmp(hint_table[i].name, name) == 0 || strcmp(hint_table[i].sdl_name, name) == 0) {
            *hint = (enum hint)i;
            return true;
        }
    }
    return false;
}

static unsigned driver_bit(const char *driver)
{
    if (strcmp(driver, "software") == 0) {
        return DRIVER_SOFTWARE;
    }
    if (strcmp(driver, "opengl") == 0) {
        return DRIVER_OPENGL;
    }
    return strcmp(driver, "opengles2") == 0 ? DRIVER_OPENGLES2 : 0;
}

bool hint_is_honoured(enum hint hint, const char *driver, enum paint_path path)
{
    const struct hint_info *info = hint_info(hint);
    return (info->drivers & driver_bit(driver)) != 0 && (info->paths & (1u << path)) != 0;
}

bool hint_is_read_by(enum hint hint, const char *driver, bool has_window)
{
    const struct hint_info *info = hint_info(hint);
    bool is_read_late = info->time == HINT_BEFORE_TEXTURE || info->time == HINT_AT_ONCE;
    return (info->drivers & driver_bit(driver)) != 0 && (has_window || is_read_late);
}

const char *hint_time_name(enum hint_time time)
{
    static const char *const names[] = {"when the library is loaded", "before the window",
                                        "before the renderer", "before the texture", "at once"};
    require(time <= HINT_AT_ONCE);
    return names[time];
}

const char *hint_control_name(enum hint_control control)
{
    static const char *const names[CONTROL_COUNT] = {"none",  "tiles-nominal", "tiles-double", "many-quads",
                                                     "lines", "edges",         "logical-size", "present"};
    require(control < CONTROL_COUNT);
    return names[control];
}

const char *hint_java_name(enum hint_java java)
{
    static const char *const names[] = {"", "KEY_ANTIALIASING", "KEY_ALPHA_INTERPOLATION",
                                        "KEY_COLOR_RENDERING", "KEY_RENDERING"};
    require(java <= JAVA_RENDERING);
    return names[java];
}

bool hint_values_set(struct hint_values *values, const char *name, const char *value, struct error *error)
{
    enum hint hint;
    if (!hint_from_name(name, &hint)) {
        return error_set(error, STATUS_USAGE, "hint", "there is no hint called \"%.60s\"", name);
    }
    const struct hint_info *info = hint_info(hint);
    if (hint >= HINT_SETTABLE_COUNT) {
        return error_set(error, STATUS_USAGE, "hint", "%s is only recorded, it cannot be set here",
                         info->name);
    }
    if (strcmp(value, "unset") == 0) {
        values->choice[hint] = 0;
        return true;
    }
    char known[128] = "";
    for (int i = 0; info->values[i] != NULL; i++) {
        if (strcmp(info->values[i], value) == 0) {
            values->choice[hint] = (uint8_t)(i + 1);
            return true;
        }
        strncat(known, i > 0 ? ", " : "", sizeof known - strlen(known) - 1);
        strncat(known, info->values[i], sizeof known - strlen(known) - 1);
    }
    return error_set(error, STATUS_USAGE, "hint", "%s cannot be \"%.60s\"; it can be %s", info->name, value,
                     known);
}

const char *hint_values_get(const struct hint_values *values, enum hint hint)
{
    require(hint < HINT_SETTABLE_COUNT);
    int choice = values->choice[hint];
    return choice > 0 ? hint_table[hint].values[choice - 1] : NULL;
}

bool hint_values_preset(struct hint_values *values, const char *preset, struct error *error)
{
    static const struct {
        const char *name, *quality, *speed;
    } rows[] = {
        {"scale-quality", "best", "nearest"},
        {"multisample", "4", "0"},
        {"blend", "blend", "auto"},
        {"colour-bits", "24", "16"},
    };
    bool is_quality = strcmp(preset, "quality") == 0;
    if (!is_quality && strcmp(preset, "speed") != 0 && strcmp(preset, "unset") != 0) {
        return error_set(error, STATUS_USAGE, "hint", "there is no preset called \"%.60s\"", preset);
    }
    memset(values, 0, sizeof *values);
    if (strcmp(preset, "unset") == 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (!hint_values_set(values, rows[i].name, is_quality ? rows[i].quality : rows[i].speed, error)) {
            return false;
        }
    }
    return true;
}
