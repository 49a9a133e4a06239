/* warren-level check: the errors of level files, one each, for there is no telling what follows the first. */
#include "level/level.h"
#include "tool/moment.h"
#include "tool/verb.h"

enum status verb_check(const struct tool *tool, const struct arguments *arguments)
{
    enum status status = STATUS_GOOD;
    for (int i = 0; i < arguments->operand_count; i++) {
        struct error error;
        struct level *level = level_load(arguments->operands[i], &error);
        if (level == NULL) {
            enum status found = moment_fail(tool, arguments->operands[i], &error);
            status = status == STATUS_BAD ? STATUS_BAD : found; /* a bad level outweighs a missing one */
        }
        level_destroy(level);
    }
    return status;
}
