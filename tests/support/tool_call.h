/* A call of warren-level inside of a test. */
#ifndef WARREN_TESTS_SUPPORT_TOOL_CALL_H
#define WARREN_TESTS_SUPPORT_TOOL_CALL_H

#include "base/error.h"
#include "base/text.h"

struct tool_call {
    enum status status;
    struct text out, err; /* what it wrote */
};

/* Runs the command line: TOOL_CALL("check", path). Free it with tool_call_free. */
#define TOOL_CALL(...) tool_call_run("", (const char *const[]){"warren-level", __VA_ARGS__, NULL})
#define TOOL_CALL_WITH_INPUT(input, ...)                                                                     \
    tool_call_run(input, (const char *const[]){"warren-level", __VA_ARGS__, NULL})

struct tool_call tool_call_run(const char *input, const char *const *arguments);
void tool_call_free(struct tool_call *call);

/* Fail the test unless the call ended like this; free the call. */
void tool_call_check(struct tool_call call, enum status status, const char *out, const char *err,
                     const char *file, int line);
#define assert_call(call, status, out, err) tool_call_check(call, status, out, err, __FILE__, __LINE__)

#endif
