/* The text form of a kept game. */
#include "play/kept_replay.h"

#include "base/memory.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const head = ":warren_replay=1";

enum { MARKS_AT_ONCE = 256, NUMBER_MAX = 1000000000 };

/* No line end gets into a value. */
static void add_value(struct text *out, const char *key, const char *value)
{
    text_format(out, ":%s=", key);
    for (const char *c = value; *c != '\0'; c++) {
        text_add_char(out, (unsigned char)*c < ' ' ? ' ' : *c);
    }
    text_add_char(out, '\n');
}

void kept_replay_write(const struct kept_replay *replay, struct text *out)
{
    text_format(out, "%s\n", head);
    add_value(out, "title", replay->title);
    add_value(out, "level", replay->identity.name);
    text_format(out, ":level_hash=%016" PRIx64 "\n", replay->identity.hash);
    add_value(out, "level_path", replay->level_path);
    add_value(out, "date", replay->date);
    text_format(out, ":outcome=%s\n:saved=%d\n:to_save=%d\n:tokens=%d\n:steps=%d\n",
                outcome_name(replay->outcome), replay->saved, replay->to_save, replay->tokens,
                (int)replay->steps);
    add_value(out, "solution", replay->solution);
    text_add(out, "% step, state, rabbits out, saved and lost\n");
    for (int i = 0; i < replay->mark_count; i++) {
        const struct kept_mark *mark = &replay->marks[i];
        text_format(out, ":mark=%d %08" PRIx32 " %d %d %d\n", (int)mark->step, mark->hash, mark->out,
                    mark->saved, mark->lost);
    }
}

static void replace(char **text, const char *value)
{
    memory_free(*text);
    *text = memory_copy_text(value);
}

static bool take_number(const char *value, int *out)
{
    char *end = NULL;
    long number = strtol(value, &end, 10);
    *out = (int)number;
    return end != value && *end == '\0' && number >= -NUMBER_MAX && number <= NUMBER_MAX;
}

static bool take_hash(const char *value, uint64_t *out)
{
    char *end = NULL;
    *out = strtoull(value, &end, 16);
    return end == value + 16 && *end == '\0';
}

static bool take_outcome(const char *value, enum outcome *out)
{
    for (int i = OUTCOME_RUNNING; i <= OUTCOME_PAUSED; i++) {
        if (strcmp(value, outcome_name((enum outcome)i)) == 0) {
            *out = (enum outcome)i;
            return true;
        }
    }
    return false;
}

/* The whole number at the start of the text, which becomes what stands behind it and its blank. */
static bool take_whole(const char **text, int base, int64_t least, int64_t most, int64_t *out)
{
    char *end = NULL;
    errno = 0;
    long long number = strtoll(*text, &end, base);
    if (errno != 0 || end == *text || (*end != ' ' && *end != '\0') || number < least || number > most) {
        return false;
    }
    *out = number;
    *text = *end == ' ' ? end + 1 : end;
    return true;
}

static bool take_mark(struct kept_replay *replay, const char *value)
{
    int64_t step = replay->mark_count > 0 ? replay->marks[replay->mark_count - 1].step : -1;
    int64_t hash = 0;
    int64_t out = 0;
    int64_t saved = 0;
    int64_t lost = 0;
    if (!take_whole(&value, 10, step + 1, INT32_MAX, &step) ||
        !take_whole(&value, 16, 0, UINT32_MAX, &hash) ||
        !take_whole(&value, 10, INT32_MIN, INT32_MAX, &out) ||
        !take_whole(&value, 10, INT32_MIN, INT32_MAX, &saved) ||
        !take_whole(&value, 10, INT32_MIN, INT32_MAX, &lost) || *value != '\0') {
        return false;
    }
    struct kept_mark mark = {.step = (int32_t)step,
                             .hash = (uint32_t)hash,
                             .out = (int)out,
                             .saved = (int)saved,
                             .lost = (int)lost};
    if (replay->mark_count % MARKS_AT_ONCE == 0) {
        size_t room = (size_t)replay->mark_count + MARKS_AT_ONCE;
        replay->marks = memory_resize(replay->marks, room, sizeof *replay->marks);
    }
    replay->marks[replay->mark_count++] = mark;
    return true;
}

/* What nobody knows was written by a later Warren. */
static bool take(struct kept_replay *replay, const char *key, const char *value)
{
    int number = 0;
    if (strcmp(key, "title") == 0) {
        replace(&replay->title, value);
    } else if (strcmp(key, "level") == 0) {
        snprintf(replay->identity.name, sizeof replay->identity.name, "%s", value);
    } else if (strcmp(key, "level_hash") == 0) {
        return take_hash(value, &replay->identity.hash);
    } else if (strcmp(key, "level_path") == 0) {
        replace(&replay->level_path, value);
    } else if (strcmp(key, "date") == 0) {
        snprintf(replay->date, sizeof replay->date, "%s", value);
    } else if (strcmp(key, "outcome") == 0) {
        return take_outcome(value, &replay->outcome);
    } else if (strcmp(key, "saved") == 0) {
        return take_number(value, &replay->saved);
    } else if (strcmp(key, "to_save") == 0) {
        return take_number(value, &replay->to_save);
    } else if (strcmp(key, "tokens") == 0) {
        return take_number(value, &replay->tokens);
    } else if (strcmp(key, "steps") == 0) {
        bool good = take_number(value, &number) && number >= 0;
        replay->steps = number;
        return good;
    } else if (strcmp(key, "solution") == 0) {
        replace(&replay->solution, value);
    } else if (strcmp(key, "mark") == 0) {
        return take_mark(replay, value);
    }
    return true;
}

static bool take_lines(struct kept_replay *replay, char *text, struct error *error)
{
    int number = 1;
    for (char *line = text; *line != '\0'; number++) {
        size_t length = strcspn(line, "\n");
        char *next = line[length] == '\0' ? line + length : line + length + 1;
        line[length] = '\0';
        char *equals = strchr(line, '=');
        bool is_fact = line[0] == ':' && equals != NULL;
        if (is_fact) {
            *equals = '\0';
        }
        bool is_comment = line[0] == '%' || line[0] == '\0';
        if (!is_comment && (!is_fact || !take(replay, line + 1, equals + 1))) {
            error_set(error, STATUS_BAD, "replay", "this line is not understood: %.80s", line);
            error_at(error, "", number, 1);
            return false;
        }
        line = next;
    }
    return true;
}

bool kept_replay_read(const char *bytes, size_t size, struct kept_replay *replay, struct error *error)
{
    *replay = (struct kept_replay){0};
    size_t length = strlen(head);
    bool good = size >= length && memcmp(bytes, head, length) == 0 && memchr(bytes, '\0', size) == NULL;
    if (!good) {
        return error_set(error, STATUS_BAD, "replay", "this is no kept game of Warren");
    }
    struct text copy = {0};
    text_add_bytes(&copy, bytes, size);
    good = take_lines(replay, copy.bytes, error);
    text_free(&copy);
    if (good && (replay->solution == NULL || replay->title == NULL || replay->level_path == NULL)) {
        good = error_set(error, STATUS_BAD, "replay", "it lacks its solution, its title or its level");
    }
    if (!good) {
        kept_replay_free(replay);
    }
    return good;
}
