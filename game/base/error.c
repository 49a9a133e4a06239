#include "base/error.h"

#include "base/quote.h"

#include <stdarg.h>
#include <string.h>

bool error_set(struct error *error, enum status status, const char *kind, const char *format, ...)
{
    if (error == NULL) {
        return false;
    }
    /* The parts may come from the error itself when a caller says more about it, so it is replaced at the
     * end. */
    struct error fresh = {.status = status};
    snprintf(fresh.kind, sizeof fresh.kind, "%s", kind);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fresh.text, sizeof fresh.text, format, arguments);
    va_end(arguments);
    *error = fresh;
    return false;
}

void error_at(struct error *error, const char *file, int line, int column)
{
    if (error == NULL) {
        return;
    }
    size_t length = strlen(file);
    size_t skip = length < sizeof error->file ? 0 : length - sizeof error->file + 1;
    snprintf(error->file, sizeof error->file, "%s", file + skip);
    error->line = line;
    error->column = column;
}

void error_print(const struct error *error, FILE *out)
{
    if (error->file[0] != '\0') {
        quote_print(error->file, out);
        fputc(':', out);
        if (error->line > 0) {
            fprintf(out, "%d:", error->line);
            if (error->column > 0) {
                fprintf(out, "%d:", error->column);
            }
        }
        fputc(' ', out);
    }
    fputs("error: ", out);
    quote_print(error->text, out);
    fprintf(out, " [%s]\n", error->kind);
}

void error_print_usage(const char *program, const struct error *error, FILE *out)
{
    fprintf(out, "%s: ", program);
    quote_print(error->text, out);
    fputs("; try --help\n", out);
}
