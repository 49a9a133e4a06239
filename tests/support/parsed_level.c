#include "support/parsed_level.h"

#include "base/require.h"
#include "support/test.h"

#include <string.h>

struct level *parsed_level(const char *text)
{
    struct error error;
    struct level *level = level_parse(text, strlen(text), "", &error);
    if (level == NULL) {
        print_error("%s\nline %d, column %d: %s [%s]\n", text, error.line, error.column, error.text,
                    error.kind);
        fail_msg("the text is no level");
    }
    require(level != NULL);
    return level;
}

void parsed_level_write(const struct level *level, bool meta, bool runtime, struct text *out)
{
    struct error error;
    struct level_write_options options = {.meta = meta, .runtime = runtime};
    if (!level_write(level, level->world, options, out, &error)) {
        fail_msg("the level cannot be written: %s", error.text);
    }
}

void parsed_level_check_error(const char *bytes, size_t size, const char *kind, int line, int column,
                              const char *source_file, int source_line)
{
    struct error error;
    struct level *level = level_parse(bytes, size, "some.rel", &error);
    if (level != NULL) {
        print_error("no error is found\n");
        _fail(source_file, source_line);
    }
    if (strcmp(error.kind, kind) != 0 || error.line != line || error.column != column ||
        error.status != STATUS_BAD || strcmp(error.file, "some.rel") != 0) {
        print_error("found: %s:%d:%d: %s [%s]\n", error.file, error.line, error.column, error.text,
                    error.kind);
        _fail(source_file, source_line);
    }
}
