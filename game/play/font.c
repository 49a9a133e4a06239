#include "play/font.h"

#include "base/memory.h"
#include "play/font_files.h"

#include <SDL_ttf.h>
#include <string.h>

/* GLYPHS is a power of two; no more than GLYPHS_MAX of its places are taken, so that searching ends soon. */
enum { SIZES_MAX = 16, GLYPHS = 512, GLYPHS_MAX = 400, OTHERS_MAX = 6, REPLACEMENT = 0xfffd };

struct glyph {
    Uint32 code;          /* 0: the place is free */
    SDL_Texture *texture; /* white; NULL for blanks */
    int width, height;    /* of the texture */
    int drop;             /* how far it begins below the top of the line */
    int advance;
};

/* One of the fonts after the first, opened in this size. */
struct other {
    TTF_Font *ttf;
    int number; /* of the file */
};

struct face {
    TTF_Font *ttf;
    struct other others[OTHERS_MAX];
    int other_count;
    int size_px;
    unsigned last_used;
    int glyph_count;
    struct glyph glyphs[GLYPHS];
};

struct font {
    struct font_files *files;
    SDL_Renderer *renderer;
    unsigned uses;
    struct face faces[SIZES_MAX];
};

static TTF_Font *open_file(const struct font *font, int number, int size_px)
{
    struct font_file file = font_files_get(font->files, number);
    return TTF_OpenFontIndex(file.path, size_px, file.face);
}

struct font *font_open(struct error *error)
{
    struct font *font = memory_get(sizeof *font);
    font->files = font_files_open();
    if (font->files == NULL) {
        error_set(error, STATUS_ENVIRONMENT, "font",
                  "no font was found; install one, such as fonts-dejavu-core");
    } else if (TTF_Init() != 0) {
        error_set(error, STATUS_ENVIRONMENT, "font", "SDL_ttf cannot start: %s", TTF_GetError());
    } else {
        TTF_Font *trial = open_file(font, 0, 16);
        if (trial != NULL) {
            TTF_CloseFont(trial);
            return font;
        }
        error_set(error, STATUS_ENVIRONMENT, "font", "%s: %s", font_files_get(font->files, 0).path,
                  TTF_GetError());
        TTF_Quit();
    }
    font_files_close(font->files);
    memory_free(font);
    return NULL;
}

static void drop_glyphs(struct face *face)
{
    for (int i = 0; i < GLYPHS; i++) {
        if (face->glyphs[i].texture != NULL) {
            SDL_DestroyTexture(face->glyphs[i].texture);
        }
    }
    memset(face->glyphs, 0, sizeof face->glyphs);
    face->glyph_count = 0;
}

static void close_face(struct face *face)
{
    drop_glyphs(face);
    for (int i = 0; i < face->other_count; i++) {
        TTF_CloseFont(face->others[i].ttf);
    }
    face->other_count = 0;
    if (face->ttf != NULL) {
        TTF_CloseFont(face->ttf);
    }
    face->ttf = NULL;
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
    for (int i = 0; i < SIZES_MAX; i++) {
        close_face(&font->faces[i]);
    }
    TTF_Quit();
    font_files_close(font->files);
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
    close_face(oldest);
    oldest->ttf = open_file(font, 0, size_px);
    oldest->size_px = size_px;
    oldest->last_used = ++font->uses;
    return oldest->ttf != NULL ? oldest : NULL;
}

/* The opened font that has the character, or NULL. */
static TTF_Font *ttf_of(const struct font *font, struct face *face, Uint32 code)
{
    int number = font_files_of(font->files, code);
    if (number <= 0) {
        return number == 0 ? face->ttf : NULL;
    }
    for (int i = 0; i < face->other_count; i++) {
        if (face->others[i].number == number) {
            return face->others[i].ttf;
        }
    }
    TTF_Font *ttf = face->other_count < OTHERS_MAX ? open_file(font, number, face->size_px) : NULL;
    if (ttf != NULL) {
        face->others[face->other_count++] = (struct other){ttf, number};
    }
    return ttf;
}

static void draw_glyph(const struct font *font, TTF_Font *ttf, struct glyph *glyph, Uint32 code)
{
    SDL_Surface *surface = TTF_RenderGlyph32_Blended(ttf, code, (SDL_Color){255, 255, 255, 255});
    if (surface == NULL) {
        return;
    }
    glyph->texture = SDL_CreateTextureFromSurface(font->renderer, surface);
    glyph->width = surface->w;
    glyph->height = surface->h;
    SDL_FreeSurface(surface);
    if (glyph->texture != NULL) {
        SDL_SetTextureBlendMode(glyph->texture, SDL_BLENDMODE_BLEND);
    }
}

static bool is_blank(Uint32 code)
{
    return code <= ' ' || (code >= 0x7f && code <= 0xa0) || code == 0x3000 || code == 0xfeff ||
           (code >= 0x2000 && code <= 0x200f);
}

/* Letters of all fonts stand on one line: that of the first. */
static void make_glyph(const struct font *font, struct face *face, struct glyph *glyph, Uint32 code)
{
    Uint32 shown = code;
    TTF_Font *ttf = ttf_of(font, face, code);
    if (ttf == NULL && is_blank(code)) {
        *glyph = (struct glyph){.code = code};
        return;
    }
    if (ttf == NULL) {
        shown = TTF_GlyphIsProvided32(face->ttf, REPLACEMENT) ? REPLACEMENT : '?';
        ttf = face->ttf;
    }
    *glyph = (struct glyph){.code = code, .drop = TTF_FontAscent(face->ttf) - TTF_FontAscent(ttf)};
    TTF_GlyphMetrics32(ttf, shown, NULL, NULL, NULL, NULL, &glyph->advance);
    if (!is_blank(shown)) {
        draw_glyph(font, ttf, glyph, shown);
    }
}

/* Its place, or the free one where it belongs. */
static struct glyph *place_of(struct face *face, Uint32 code)
{
    Uint32 at = code * 2654435761U % GLYPHS;
    while (face->glyphs[at].code != 0 && face->glyphs[at].code != code) {
        at = (at + 1) % GLYPHS;
    }
    return &face->glyphs[at];
}

static const struct glyph *glyph_of(const struct font *font, struct face *face, Uint32 code)
{
    struct glyph *glyph = place_of(face, code);
    if (glyph->code != 0) {
        return glyph;
    }
    if (face->glyph_count == GLYPHS_MAX) {
        drop_glyphs(face);
        glyph = place_of(face, code);
    }
    face->glyph_count++;
    make_glyph(font, face, glyph, code);
    return glyph;
}

/* Reads one character of UTF-8 and moves on. Bytes that are none count as one sign of replacement each. */
static Uint32 next_code(const char **text)
{
    const unsigned char *byte = (const unsigned char *)*text;
    int more = byte[0] >= 0xf0 ? 3 : byte[0] >= 0xe0 ? 2 : byte[0] >= 0xc2 ? 1 : 0;
    static const Uint32 lowest[] = {0, 0x80, 0x800, 0x10000};
    Uint32 code = more > 0 ? byte[0] & (0x3fU >> more) : byte[0];
    bool is_good = byte[0] < 0x80 || (byte[0] >= 0xc2 && byte[0] <= 0xf4);
    for (int i = 1; i <= more && is_good; i++) {
        is_good = (byte[i] & 0xc0) == 0x80;
        code = code << 6 | (byte[i] & 0x3fU);
    }
    is_good = is_good && code >= lowest[more] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    *text += is_good ? more + 1 : 1;
    return is_good ? code : REPLACEMENT;
}

int font_step(struct font *font, int size_px, const char **text)
{
    struct face *face = face_of(font, size_px);
    Uint32 code = next_code(text);
    return face != NULL ? glyph_of(font, face, code)->advance : 0;
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
        const struct glyph *glyph = glyph_of(font, face, next_code(&text));
        if (glyph->texture != NULL) {
            SDL_SetTextureColorMod(glyph->texture, colour.r, colour.g, colour.b);
            SDL_SetTextureAlphaMod(glyph->texture, colour.a);
            SDL_RenderCopy(font->renderer, glyph->texture, NULL,
                           &(SDL_Rect){x, y + glyph->drop, glyph->width, glyph->height});
        }
        x += glyph->advance;
    }
    return x - start;
}
