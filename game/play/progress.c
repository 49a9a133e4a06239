#include "play/progress.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A line: check sum of what follows it, hash of the level, attempts, solved, saved, tokens, steps, name. */
enum { BYTES_MAX = 64 << 20, SUM_DIGITS = 16, NUMBERS = 5, LINE_MAX_BYTES = 512, LINES_TO_SPARE = 200 };

#define EMPTY                                                                                                \
    ((struct progress_record){.saved = PROGRESS_NONE, .tokens = PROGRESS_NONE, .steps = PROGRESS_NONE})

static int lesser(int a, int b)
{
    return a == PROGRESS_NONE || (b != PROGRESS_NONE && b < a) ? b : a;
}

/* The order of results does not matter, nor does adding up some of them first. */
static void merge(struct progress_record *record, const struct progress_record *more)
{
    record->attempts =
        more->attempts > INT32_MAX - record->attempts ? INT32_MAX : record->attempts + more->attempts;
    record->is_solved = record->is_solved || more->is_solved;
    record->saved = more->saved > record->saved ? more->saved : record->saved;
    record->tokens = lesser(record->tokens, more->tokens);
    record->steps = lesser(record->steps, more->steps);
}

static struct progress_level *find(const struct progress *progress, const struct identity *identity)
{
    for (int i = 0; i < progress->count; i++) {
        if (identity_is_same(&progress->levels[i].identity, identity)) {
            return &progress->levels[i];
        }
    }
    return NULL;
}

static void add(struct progress *progress, const struct progress_level *level)
{
    struct progress_level *known = find(progress, &level->identity);
    if (known == NULL) {
        if (progress->count == progress->room) {
            progress->room = progress->room * 2 + 16;
            progress->levels =
                memory_resize(progress->levels, (size_t)progress->room, sizeof *progress->levels);
        }
        known = &progress->levels[progress->count++];
        *known = (struct progress_level){.identity = level->identity, .record = EMPTY};
    }
    known->identity = level->identity; /* the last name it had */
    merge(&known->record, &level->record);
}

static void write_line(const struct progress_level *level, struct text *out)
{
    char line[LINE_MAX_BYTES];
    const struct progress_record *record = &level->record;
    int length = snprintf(line, sizeof line, "%016" PRIx64 " %d %d %d %d %d %s", level->identity.hash,
                          record->attempts, record->is_solved ? 1 : 0, record->saved, record->tokens,
                          record->steps, level->identity.name);
    text_format(out, "%016" PRIx64 " %s\n", hash_bytes(HASH_START, line, (size_t)length), line);
}

static bool read_hex(const char **place, uint64_t *out)
{
    *out = 0;
    for (int i = 0; i < SUM_DIGITS; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit = (*place)[i] != '\0' ? strchr(digits, (*place)[i]) : NULL;
        if (digit == NULL) {
            return false;
        }
        *out = *out << 4 | (uint64_t)(digit - digits);
    }
    *place += SUM_DIGITS;
    return *(*place)++ == ' ';
}

static bool read_number(const char **place, int *out)
{
    char *end = NULL;
    long number = strtol(*place, &end, 10);
    if (end == *place || *end != ' ' || number < PROGRESS_NONE || number > INT32_MAX) {
        return false;
    }
    *out = (int)number;
    *place = end + 1;
    return true;
}

static bool read_line(const char *line, struct progress_level *level)
{
    uint64_t sum = 0;
    int numbers[NUMBERS];
    *level = (struct progress_level){0};
    if (!read_hex(&line, &sum) || sum != hash_bytes(HASH_START, line, strlen(line)) ||
        !read_hex(&line, &level->identity.hash)) {
        return false;
    }
    for (int i = 0; i < NUMBERS; i++) {
        if (!read_number(&line, &numbers[i])) {
            return false;
        }
    }
    snprintf(level->identity.name, sizeof level->identity.name, "%s", line);
    level->record = (struct progress_record){.attempts = numbers[0] > 0 ? numbers[0] : 0,
                                             .is_solved = numbers[1] == 1,
                                             .saved = numbers[2],
                                             .tokens = numbers[3],
                                             .steps = numbers[4]};
    return true;
}

static bool is_newline_less(const char *bytes, size_t size, size_t end)
{
    return end == size && size > 0 && bytes[size - 1] != '\n';
}

/* Counts the lines, and those that are damaged. */
static int read_lines(struct progress *progress, const char *bytes, size_t size, int *damaged)
{
    int lines = 0;
    struct text line = {0};
    for (size_t start = 0; start < size;) {
        const char *newline = memchr(bytes + start, '\n', size - start);
        size_t end = newline != NULL ? (size_t)(newline - bytes) : size;
        struct progress_level level;
        text_clear(&line);
        text_add_bytes(&line, bytes + start, end - start);
        bool is_good = strlen(line.bytes) == line.length && read_line(line.bytes, &level);
        if (is_good) {
            add(progress, &level);
        } else if (end > start && !is_newline_less(bytes, size, end)) {
            ++*damaged;
        }
        lines++;
        start = end + 1;
    }
    text_free(&line);
    return lines;
}

bool progress_read(struct progress *progress, const char *bytes, size_t size)
{
    int damaged = 0;
    read_lines(progress, bytes, size, &damaged);
    return damaged == 0;
}

/* One line for each level again. */
static void rewrite(struct progress *progress)
{
    struct text text = {0};
    text_add(&text, "");
    for (int i = 0; i < progress->count; i++) {
        write_line(&progress->levels[i], &text);
    }
    keeper_replace(progress->keeper, progress->path, text.bytes, text.length);
    text_free(&text);
}

static bool load(struct progress *progress, struct error *message)
{
    struct text text = {0};
    int damaged = 0;
    if (access(progress->path, F_OK) != 0) {
        return true;
    }
    bool good = file_read(progress->path, BYTES_MAX, &text, message);
    int lines = good ? read_lines(progress, text.bytes, text.length, &damaged) : 0;
    text_free(&text);
    if (!good || damaged > 0) {
        struct text where = {0};
        bool is_aside = folders_set_aside(progress->path, &where);
        error_set(message, STATUS_BAD, "progress",
                  "%d lines of the progress cannot be read, the others are used%s%s", damaged,
                  is_aside ? "; the file is now " : "", is_aside ? where.bytes : "");
        error_at(message, progress->path, 0, 0);
        text_free(&where);
        rewrite(progress);
        return false;
    }
    if (lines > 2 * progress->count + LINES_TO_SPARE) {
        rewrite(progress);
    }
    return true;
}

bool progress_open(struct progress *progress, const struct folders *folders, struct keeper *keeper,
                   struct error *message)
{
    *progress = (struct progress){.keeper = keeper};
    progress->path = folders_file(folders, FOLDER_DATA, "progress", message);
    return progress->path != NULL && load(progress, message);
}

void progress_close(struct progress *progress)
{
    memory_free(progress->levels);
    memory_free(progress->path);
    *progress = (struct progress){0};
}

struct progress_record progress_of(const struct progress *progress, const struct identity *identity)
{
    const struct progress_level *level = find(progress, identity);
    struct progress_record record = level != NULL ? level->record : EMPTY;
    for (int i = 0; i < progress->count && !record.is_solved; i++) {
        level = &progress->levels[i];
        record.is_solved = level->record.is_solved && strcmp(level->identity.name, identity->name) == 0;
    }
    return record;
}

static void tell(struct progress *progress, const struct identity *identity, struct progress_record record)
{
    struct progress_level level = {.identity = *identity, .record = record};
    add(progress, &level);
    if (progress->path != NULL) {
        struct text line = {0};
        write_line(&level, &line);
        keeper_append(progress->keeper, progress->path, line.bytes, line.length);
        text_free(&line);
    }
}

void progress_begin(struct progress *progress, const struct identity *identity)
{
    struct progress_record record = EMPTY;
    record.attempts = 1;
    tell(progress, identity, record);
}

void progress_end(struct progress *progress, const struct identity *identity, bool is_won, int saved,
                  int tokens, int steps)
{
    struct progress_record record = EMPTY;
    record.is_solved = is_won;
    record.saved = saved;
    record.tokens = is_won ? tokens : PROGRESS_NONE;
    record.steps = is_won ? steps : PROGRESS_NONE;
    tell(progress, identity, record);
}
