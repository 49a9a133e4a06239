/* When the game in hand is written (saved_game.h). */
#include "play/saved_game.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"

#include <string.h>
#include <unistd.h>

enum { BYTES_MAX = 64 << 20 };
#define EVERY_NS                                                                                             \
    UINT64_C(900000000) /* with the time that writing takes, nothing older than a second is lost */

bool game_saver_open(struct game_saver *saver, const struct folders *folders, struct keeper *keeper,
                     struct error *error)
{
    *saver = (struct game_saver){.keeper = keeper};
    saver->path = folders_file(folders, FOLDER_STATE, "game", error);
    return saver->path != NULL;
}

void game_saver_close(struct game_saver *saver)
{
    memory_free(saver->path);
    *saver = (struct game_saver){0};
}

/* Changes when the player does something: a command, undo, redo, another ability, pausing. */
static uint64_t commands_of(const struct saved_game *game, const struct timeline *timeline)
{
    struct timeline_facts facts = timeline_facts(timeline);
    uint64_t parts[] = {(uint64_t)facts.given, (uint64_t)facts.commands,     game->identity.hash,
                        (uint64_t)game->speed, (uint64_t)(game->chosen + 1), game->is_paused,
                        game->is_watching};
    return hash_bytes(HASH_START, parts, sizeof parts);
}

void game_saver_keep_now(struct game_saver *saver, const struct saved_game *game,
                         const struct timeline *timeline)
{
    if (saver->path == NULL) {
        return;
    }
    struct text solution = {0};
    struct text file = {0};
    struct saved_game whole = *game;
    text_add(&solution, "");
    timeline_write(timeline, true, &solution);
    whole.solution = solution.bytes;
    struct timeline_facts facts = timeline_facts(timeline);
    whole.step = facts.now;
    whole.last = facts.last;
    whole.given = facts.given;
    saved_game_write(&whole, &file);
    uint64_t hash = hash_bytes(HASH_START, file.bytes, file.length);
    if (hash != saver->whole) {
        keeper_replace(saver->keeper, saver->path, file.bytes, file.length);
        saver->whole = hash;
    }
    saver->commands = commands_of(game, timeline);
    text_free(&file);
    text_free(&solution);
}

void game_saver_keep(struct game_saver *saver, const struct saved_game *game, const struct timeline *timeline,
                     uint64_t now_ns)
{
    bool is_due = saver->whole == 0 || now_ns - saver->written_ns >= EVERY_NS;
    if (is_due || commands_of(game, timeline) != saver->commands) {
        game_saver_keep_now(saver, game, timeline);
        saver->written_ns = now_ns;
    }
}

void game_saver_forget(struct game_saver *saver)
{
    saver->whole = 0;
    if (saver->path != NULL) {
        keeper_remove(saver->keeper, saver->path);
    }
}

bool game_saver_load(const struct game_saver *saver, struct saved_game *game, struct error *error)
{
    *game = (struct saved_game){0};
    if (saver->path == NULL || access(saver->path, F_OK) != 0) {
        return error_set(error, STATUS_BAD, "none", "there is no game to go on with");
    }
    struct text text = {0};
    bool good = file_read(saver->path, BYTES_MAX, &text, error) &&
                saved_game_read(text.length > 0 ? text.bytes : "", text.length, game, error);
    text_free(&text);
    if (!good) {
        struct text where = {0};
        if (folders_set_aside(saver->path, &where)) {
            struct error why = *error;
            error_set(error, STATUS_BAD, "saved-game", "%s; the file is now %s", why.text, where.bytes);
        }
        text_free(&where);
    }
    return good;
}
