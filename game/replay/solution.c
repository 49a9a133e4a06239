#include "replay/solution.h"

#include "base/memory.h"
#include "base/quote.h"
#include "base/require.h"

#include <limits.h>
#include <string.h>

/* A piece of the text between separators. */
struct word {
    const char *bytes;
    size_t length;
};

static bool word_is(struct word word, const char *name)
{
    return word.length == strlen(name) && memcmp(word.bytes, name, word.length) == 0;
}

static bool take_char(struct word *word, char c)
{
    if (word->length == 0 || word->bytes[0] != c) {
        return false;
    }
    word->bytes++;
    word->length--;
    return true;
}

/* Takes all digits off the front. False if there are none. A number beyond 31 bits becomes -1. */
static bool take_number(struct word *word, int32_t *number)
{
    if (word->length == 0 || word->bytes[0] < '0' || word->bytes[0] > '9') {
        return false;
    }
    int64_t value = 0;
    while (word->length > 0 && word->bytes[0] >= '0' && word->bytes[0] <= '9') {
        if (value <= INT32_MAX) {
            value = value * 10 + (word->bytes[0] - '0');
        }
        word->bytes++;
        word->length--;
    }
    *number = value <= INT32_MAX ? (int32_t)value : -1;
    return true;
}

static bool parse_outcome(struct word word, enum outcome *outcome)
{
    for (int i = OUTCOME_RUNNING; i <= OUTCOME_PAUSED; i++) {
        if (word_is(word, outcome_name((enum outcome)i))) {
            *outcome = (enum outcome)i;
            return true;
        }
    }
    return false;
}

static bool parse_ability(struct word word, enum ability *ability)
{
    for (int i = 0; i < ABILITY_COUNT; i++) {
        if (word_is(word, ability_name((enum ability)i))) {
            *ability = (enum ability)i;
            return true;
        }
    }
    return false;
}

static bool parse_until(struct word word, enum outcome *outcome)
{
    const char *prefix = "until:";
    size_t length = strlen(prefix);
    if (word.length <= length || memcmp(word.bytes, prefix, length) != 0) {
        return false;
    }
    return parse_outcome((struct word){word.bytes + length, word.length - length}, outcome);
}

static bool parse_wait(struct word word, int32_t *steps)
{
    return take_number(&word, steps) && word.length == 0;
}

static bool parse_place(struct word word, int32_t *x, int32_t *y)
{
    return take_char(&word, '(') && take_number(&word, x) && take_char(&word, ',') && take_number(&word, y) &&
           take_char(&word, ')') && word.length == 0;
}

/* Returns what is wrong with it, or NULL. */
static const char *parse_action(struct word word, struct action *action)
{
    if (parse_outcome(word, &action->outcome)) {
        action->kind = ACTION_ASSERT;
    } else if (parse_until(word, &action->outcome)) {
        action->kind = ACTION_UNTIL;
    } else if (parse_ability(word, &action->ability)) {
        action->kind = ACTION_SELECT;
    } else if (parse_wait(word, &action->steps)) {
        action->kind = ACTION_WAIT;
    } else if (parse_place(word, &action->x, &action->y)) {
        action->kind = ACTION_PLACE;
    } else {
        return "this is not an action";
    }
    if (action->steps < 0 || action->x < 0 || action->y < 0) {
        return "a number is larger than 2147483647";
    }
    return NULL;
}

/* The actions of one command, without its ';'. `column` is where it begins. */
static bool parse_command(struct word command, int column, struct solution *out, struct error *error)
{
    int number = out->command_count + 1;
    int count = 0;
    int wait_column = 0;
    size_t begin = 0;
    while (begin <= command.length) {
        const char *separator = memchr(command.bytes + begin, '&', command.length - begin);
        size_t end = separator == NULL ? command.length : (size_t)(separator - command.bytes);
        if (end > begin) {
            struct word word = {command.bytes + begin, end - begin};
            int word_column = column + (int)begin;
            struct action action = {.command = number};
            const char *complaint = parse_action(word, &action);
            if (complaint != NULL) {
                struct quote quote = quote_bytes(word.bytes, word.length);
                error_set(error, STATUS_BAD, "solution-syntax", "%s: %s", complaint, quote.text);
                error_at(error, "", number, word_column);
                return false;
            }
            wait_column = action.kind == ACTION_WAIT ? word_column : wait_column;
            solution_add(out, action);
            count++;
        }
        begin = end + 1;
    }
    if (wait_column != 0 && count > 1) {
        error_set(error, STATUS_BAD, "solution-syntax", "a wait cannot be joined with other actions");
        error_at(error, "", number, wait_column);
        return false;
    }
    if (count == 0) {
        solution_add(out, (struct action){.kind = ACTION_WAIT, .command = number, .steps = 1});
    }
    out->command_count = number;
    return true;
}

bool solution_parse(const char *text, struct solution *out, struct error *error)
{
    *out = (struct solution){0};
    size_t length = strlen(text);
    if (length >= INT_MAX) {
        return error_set(error, STATUS_BAD, "solution-syntax", "the solution is too long");
    }
    size_t begin = 0;
    while (begin <= length) {
        size_t size = strcspn(text + begin, ";");
        if (!parse_command((struct word){text + begin, size}, (int)begin + 1, out, error)) {
            solution_free(out);
            return false;
        }
        begin += size + 1;
    }
    return true;
}

void solution_add(struct solution *solution, struct action action)
{
    int count = solution->action_count;
    require(count == 0 || solution->actions[count - 1].command <= action.command);
    if (count == solution->action_room) {
        int room = count < 8 ? 8 : count < INT_MAX / 2 ? count * 2 : INT_MAX;
        require(count < room);
        solution->actions = memory_resize(solution->actions, (size_t)room, sizeof *solution->actions);
        solution->action_room = room;
    }
    solution->actions[count] = action;
    solution->action_count = count + 1;
}

static void write_action(const struct action *action, struct text *out)
{
    switch (action->kind) {
    case ACTION_WAIT:
        if (action->steps != 1) {
            text_format(out, "%d", action->steps);
        }
        break;
    case ACTION_SELECT: text_add(out, ability_name(action->ability)); break;
    case ACTION_PLACE: text_format(out, "(%d,%d)", action->x, action->y); break;
    case ACTION_ASSERT: text_add(out, outcome_name(action->outcome)); break;
    case ACTION_UNTIL: text_format(out, "until:%s", outcome_name(action->outcome)); break;
    }
}

void solution_write(const struct solution *solution, struct text *out)
{
    for (int i = 0; i < solution->action_count; i++) {
        const struct action *action = &solution->actions[i];
        if (action->command > solution->command_count) {
            return;
        }
        if (i > 0) {
            text_add_char(out, action->command == action[-1].command ? '&' : ';');
        }
        write_action(action, out);
    }
}

void solution_free(struct solution *solution)
{
    memory_free(solution->actions);
    *solution = (struct solution){0};
}
