#include "bench/csv.h"

#include "base/file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const size_t CSV_BYTES_MAX = (size_t)1 << 30;

bool csv_open(struct csv *csv, const char *path, struct error *error)
{
    *csv = (struct csv){.path = path};
    if (!file_read(path, CSV_BYTES_MAX, &csv->text, error)) {
        text_free(&csv->text);
        return false;
    }
    if (csv->text.length > 0 && memchr(csv->text.bytes, '\0', csv->text.length) != NULL) {
        text_free(&csv->text);
        error_set(error, STATUS_BAD, "not-text", "this is not a text file");
        error_at(error, path, 0, 0);
        return false;
    }
    csv->next = csv->text.bytes;
    if (csv->next != NULL && strncmp(csv->next, "\xEF\xBB\xBF", 3) == 0) {
        csv->next += 3;
    }
    return true;
}

void csv_close(struct csv *csv)
{
    text_free(&csv->text);
}

/* Cuts the line off at its end and steps behind it. */
static char *take_line(struct csv *csv)
{
    char *line = csv->next;
    if (line == NULL || *line == '\0') {
        return NULL;
    }
    size_t length = strcspn(line, "\n");
    csv->has_line_end = line[length] == '\n';
    csv->next = csv->has_line_end ? line + length + 1 : NULL;
    line[length] = '\0';
    if (length > 0 && line[length - 1] == '\r') {
        line[length - 1] = '\0';
    }
    csv->line++;
    return line;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Joins a quoted text, in which two quotes stand for one (RFC 4180); returns where its comma is or the line
 * ends. */
static char *unquote(char *text, char **end)
{
    char *out = text;
    while (*text != '\0' && (text[0] != '"' || text[1] == '"')) {
        text += *text == '"';
        *out++ = *text++;
    }
    *end = out;
    return text + strcspn(text, ",");
}

/* Ends the field at its comma and returns where the next one starts, or NULL after the last. */
static char *end_field(char **field)
{
    while (is_blank(**field)) {
        (*field)++;
    }
    char *end;
    char *comma;
    if (**field == '"') {
        (*field)++;
        comma = unquote(*field, &end);
    } else {
        comma = *field + strcspn(*field, ",");
        end = comma;
        while (end > *field && is_blank(end[-1])) {
            end--;
        }
    }
    char *next = *comma == ',' ? comma + 1 : NULL;
    *end = '\0';
    return next;
}

static void split(struct csv *csv, char *line)
{
    csv->field_count = 0;
    char *field = line;
    while (field != NULL && csv->field_count < CSV_FIELDS_MAX) {
        csv->columns[csv->field_count] = (int)(field - line) + 1;
        char *next = end_field(&field);
        csv->fields[csv->field_count++] = field;
        field = next;
    }
}

bool csv_next(struct csv *csv)
{
    for (char *line = take_line(csv); line != NULL; line = take_line(csv)) {
        if (line[0] != '\0' && line[0] != '#') {
            split(csv, line);
            return true;
        }
    }
    return false;
}

bool csv_is_cut_off(const struct csv *csv, int header_fields)
{
    return !csv->has_line_end &&
           (csv->field_count < header_fields || csv->fields[csv->field_count - 1][0] == '\0');
}

int csv_find(const struct csv *csv, const char *name)
{
    for (int i = 0; i < csv->field_count; i++) {
        if (strcasecmp(csv->fields[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *csv_word(const struct csv *csv, int field, struct error *error)
{
    if (field < 0 || field >= csv->field_count) {
        error_set(error, STATUS_BAD, "missing-field", "this line has only %d fields", csv->field_count);
        error_at(error, csv->path, csv->line, 1);
        return NULL;
    }
    return csv->fields[field];
}

bool csv_number(const struct csv *csv, int field, double *out, struct error *error)
{
    const char *word = csv_word(csv, field, error);
    if (word == NULL) {
        return false;
    }
    char *end;
    *out = strtod(word, &end);
    if (end == word || *end != '\0' || !isfinite(*out)) {
        error_set(error, STATUS_BAD, "not-a-number", "a number is wanted here, not '%.60s'", word);
        error_at(error, csv->path, csv->line, csv->columns[field]);
        return false;
    }
    return true;
}
