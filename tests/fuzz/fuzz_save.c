/* Any bytes at all in the files that the game keeps for itself are refused, or read as something that can be
 * used. */
#include "base/require.h"
#include "play/progress.h"
#include "play/saved_game.h"
#include "play/settings_table.h"

#include <cjson/cJSON.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void read_settings(const char *text)
{
    struct preferences preferences;
    struct error error = {0};
    cJSON *json = cJSON_Parse(text);
    preferences_default(&preferences);
    if (cJSON_IsObject(json)) {
        bool good = settings_read(json, SETTINGS_PLAIN, &preferences, &error);
        good = settings_read(json, SETTINGS_DISPLAY, &preferences, &error) && good;
        require(good || error.kind[0] != '\0');
        require(preferences.ui_percent >= UI_PERCENT_MIN && preferences.ui_percent <= UI_PERCENT_MAX);
        require(memchr(preferences.driver, '\0', sizeof preferences.driver) != NULL);
        settings_write(&preferences, SETTINGS_PLAIN, json);
        require(settings_read(json, SETTINGS_PLAIN, &preferences, &error));
    }
    cJSON_Delete(json);
}

static void read_game(const char *text, size_t size)
{
    struct saved_game game;
    struct error error = {0};
    if (saved_game_read(text, size, &game, &error)) {
        require(game.level_path != NULL && game.solution != NULL && game.step >= 0);
    } else {
        require(error.kind[0] != '\0' && game.solution == NULL);
    }
    saved_game_free(&game);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text text = {0};
    struct progress progress = {0};
    text_add(&text, "");
    text_add_bytes(&text, (const char *)bytes, size);
    progress_read(&progress, text.bytes, text.length);
    progress_close(&progress);
    read_game(text.bytes, text.length);
    read_settings(text.bytes);
    text_free(&text);
    return 0;
}
