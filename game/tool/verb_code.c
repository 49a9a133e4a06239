/* warren-level encode, decode: the .code form of values. */
#include "level/level_code.h"
#include "tool/verb.h"

#include <string.h>

static enum status code(const struct tool *tool, const struct arguments *arguments,
                        void (*change)(const char *bytes, size_t size, struct text *out))
{
    const char *text = arguments->operands[0];
    struct text out = {0};
    if (strlen(text) > LEVEL_CODE_BYTES_MAX) {
        return verb_refuse(tool, "the text is longer than %d bytes", LEVEL_CODE_BYTES_MAX);
    }
    change(text, strlen(text), &out);
    text_add_char(&out, '\n');
    fwrite(out.bytes, 1, out.length, tool->out);
    text_free(&out);
    return STATUS_GOOD;
}

enum status verb_encode(const struct tool *tool, const struct arguments *arguments)
{
    return code(tool, arguments, level_code_encode);
}

enum status verb_decode(const struct tool *tool, const struct arguments *arguments)
{
    return code(tool, arguments, level_code_decode);
}
