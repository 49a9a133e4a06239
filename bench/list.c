#include "bench/list.h"

#include "base/memory.h"
#include "paint/hint.h"
#include "replay/paths.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void list_drivers(struct text *out)
{
    text_add(out, "Drivers of this SDL (--driver):\n");
    for (int i = 0; i < SDL_GetNumRenderDrivers(); i++) {
        SDL_RendererInfo info;
        if (SDL_GetRenderDriverInfo(i, &info) == 0) {
            text_format(out, "  %s\n", info.name);
        }
    }
}

static void list_paths(struct text *out)
{
    static const char *const MEANINGS[PATH_COUNT] = {
        [PATH_COPY] = "one SDL_RenderCopyF a sprite from pictures of 32 px, scaled in every frame",
        [PATH_GEOMETRY] = "an atlas and as few SDL_RenderGeometry calls as can be",
        [PATH_CACHED] = "pictures made once for each zoom, terrain in chunk textures",
        [PATH_BLIT] = "Warren's own renderer on the CPU; redraws only what changed",
    };
    text_add(out, "\nDraw paths (--path):\n");
    for (int i = 0; i < PATH_COUNT; i++) {
        text_format(out, "  %-9s %s\n", paint_path_name((enum paint_path)i), MEANINGS[i]);
    }
}

static void add_values(const struct hint_info *info, struct text *out)
{
    if (info->values[0] == NULL) {
        text_add(out, "any text");
    }
    for (int i = 0; info->values[i] != NULL; i++) {
        text_format(out, "%s%s", i > 0 ? ", " : "", info->values[i]);
    }
}

static void add_honoured(enum hint hint, struct text *out)
{
    static const char *const DRIVERS[] = {"software", "opengl", "opengles2"};
    const char *gap = "";
    for (int i = 0; i < 3; i++) {
        if (hint_is_read_by(hint, DRIVERS[i], true)) {
            text_format(out, "%s%s", gap, DRIVERS[i]);
            gap = ", ";
        }
    }
    if (gap[0] == '\0') {
        text_add(out, "no driver here");
    }
    gap = "; paths ";
    for (int i = 0; i < PATH_COUNT; i++) {
        if ((hint_info(hint)->paths & (1u << i)) != 0) {
            text_format(out, "%s%s", gap, paint_path_name((enum paint_path)i));
            gap = ", ";
        }
    }
}

static void list_hint(enum hint hint, struct text *out)
{
    const struct hint_info *info = hint_info(hint);
    text_format(out, "\n  %s%s\n", info->name, hint < HINT_SETTABLE_COUNT ? "" : "  (recorded, not set)");
    text_format(out, "    is        %s\n    values    ", info->sdl_name);
    add_values(info, out);
    text_format(out, "\n    default   %s", info->sdl_default);
    if (info->warren_default != NULL && strcmp(info->warren_default, info->sdl_default) != 0) {
        text_format(out, "; Warren sets %s", info->warren_default);
    }
    text_format(out, "\n    read      %s\n    honoured  ", hint_time_name(info->time));
    add_honoured(hint, out);
    text_format(out, "\n    set       %s\n", info->how_set);
    text_format(out, "    read back %s\n", info->how_read != NULL ? info->how_read : "not possible");
    text_format(out, "    controls  must matter in %s, must not in %s\n", hint_control_name(info->positive),
                hint_control_name(info->negative));
    if (info->java != JAVA_NONE) {
        text_format(out, "    nearest to Java2D's %s\n", hint_java_name(info->java));
    }
    if (info->note[0] != '\0') {
        text_format(out, "    note      %s\n", info->note);
    }
}

static void list_presets(struct text *out)
{
    static const char *const PRESETS[] = {"unset", "quality", "speed"};
    text_add(out, "\nPresets (--hint preset=unset,quality,speed):\n");
    for (int i = 0; i < 3; i++) {
        struct hint_values values;
        text_format(out, "  %-8s", PRESETS[i]);
        bool is_known = hint_values_preset(&values, PRESETS[i], NULL);
        for (int hint = 0; is_known && hint < HINT_SETTABLE_COUNT; hint++) {
            const char *value = hint_values_get(&values, (enum hint)hint);
            if (value != NULL) {
                text_format(out, " %s=%s", hint_info((enum hint)hint)->name, value);
            }
        }
        text_add(out, i == 0 ? " nothing is set\n" : "\n");
    }
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list_levels(const char *assets, struct text *out)
{
    struct text folder = {0};
    struct text path = {0};
    text_format(&folder, "%s/levels", assets);
    const char *const arguments[] = {folder.bytes};
    struct paths *paths = paths_create(arguments, 1, stdin);
    char **lines = NULL;
    size_t count = 0;
    for (enum paths_found found = paths_next(paths, &path, NULL); found != PATHS_END;
         found = paths_next(paths, &path, NULL)) {
        if (found == PATHS_LEVEL) {
            lines = memory_resize(lines, count + 1, sizeof *lines);
            lines[count++] = memory_copy_text(path.bytes);
        }
    }
    text_add(out, "\nLevels (--level FILE); the standard measurement takes those in levels/bench:\n");
    if (count > 0) {
        qsort(lines, count, sizeof *lines, compare_lines);
    }
    for (size_t i = 0; i < count; i++) {
        text_format(out, "  %s\n", lines[i]);
        memory_free(lines[i]);
    }
    memory_free(lines);
    paths_destroy(paths);
    text_free(&path);
    text_free(&folder);
}

void list_all(const char *assets, struct text *out)
{
    list_drivers(out);
    list_paths(out);
    list_levels(assets, out);
    list_presets(out);
    text_add(out, "\nHints (--hint NAME=V1,V2):\n");
    for (int i = 0; i < HINT_COUNT; i++) {
        list_hint((enum hint)i, out);
    }
}
