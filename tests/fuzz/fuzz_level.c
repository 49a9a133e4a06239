/* Any bytes at all are either refused with one error or a level that can be drawn, stepped, written and read
 * again (libFuzzer: llvm.org/docs/LibFuzzer). */
#include "base/require.h"
#include "level/level.h"
#include "level/level_picture.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { CELLS_MAX = 1 << 14, STEPS = 12 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Writes the level and reads that. NULL if it cannot be written; text is what was written. */
static struct level *written_and_read(const struct level *level, bool runtime, struct text *text)
{
    struct error error;
    struct level_write_options options = {.meta = true, .runtime = runtime};
    text_clear(text);
    if (!level_write(level, level->world, options, text, &error)) {
        require(strcmp(error.kind, "not-writable") == 0);
        return NULL;
    }
    struct level *again = level_parse(text->bytes, text->length, "", &error);
    require(again != NULL);
    return again;
}

/* What a round trip loses it loses at the first two. */
static void check_round_trips(const struct level *level)
{
    struct text second = {0};
    struct text third = {0};
    struct text fourth = {0};
    struct level *once = written_and_read(level, false, &second);
    if (once != NULL) {
        struct level *twice = written_and_read(once, false, &second);
        require(twice != NULL);
        struct level *thrice = written_and_read(twice, false, &third);
        require(thrice != NULL);
        struct level *last = written_and_read(thrice, false, &fourth);
        require(third.length == fourth.length && memcmp(third.bytes, fourth.bytes, third.length) == 0);
        require(world_hash(thrice->world) == world_hash(last->world));
        level_destroy(last);
        level_destroy(thrice);
        level_destroy(twice);
        level_destroy(once);
    }
    text_free(&second);
    text_free(&third);
    text_free(&fourth);
}

static void check_steps(const struct level *level)
{
    struct text text = {0};
    for (int i = 0; i < STEPS && world_step(level->world); i++) {
        struct level_picture_options options = {.coordinates = true, .changes = true};
        text_clear(&text);
        level_picture(level->world, options, &text);
        level_destroy(written_and_read(level, true, &text));
    }
    text_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct error error = {0};
    struct level *level = level_parse((const char *)bytes, size, "fuzz.rel", &error);
    if (level == NULL) {
        require(error.kind[0] != '\0' && error.status == STATUS_BAD && error.line > 0 && error.column > 0);
        return 0;
    }
    if ((int64_t)world_width(level->world) * world_height(level->world) <= CELLS_MAX) {
        check_round_trips(level);
        check_steps(level);
    }
    level_destroy(level);
    return 0;
}
