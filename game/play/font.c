#include "play/font.h"

#include "base/memory.h"

#include <SDL_ttf.h>
#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <string.h>

/* Glyphs of one size. Codepoints from 32 to 255 lie in a table; all others look like a question mark. */
enum { FIRST = 32, LAST = 255, SIZES_MAX = 12 };

struct glyph {
    SDL_Texture *texture; /* white; NULL for blanks */
    int width, height;    /* of the texture */
    int advance;
    bool is_made;
};

struct face {
    TTF_Font *ttf;
    int size_px;
    unsigned last_used;
    struct glyph glyphs[LAST - FIRST + 1];
};

struct font {
    char path[1024];
    SDL_Renderer *renderer;
    unsigned uses;
    struct face faces[SIZES_MAX];
};

static bool find_file(char *path, size_t size)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcPattern *wanted = FcNameParse((const FcChar8 *)"DejaVu Sans:style=Book");
    FcConfigSubstitute(config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *found = FcFontMatch(config, wanted, &result);
    FcChar8 *file = NULL;
    bool good = found != NULL && FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch;
    if (good) {
        snprintf(path, size, "%s", (const char *)file);
    }
    if (found != NULL) {
        FcPatternDestroy(found);
    }
    FcPatternDestroy(wanted);
    FcConfigDestroy(config);
    FcFini();
    return good;
}

struct font *font_open(struct error *error)
{
    struct font *font = memory_get(sizeof *font);
    if (!find_file(font->path, sizeof font->path)) {
        error_set(error, STATUS_ENVIRONMENT, "font",
                  "no font was found; install one, such as fonts-dejavu-core");
    } else if (TTF_Init() != 0) {
        error_set(error, STATUS_ENVIRONMENT, "font", "SDL_ttf cannot start: %s", TTF_GetError());
    } else {
        TTF_Font *trial = TTF_OpenFont(font->path, 16);
        if (trial != NULL) {
            TTF_CloseFont(trial);
            return font;
        }
        error_set(error, STATUS_ENVIRONMENT, "font", "%s", TTF_GetError());
        TTF_Quit();
    }
    memory_free(font);
    return NULL;
}

static void drop_glyphs(struct face *face)
{
    for (int i = 0; i <= LAST - FIRST; i++) {
        if (face->glyphs[i].texture != NULL) {
            SDL_DestroyTexture(face->glyphs[i].texture);
        }
    }
    memset(face->glyphs, 0, sizeof face->glyphs);
}

void font_attach(struct font *font, SDL_Renderer *renderer)
{
    for (int i = 0; i < SIZES_MAX; i++) {
        drop_glyphs(&font->faces[i]);
    }
    font->renderer = renderer;
}

void font_close(struct font *font)
{
    if (font == NULL) {
        return;
    }
    font_attach(font, NULL);
    for (int i = 0; i < SIZES_MAX; i++) {
        if (font->faces[i].ttf != NULL) {
            TTF_CloseFont(font->faces[i].ttf);
        }
    }
    TTF_Quit();
    memory_free(font);
}

/* The face of that size; the one that was not used for longest gives way when there are too many. */
static struct face *face_of(struct font *font, int size_px)
{
    struct face *oldest = &font->faces[0];
    for (int i = 0; i < SIZES_MAX; i++) {
        struct face *face = &font->faces[i];
        if (face->ttf != NULL && face->size_px == size_px) {
            face->last_used = ++font->uses;
            return face;
        }
        if (face->last_used < oldest->last_used) {
            oldest = face;
        }
    }
    drop_glyphs(oldest);
    if (oldest->ttf != NULL) {
        TTF_CloseFont(oldest->ttf);
    }
    oldest->ttf = TTF_OpenFont(font->path, size_px);
    oldest->size_px = size_px;
    oldest->last_used = ++font->uses;
    return oldest->ttf != NULL ? oldest : NULL;
}

static void make_glyph(const struct font *font, struct face *face, struct glyph *glyph, Uint32 code)
{
    int advance = 0;
    TTF_GlyphMetrics32(face->ttf, code, NULL, NULL, NULL, NULL, &advance);
    glyph->advance = advance;
    glyph->is_made = true;
    SDL_Surface *surface = code == ' ' || code == 0xa0
                               ? NULL
                               : TTF_RenderGlyph32_Blended(face->ttf, code, (SDL_Color){255, 255, 255, 255});
    if (surface != NULL) {
        glyph->texture = SDL_CreateTextureFromSurface(font->renderer, surface);
        glyph->width = surface->w;
        glyph->height = surface->h;
        SDL_FreeSurface(surface);
        if (glyph->texture != NULL) {
            SDL_SetTextureBlendMode(glyph->texture, SDL_BLENDMODE_BLEND);
        }
    }
}

/* Reads one codepoint of UTF-8 and moves on; broken bytes count as question marks. */
static Uint32 next_code(const char **text)
{
    const unsigned char *byte = (const unsigned char *)*text;
    Uint32 code = *byte++;
    int more = code >= 0xf0 ? 3 : code >= 0xe0 ? 2 : code >= 0xc0 ? 1 : 0;
    if (more > 0) {
        code &= 0x3fU >> more;
    }
    for (; more > 0 && (*byte & 0xc0) == 0x80; more--) {
        code = code << 6 | (*byte++ & 0x3fU);
    }
    *text = (const char *)byte;
    return code < FIRST || code > LAST || (code >= 127 && code < 160) ? '?' : code;
}

static struct glyph *glyph_of(const struct font *font, struct face *face, Uint32 code)
{
    struct glyph *glyph = &face->glyphs[code - FIRST];
    if (!glyph->is_made) {
        make_glyph(font, face, glyph, code);
    }
    return glyph;
}

int font_width(struct font *font, int size_px, const char *text)
{
    struct face *face = face_of(font, size_px);
    int width = 0;
    while (face != NULL && *text != '\0') {
        width += glyph_of(font, face, next_code(&text))->advance;
    }
    return width;
}

int font_height(struct font *font, int size_px)
{
    struct face *face = face_of(font, size_px);
    return face != NULL ? TTF_FontHeight(face->ttf) : size_px;
}

int font_draw(struct font *font, int size_px, int x, int y, SDL_Color colour, const char *text)
{
    struct face *face = face_of(font, size_px);
    int start = x;
    while (face != NULL && *text != '\0') {
        struct glyph *glyph = glyph_of(font, face, next_code(&text));
        if (glyph->texture != NULL) {
            SDL_SetTextureColorMod(glyph->texture, colour.r, colour.g, colour.b);
            SDL_SetTextureAlphaMod(glyph->texture, colour.a);
            SDL_RenderCopy(font->renderer, glyph->texture, NULL,
                           &(SDL_Rect){x, y, glyph->width, glyph->height});
        }
        x += glyph->advance;
    }
    return x - start;
}
