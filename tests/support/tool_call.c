#include "support/tool_call.h"

#include "support/test.h"
#include "tool/tool.h"

#include <string.h>

enum { ARGUMENTS_MAX = 32 };

static void read_back(FILE *stream, struct text *out)
{
    char chunk[4096];
    size_t got;
    rewind(stream);
    text_add(out, "");
    while ((got = fread(chunk, 1, sizeof chunk, stream)) > 0) {
        text_add_bytes(out, chunk, got);
    }
    fclose(stream);
}

struct tool_call tool_call_run(const char *input, const char *const *arguments)
{
    struct tool_call call = {.status = STATUS_GOOD};
    struct tool tool = {.in = tmpfile(), .out = tmpfile(), .err = tmpfile()};
    char *argv[ARGUMENTS_MAX] = {NULL};
    int argc = 0;
    assert_non_null(tool.in);
    assert_non_null(tool.out);
    assert_non_null(tool.err);
    fputs(input, tool.in);
    rewind(tool.in);
    for (; arguments[argc] != NULL; argc++) {
        assert_true(argc < ARGUMENTS_MAX - 1);
        argv[argc] = strdup(arguments[argc]); /* the call may change their order */
    }
    call.status = tool_run(&tool, argc, argv);
    for (int i = 0; i < argc; i++) {
        free(argv[i]);
    }
    read_back(tool.out, &call.out);
    read_back(tool.err, &call.err);
    fclose(tool.in);
    return call;
}

void tool_call_free(struct tool_call *call)
{
    text_free(&call->out);
    text_free(&call->err);
}

void tool_call_check(struct tool_call call, enum status status, const char *out, const char *err,
                     const char *file, int line)
{
    if (call.status != status || strcmp(call.out.bytes, out) != 0 || strcmp(call.err.bytes, err) != 0) {
        print_error("status %d\nout:\n%s\nerr:\n%s\n", (int)call.status, call.out.bytes, call.err.bytes);
        _fail(file, line);
    }
    tool_call_free(&call);
}
