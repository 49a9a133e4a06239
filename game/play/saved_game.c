/* The text form of a game in hand: JSON, with a line before it that tells whether it is whole. */
#include "play/saved_game.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/require.h"
#include "play/session.h"
#include "scene/camera.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "warren-game 1 "
enum { SUM_DIGITS = 16, STEPS_MAX = INT32_MAX - 1 };
#define PIXELS_MAX 1e9

void saved_game_free(struct saved_game *game)
{
    memory_free(game->level_path);
    memory_free(game->solution);
    *game = (struct saved_game){0};
}

void saved_game_write(const struct saved_game *game, struct text *out)
{
    char hash[SUM_DIGITS + 1];
    snprintf(hash, sizeof hash, "%016" PRIx64, game->identity.hash);
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "level", game->level_path);
    cJSON_AddStringToObject(json, "level-hash", hash);
    cJSON_AddStringToObject(json, "level-name", game->identity.name);
    cJSON_AddStringToObject(json, "solution", game->solution);
    cJSON_AddNumberToObject(json, "step", game->step);
    cJSON_AddNumberToObject(json, "last", game->last);
    cJSON_AddNumberToObject(json, "given", game->given);
    cJSON_AddNumberToObject(json, "speed", game->speed);
    cJSON_AddNumberToObject(json, "ability", game->chosen);
    cJSON_AddBoolToObject(json, "paused", game->is_paused);
    cJSON_AddBoolToObject(json, "watching", game->is_watching);
    cJSON_AddNumberToObject(json, "zoom", game->view.zoom_px);
    cJSON_AddBoolToObject(json, "fitted", game->view.is_fitted);
    cJSON_AddNumberToObject(json, "x", game->view.x_px);
    cJSON_AddNumberToObject(json, "y", game->view.y_px);
    char *text = cJSON_Print(json);
    require(text != NULL);
    text_format(out, HEAD "%016" PRIx64 "\n", hash_bytes(HASH_START, text, strlen(text)));
    text_add(out, text);
    cJSON_free(text);
    cJSON_Delete(json);
}

static char *take_text(const cJSON *json, const char *key, bool *good)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, key);
    *good = *good && cJSON_IsString(item);
    return *good ? memory_copy_text(item->valuestring) : NULL;
}

static double take_number(const cJSON *json, const char *key, double low, double high, bool *good)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, key);
    *good = *good && cJSON_IsNumber(item) && item->valuedouble >= low && item->valuedouble <= high;
    return *good ? item->valuedouble : 0;
}

static bool take_flag(const cJSON *json, const char *key, bool *good)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, key);
    *good = *good && cJSON_IsBool(item);
    return *good && cJSON_IsTrue(item);
}

static void take_identity(const cJSON *json, struct identity *identity, bool *good)
{
    char *hash = take_text(json, "level-hash", good);
    char *name = take_text(json, "level-name", good);
    if (*good) {
        char *end = NULL;
        identity->hash = strtoull(hash, &end, 16);
        *good = strlen(hash) == SUM_DIGITS && *end == '\0';
        snprintf(identity->name, sizeof identity->name, "%s", name);
    }
    memory_free(hash);
    memory_free(name);
}

static bool take_game(const cJSON *json, struct saved_game *game)
{
    bool good = true;
    game->level_path = take_text(json, "level", &good);
    take_identity(json, &game->identity, &good);
    game->solution = take_text(json, "solution", &good);
    game->step = (int32_t)take_number(json, "step", 0, STEPS_MAX, &good);
    game->last = (int32_t)take_number(json, "last", 0, STEPS_MAX, &good);
    game->given = (int)take_number(json, "given", 0, STEPS_MAX, &good);
    game->speed = (int)take_number(json, "speed", 0, SESSION_SPEEDS - 1, &good);
    game->chosen = (int)take_number(json, "ability", -1, ABILITY_COUNT - 1, &good);
    game->is_paused = take_flag(json, "paused", &good);
    game->is_watching = take_flag(json, "watching", &good);
    game->view.zoom_px = (int)take_number(json, "zoom", ZOOM_MIN_PX, ZOOM_MAX_PX, &good);
    game->view.is_fitted = take_flag(json, "fitted", &good);
    game->view.x_px = take_number(json, "x", -PIXELS_MAX, PIXELS_MAX, &good);
    game->view.y_px = take_number(json, "y", -PIXELS_MAX, PIXELS_MAX, &good);
    return good;
}

/* The JSON behind the first line; NULL if that does not vouch for it. */
static const char *body(const char *bytes, size_t size)
{
    char head[sizeof HEAD + SUM_DIGITS + 1];
    size_t length = sizeof head - 1;
    if (size < length || strlen(bytes) != size) {
        return NULL;
    }
    snprintf(head, sizeof head, HEAD "%016" PRIx64 "\n",
             hash_bytes(HASH_START, bytes + length, size - length));
    return memcmp(bytes, head, length) == 0 ? bytes + length : NULL;
}

bool saved_game_read(const char *bytes, size_t size, struct saved_game *game, struct error *error)
{
    *game = (struct saved_game){0};
    const char *text = body(bytes, size);
    cJSON *json = text != NULL ? cJSON_ParseWithOpts(text, NULL, true) : NULL;
    bool good = cJSON_IsObject(json) && take_game(json, game);
    cJSON_Delete(json);
    if (!good) {
        saved_game_free(game);
        return error_set(error, STATUS_BAD, "saved-game", "the game in hand cannot be read");
    }
    return true;
}

bool saved_game_restore(const struct saved_game *game, struct timeline *timeline, struct error *error)
{
    struct solution solution = {0};
    bool good = solution_parse(game->solution, &solution, error) &&
                timeline_play(timeline, &solution, game->last, error);
    solution_free(&solution);
    if (game->step < timeline_facts(timeline).last) {
        timeline_seek(timeline, game->step);
    }
    /* Between two commands of one step: undo leads there. */
    while (timeline_facts(timeline).given > game->given && timeline_facts(timeline).now == game->step &&
           timeline_undo(timeline)) {
    }
    while (timeline_facts(timeline).given < game->given && timeline_redo(timeline)) {
    }
    if (timeline_facts(timeline).now > game->step) {
        timeline_seek(timeline, game->step);
    }
    return good;
}
