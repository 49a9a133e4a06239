/* Golden pictures: the scene of golden_scene.h at five zooms, on every driver that opens here.
 *
 * golden/sums holds a sum of the pixels of each draw path on the software driver, exact to the last bit for
 * the versions of the libraries that it names. golden/N.png is what somebody has looked at, in 216 colours so
 * that the repository stays small: it tells where a picture differs, and stands in for the sums where the
 * libraries have other versions. The GL drivers are compared with the software driver's own picture, to
 * rounding.
 *
 * With WARREN_GOLDEN=renew both are written anew. */
#include "base/file.h"
#include "base/hash.h"
#include "paint/golden_scene.h"
#include "paint/painter.h"
#include "paint/picture_file.h"
#include "paint/sample.h"

#include <SDL_image.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    COLOUR_LEVELS = 6,      /* of each channel, in the golden pictures */
    GOLDEN_LEVELS_MAX = 40, /* half a step of those, and rounding */
    ROUNDING_LEVELS_MAX = 8 /* blending is rounded each time, and up to a dozen items lie on each other */
};

static const int zooms_px[] = {16, 24, 32, 48, 64};
enum { ZOOMS = sizeof zooms_px / sizeof zooms_px[0] };

static const char *const folder = "tests/paint/golden";

/* The ways of drawing. Stretched ones come from pictures of 32 px. */
static const struct way {
    const char *name;
    enum paint_path path;
    const char *pictures, *quality;
} ways[] = {{"blit", PATH_BLIT, "exact", "nearest"},
            {"copy", PATH_COPY, "exact", "nearest"},
            {"geometry", PATH_GEOMETRY, "exact", "nearest"},
            {"cached", PATH_CACHED, "exact", "nearest"},
            {"copy-stretched-nearest", PATH_COPY, "nominal", "nearest"},
            {"copy-stretched-linear", PATH_COPY, "nominal", "linear"}};
enum { WAYS = sizeof ways / sizeof ways[0], WAYS_OF_ALL_DRIVERS = 4 };

static bool is_renewing(void)
{
    const char *asked = getenv("WARREN_GOLDEN");
    return asked != NULL && strcmp(asked, "renew") == 0;
}

struct frame {
    int width_px, height_px;
    uint32_t *pixels;
};

static int pixel_count(const struct frame *frame)
{
    return frame->width_px * frame->height_px;
}

static struct frame frame_of(struct painter *painter, const struct way *way, struct golden_scene *golden)
{
    struct hint_values hints = {0};
    struct error error = {0};
    assert_true(hint_values_set(&hints, "pictures", way->pictures, NULL));
    assert_true(hint_values_set(&hints, "scale-quality", way->quality, NULL));
    if (!painter_change(painter, way->path, &hints, &error)) {
        fail_msg("%s: %s", way->name, error.text);
    }
    return (struct frame){golden->camera.view_w_px, golden->camera.view_h_px,
                          sample_draw(painter, &golden->scene, &golden->camera)};
}

static struct painter *open_driver(const char *driver, const struct golden_scene *golden)
{
    struct paint_settings settings = sample_settings(driver, PATH_BLIT);
    settings.source = NULL;
    settings.width_px = golden->camera.view_w_px;
    settings.height_px = golden->camera.view_h_px;
    settings.is_windowless = strcmp(driver, "software") == 0;
    return sample_open(&settings);
}

/* Both ways of showing the world's edges get their turn. */
static void open_scene(struct golden_scene *golden, int z)
{
    golden_open(golden, zooms_px[z], z % 2 == 0 ? VOID_TORN_PAPER : VOID_HIGHLIGHTER);
}

/* The largest difference of a channel; the picture of all differences is for people. */
static int largest_difference(const struct frame *a, const struct frame *b, uint32_t *picture)
{
    int largest = 0;
    for (int i = 0; i < pixel_count(a); i++) {
        picture[i] = UINT32_C(0xFF000000);
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = abs((int)(a->pixels[i] >> shift & 255) - (int)(b->pixels[i] >> shift & 255));
            largest = difference > largest ? difference : largest;
            picture[i] |= (uint32_t)difference << shift;
        }
    }
    return largest;
}

static void save(const uint32_t *pixels, const struct frame *size, const char *driver, const struct way *way,
                 int zoom_px, const char *what)
{
    struct text path = {0};
    struct error error;
    const char *build = getenv("TMPDIR");
    text_format(&path, "%s/golden_%s_%s_%d_%s.png", build != NULL ? build : ".", driver, way->name, zoom_px,
                what);
    bool is_saved = picture_save(pixels, size->width_px, size->height_px, path.bytes, &error);
    print_message("%s: %s\n", what, is_saved ? path.bytes : error.text);
    text_free(&path);
}

/* Whether a picture is the expected one; if not, what was drawn and where it differs is saved. */
static bool agrees(const struct frame *actual, const struct frame *expected, int levels_max,
                   const char *driver, const struct way *way, int zoom_px)
{
    uint32_t *picture = memory_get_array((size_t)pixel_count(actual), sizeof *picture);
    int largest = largest_difference(actual, expected, picture);
    if (largest > levels_max) {
        print_message("%s, %s, %d px: up to %d levels off\n", driver, way->name, zoom_px, largest);
        save(actual->pixels, actual, driver, way, zoom_px, "actual");
        save(picture, actual, driver, way, zoom_px, "difference");
    }
    memory_free(picture);
    return largest <= levels_max;
}

static void golden_path(struct text *path, int zoom_px)
{
    text_format(path, "%s/%d.png", folder, zoom_px);
}

static struct frame load_golden(int zoom_px)
{
    struct text path = {0};
    golden_path(&path, zoom_px);
    SDL_Surface *loaded = IMG_Load(path.bytes);
    SDL_Surface *surface =
        loaded != NULL ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    if (surface == NULL) {
        fail_msg("%s: %s", path.bytes, SDL_GetError());
        return (struct frame){0};
    }
    struct frame frame = {surface->w, surface->h, NULL};
    frame.pixels = memory_get_array((size_t)pixel_count(&frame), sizeof *frame.pixels);
    SDL_ConvertPixels(surface->w, surface->h, surface->format->format, surface->pixels, surface->pitch,
                      surface->format->format, frame.pixels, 4 * surface->w);
    SDL_FreeSurface(loaded);
    SDL_FreeSurface(surface);
    text_free(&path);
    return frame;
}

static int to_level(uint32_t value)
{
    return (int)((value & 255) * (COLOUR_LEVELS - 1) + 127) / 255;
}

static void save_golden(const struct frame *frame, int zoom_px)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, frame->width_px, frame->height_px, 8, SDL_PIXELFORMAT_INDEX8);
    assert_non_null(surface);
    SDL_Color colours[COLOUR_LEVELS * COLOUR_LEVELS * COLOUR_LEVELS];
    for (int i = 0; i < COLOUR_LEVELS * COLOUR_LEVELS * COLOUR_LEVELS; i++) {
        const int step = 255 / (COLOUR_LEVELS - 1);
        colours[i] = (SDL_Color){(Uint8)(i / COLOUR_LEVELS / COLOUR_LEVELS * step),
                                 (Uint8)(i / COLOUR_LEVELS % COLOUR_LEVELS * step),
                                 (Uint8)(i % COLOUR_LEVELS * step), 255};
    }
    SDL_SetPaletteColors(surface->format->palette, colours, 0, COLOUR_LEVELS * COLOUR_LEVELS * COLOUR_LEVELS);
    for (int i = 0; i < pixel_count(frame); i++) {
        uint32_t argb = frame->pixels[i];
        int index =
            (to_level(argb >> 16) * COLOUR_LEVELS + to_level(argb >> 8)) * COLOUR_LEVELS + to_level(argb);
        Uint8 *row = (Uint8 *)surface->pixels + (ptrdiff_t)(i / frame->width_px) * surface->pitch;
        row[i % frame->width_px] = (Uint8)index;
    }
    struct text path = {0};
    golden_path(&path, zoom_px);
    assert_int_equal(IMG_SavePNG(surface, path.bytes), 0);
    print_message("written: %s\n", path.bytes);
    text_free(&path);
    SDL_FreeSurface(surface);
}

/* "SDL 2.26.5, SDL_image 2.6.3": who has drawn. */
static void add_versions(struct text *out)
{
    SDL_version sdl;
    SDL_GetVersion(&sdl);
    const SDL_version *image = IMG_Linked_Version();
    text_format(out, "SDL %d.%d.%d, SDL_image %d.%d.%d\n", sdl.major, sdl.minor, sdl.patch, image->major,
                image->minor, image->patch);
}

static void add_sum(struct text *out, const struct way *way, int zoom_px, const struct frame *frame)
{
    text_format(out, "%s %d %016" PRIx64 "\n", way->name, zoom_px,
                hash_bytes(HASH_START, frame->pixels, (size_t)pixel_count(frame) * sizeof *frame->pixels));
}

static void read_sums(struct text *sums)
{
    struct text path = {0};
    struct error error;
    text_format(&path, "%s/sums", folder);
    if (!file_read(path.bytes, 1 << 16, sums, &error)) {
        fail_msg("%s", error.text);
    }
    text_free(&path);
}

/* One zoom on the software driver: adds the sums, and returns how many pictures were wrong. */
static int check_software(int z, const struct text *expected, bool is_exact, struct text *sums)
{
    struct golden_scene golden;
    open_scene(&golden, z);
    struct painter *painter = open_driver("software", &golden);
    int zoom_px = zooms_px[z];
    struct frame looked_at = is_renewing() ? (struct frame){0} : load_golden(zoom_px);
    int wrong = 0;
    for (int w = 0; w < WAYS; w++) {
        struct frame frame = frame_of(painter, &ways[w], &golden);
        struct text line = {0};
        add_sum(&line, &ways[w], zoom_px, &frame);
        text_add(sums, line.bytes);
        if (is_renewing()) {
            if (w == 0) {
                save_golden(&frame, zoom_px);
            }
        } else if (is_exact && (expected->length == 0 || strstr(expected->bytes, line.bytes) == NULL)) {
            print_message("software, %s, %d px: other pixels than before\n", ways[w].name, zoom_px);
            agrees(&frame, &looked_at, w < WAYS_OF_ALL_DRIVERS ? GOLDEN_LEVELS_MAX : -1, "software", &ways[w],
                   zoom_px);
            wrong++;
        } else if (!is_exact && w < WAYS_OF_ALL_DRIVERS) {
            wrong += !agrees(&frame, &looked_at, GOLDEN_LEVELS_MAX, "software", &ways[w], zoom_px);
        }
        text_free(&line);
        memory_free(frame.pixels);
    }
    memory_free(looked_at.pixels);
    painter_close(painter);
    golden_close(&golden);
    return wrong;
}

static void the_software_driver_draws_the_golden_pictures(void **state)
{
    (void)state;
    struct text expected = {0};
    struct text sums = {0};
    add_versions(&sums);
    bool is_exact = true;
    if (!is_renewing()) {
        read_sums(&expected);
        is_exact = strncmp(expected.bytes, sums.bytes, sums.length) == 0;
    }
    if (!is_exact) {
        print_message("other libraries (%.*s) than those of the golden pictures: compared to rounding\n",
                      (int)sums.length - 1, sums.bytes);
    }
    int wrong = 0;
    for (int z = 0; z < ZOOMS; z++) {
        wrong += check_software(z, &expected, is_exact, &sums);
    }
    if (is_renewing()) {
        struct text path = {0};
        text_format(&path, "%s/sums", folder);
        assert_true(file_write(path.bytes, sums.bytes, sums.length, NULL));
        text_free(&path);
    }
    text_free(&expected);
    text_free(&sums);
    assert_int_equal(wrong, 0);
}

static void check_driver(const char *driver)
{
    int wrong = 0;
    for (int z = 0; z < ZOOMS; z++) {
        struct golden_scene golden;
        open_scene(&golden, z);
        struct painter *painter = open_driver(driver, &golden);
        if (painter == NULL) {
            golden_close(&golden);
            break;
        }
        struct painter *software = open_driver("software", &golden);
        struct frame expected = frame_of(software, &ways[0], &golden);
        for (int w = 0; w < WAYS_OF_ALL_DRIVERS; w++) {
            struct frame frame = frame_of(painter, &ways[w], &golden);
            wrong += !agrees(&frame, &expected, ROUNDING_LEVELS_MAX, driver, &ways[w], zooms_px[z]);
            memory_free(frame.pixels);
        }
        memory_free(expected.pixels);
        painter_close(software);
        painter_close(painter);
        golden_close(&golden);
    }
    assert_int_equal(wrong, 0);
}

static void opengl_draws_the_same_to_rounding(void **state)
{
    (void)state;
    check_driver("opengl");
}

static void opengles2_draws_the_same_to_rounding(void **state)
{
    (void)state;
    check_driver("opengles2");
}

static struct scene_item *first_figure(struct scene *scene)
{
    int i = 0;
    while (scene->items[i].layer != LAYER_RABBITS) {
        i++;
        assert_true(i < scene->count);
    }
    return &scene->items[i];
}

/* A figure, by one. */
static void a_pixel_that_moves_is_found(void **state)
{
    (void)state;
    struct golden_scene golden;
    open_scene(&golden, 0);
    struct painter *painter = open_driver("software", &golden);
    struct frame before = frame_of(painter, &ways[0], &golden);
    first_figure(&golden.scene)->x += SCENE_UNITS / zooms_px[0];
    struct frame after = frame_of(painter, &ways[0], &golden);
    uint32_t *picture = memory_get_array((size_t)pixel_count(&before), sizeof *picture);
    assert_true(largest_difference(&before, &after, picture) > GOLDEN_LEVELS_MAX);
    memory_free(picture);
    memory_free(before.pixels);
    memory_free(after.pixels);
    painter_close(painter);
    golden_close(&golden);
}

int main(void)
{
    sample_start_offscreen();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_software_driver_draws_the_golden_pictures),
        cmocka_unit_test(opengl_draws_the_same_to_rounding),
        cmocka_unit_test(opengles2_draws_the_same_to_rounding),
        cmocka_unit_test(a_pixel_that_moves_is_found),
    };
    return cmocka_run_group_tests_name("golden", tests, NULL, NULL);
}
