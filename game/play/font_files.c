#include "play/font_files.h"

#include "base/memory.h"

#include <fontconfig/fontconfig.h>
#include <stddef.h>

struct candidate {
    struct font_file file;
    const FcCharSet *has;
};

struct font_files {
    FcConfig *config;
    FcPattern *wanted, *first;
    FcFontSet *others; /* NULL until a character is missing */
    struct candidate items[FONT_FILES_MAX];
    int count;
};

/* Pictures of one size, such as coloured signs, are passed over: letters are wanted in any size and colour.
 */
static void add(struct font_files *files, FcPattern *pattern)
{
    FcChar8 *path = NULL;
    FcCharSet *has = NULL;
    FcBool is_scalable = FcTrue;
    FcBool is_coloured = FcFalse;
    int face = 0;
    FcPatternGetBool(pattern, FC_SCALABLE, 0, &is_scalable);
    FcPatternGetBool(pattern, FC_COLOR, 0, &is_coloured);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &face);
    if (files->count < FONT_FILES_MAX && is_scalable && !is_coloured &&
        FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch &&
        FcPatternGetCharSet(pattern, FC_CHARSET, 0, &has) == FcResultMatch) {
        files->items[files->count++] = (struct candidate){{(const char *)path, face}, has};
    }
}

struct font_files *font_files_open(void)
{
    struct font_files *files = memory_get(sizeof *files);
    FcResult result;
    files->config = FcInitLoadConfigAndFonts();
    files->wanted = FcNameParse((const FcChar8 *)"DejaVu Sans:style=Book:scalable=true");
    FcConfigSubstitute(files->config, files->wanted, FcMatchPattern);
    FcDefaultSubstitute(files->wanted);
    files->first = FcFontMatch(files->config, files->wanted, &result);
    if (files->first != NULL) {
        add(files, files->first);
    }
    if (files->count == 0) {
        font_files_close(files);
        return NULL;
    }
    return files;
}

void font_files_close(struct font_files *files)
{
    if (files == NULL) {
        return;
    }
    if (files->others != NULL) {
        FcFontSetDestroy(files->others);
    }
    if (files->first != NULL) {
        FcPatternDestroy(files->first);
    }
    FcPatternDestroy(files->wanted);
    FcConfigDestroy(files->config);
    FcFini();
    memory_free(files);
}

struct font_file font_files_get(const struct font_files *files, int number)
{
    return files->items[number].file;
}

/* Trimmed: fonts that add no characters to those before them are left out. */
static void find_others(struct font_files *files)
{
    FcResult result;
    files->others = FcFontSort(files->config, files->wanted, FcTrue, NULL, &result);
    for (int i = 0; files->others != NULL && i < files->others->nfont; i++) {
        add(files, files->others->fonts[i]);
    }
}

static int find(const struct font_files *files, int first, uint32_t code)
{
    for (int i = first; i < files->count; i++) {
        if (FcCharSetHasChar(files->items[i].has, code)) {
            return i;
        }
    }
    return FONT_FILE_NONE;
}

int font_files_of(struct font_files *files, uint32_t code)
{
    int number = find(files, 0, code);
    if (number == FONT_FILE_NONE && files->others == NULL) {
        find_others(files);
        number = find(files, 1, code);
    }
    return number;
}
