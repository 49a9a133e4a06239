#include "play/settings.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/require.h"
#include "play/settings_table.h"

#include <cjson/cJSON.h>
#include <string.h>
#include <unistd.h>

enum { BYTES_MAX = 1 << 20, WRITE_EVERY_MS = 300 };

static const char *const display_key = "display";
static const char *const trial_key = "display-on-trial";

/* The object of that name, made if there is none. */
static cJSON *object_in(cJSON *file, const char *key)
{
    cJSON *object = cJSON_GetObjectItemCaseSensitive(file, key);
    if (!cJSON_IsObject(object)) {
        cJSON_DeleteItemFromObjectCaseSensitive(file, key);
        object = cJSON_AddObjectToObject(file, key);
    }
    return object;
}

static void write_now(struct settings *settings)
{
    settings->is_changed = false;
    if (settings->path == NULL) {
        return;
    }
    if (settings->is_safe && access(settings->path, F_OK) == 0) {
        folders_set_aside(settings->path, NULL);
    }
    settings->is_safe = false;
    settings_write(&settings->known, SETTINGS_PLAIN, settings->file);
    settings_write(&settings->known, SETTINGS_DISPLAY, object_in(settings->file, display_key));
    cJSON_DeleteItemFromObjectCaseSensitive(settings->file, trial_key);
    if (settings->is_trying) {
        settings_write(&settings->trial, SETTINGS_DISPLAY, object_in(settings->file, trial_key));
    }
    char *text = cJSON_Print(settings->file);
    require(text != NULL);
    struct text lines = {0};
    text_add(&lines, text);
    text_add_char(&lines, '\n');
    keeper_replace(settings->keeper, settings->path, lines.bytes, lines.length);
    text_free(&lines);
    cJSON_free(text);
}

/* Takes what is good. False: something is not. */
static bool take(struct settings *settings, const struct text *text, struct error *error)
{
    cJSON *file = strlen(text->bytes) == text->length
                      ? cJSON_ParseWithLengthOpts(text->bytes, text->length + 1, NULL, true)
                      : NULL;
    if (!cJSON_IsObject(file)) {
        cJSON_Delete(file);
        return error_set(error, STATUS_BAD, "settings", "the settings cannot be read");
    }
    cJSON_Delete(settings->file);
    settings->file = file;
    bool good = settings_read(file, SETTINGS_PLAIN, &settings->known, error);
    const cJSON *display = cJSON_GetObjectItemCaseSensitive(file, display_key);
    if (display != NULL && !cJSON_IsObject(display)) {
        return good && error_set(error, STATUS_BAD, "settings", "those of the display cannot be read");
    }
    return (display == NULL ||
            settings_read(display, SETTINGS_DISPLAY, &settings->known, good ? error : NULL)) &&
           good;
}

/* Keeps a damaged file as it was, and puts what was good into a new one. */
static void replace_damaged(struct settings *settings, struct error *message)
{
    struct text where = {0};
    struct error why = *message;
    if (folders_set_aside(settings->path, &where)) {
        error_set(message, STATUS_BAD, "settings", "%s; the file is now %s", why.text, where.bytes);
    }
    error_at(message, settings->path, 0, 0);
    write_now(settings);
    text_free(&where);
}

static bool load(struct settings *settings, struct error *message)
{
    struct text text = {0};
    struct error error = {0};
    bool good = true;
    if (access(settings->path, F_OK) != 0) {
        return true;
    }
    if (!file_read(settings->path, BYTES_MAX, &text, &error) || text.length == 0) {
        text_clear(&text);
        text_add(&text, "");
    }
    if (!take(settings, &text, message)) {
        replace_damaged(settings, message);
        good = false;
    } else if (cJSON_HasObjectItem(settings->file, trial_key)) {
        good = error_set(message, STATUS_BAD, "settings",
                         "the last change of the display was not confirmed: the one before is used");
        write_now(settings);
    }
    text_free(&text);
    return good;
}

bool settings_open(struct settings *settings, const struct folders *folders, struct keeper *keeper,
                   bool is_safe, struct preferences *preferences, struct error *message)
{
    *settings = (struct settings){.keeper = keeper, .is_safe = is_safe};
    preferences_default(&settings->known);
    settings->file = cJSON_CreateObject();
    require(settings->file != NULL);
    settings->path = folders_file(folders, FOLDER_CONFIG, "settings.json", message);
    bool good = settings->path != NULL && (is_safe || load(settings, message));
    settings->seen = settings->known;
    *preferences = settings->known;
    return good;
}

void settings_begin(struct settings *settings, const struct preferences *preferences)
{
    settings->seen = *preferences;
}

static void look(struct settings *settings, const struct preferences *now, uint64_t now_ns)
{
    if (!settings_equal(&settings->seen, now, SETTINGS_PLAIN)) {
        settings_take_changes(&settings->seen, now, SETTINGS_PLAIN, &settings->known);
        settings->is_changed = true;
    }
    if (!settings_equal(&settings->seen, now, SETTINGS_DISPLAY)) {
        if (!settings->is_trying) {
            settings->trial = settings->known;
        }
        settings_take_changes(&settings->seen, now, SETTINGS_DISPLAY, &settings->trial);
        settings->is_trying = !settings_equal(&settings->trial, &settings->known, SETTINGS_DISPLAY);
        settings->trial_until_ns = now_ns + SETTINGS_TRIAL_S * UINT64_C(1000000000);
        write_now(settings);
        settings->written_ns = now_ns;
    }
    settings->seen = *now;
}

static void confirm(struct settings *settings)
{
    if (settings->is_trying) {
        settings_copy(&settings->trial, SETTINGS_DISPLAY, &settings->known);
        settings->is_trying = false;
        settings->is_changed = true;
    }
}

void settings_keep(struct settings *settings, const struct preferences *preferences, uint64_t now_ns)
{
    look(settings, preferences, now_ns);
    if (settings->is_trying && now_ns >= settings->trial_until_ns) {
        confirm(settings);
    }
    if (settings->is_changed && now_ns >= settings->written_ns + WRITE_EVERY_MS * UINT64_C(1000000)) {
        write_now(settings);
        settings->written_ns = now_ns;
    }
}

void settings_close(struct settings *settings, const struct preferences *preferences)
{
    look(settings, preferences, settings->written_ns);
    confirm(settings);
    if (settings->is_changed) {
        write_now(settings);
    }
    cJSON_Delete(settings->file);
    memory_free(settings->path);
    *settings = (struct settings){0};
}
