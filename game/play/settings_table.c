#include "play/settings_table.h"

#include "play/session.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum kind { KIND_FLAG, KIND_NUMBER, KIND_PATH, KIND_TEXT };

enum { KEY_TEXT_MAX = 64 };

static const struct row {
    const char *key;
    enum kind kind;
    size_t offset;
    int low, high; /* of a number; high also: the room of a text */
    enum settings_part part;
} rows[] = {
/* clang-format off */
#define FLAG(key, field, part) {key, KIND_FLAG, offsetof(struct preferences, field), 0, 1, part}
#define NUMBER(key, field, low, high) \
    {key, KIND_NUMBER, offsetof(struct preferences, field), low, high, SETTINGS_PLAIN}
    NUMBER("ui-percent", ui_percent, UI_PERCENT_MIN, UI_PERCENT_MAX),
    FLAG("reduced-motion", reduced_motion, SETTINGS_PLAIN),
    FLAG("pause-unfocused", pauses_unfocused, SETTINGS_PLAIN),
    FLAG("ghosts", shows_ghosts, SETTINGS_PLAIN),
    FLAG("minimap", shows_minimap, SETTINGS_PLAIN),
    FLAG("frame-graph", shows_graph, SETTINGS_PLAIN),
    FLAG("muted", is_muted, SETTINGS_PLAIN),
    FLAG("captions", shows_captions, SETTINGS_PLAIN),
    NUMBER("sound-percent", sound_percent, 0, 100),
    NUMBER("music-percent", music_percent, 0, 100),
    NUMBER("control-percent", control_percent, 0, 100),
    NUMBER("speed", speed, 0, SESSION_SPEEDS - 1),
    NUMBER("window-width", width_px, 320, 16384),
    NUMBER("window-height", height_px, 240, 16384),
    FLAG("window-placed", has_place, SETTINGS_PLAIN),
    NUMBER("window-x", x_px, -32768, 32767),
    NUMBER("window-y", y_px, -32768, 32767),
    FLAG("window-maximised", is_maximised, SETTINGS_PLAIN),
    FLAG("fullscreen", is_fullscreen, SETTINGS_DISPLAY),
    FLAG("path-chosen", is_path_chosen, SETTINGS_DISPLAY),
    {"path", KIND_PATH, offsetof(struct preferences, path), 0, 0, SETTINGS_DISPLAY},
    {"driver", KIND_TEXT, offsetof(struct preferences, driver), 0,
     (int)sizeof(((struct preferences *)NULL)->driver), SETTINGS_DISPLAY},
#undef FLAG
#undef NUMBER
    /* clang-format on */
};

enum { ROWS = (int)(sizeof rows / sizeof rows[0]) };

static void *field(struct preferences *preferences, const struct row *row)
{
    return (char *)preferences + row->offset;
}

static const void *field_of(const struct preferences *preferences, const struct row *row)
{
    return (const char *)preferences + row->offset;
}

static size_t field_size(const struct row *row)
{
    switch (row->kind) {
    case KIND_FLAG: return sizeof(bool);
    case KIND_NUMBER: return sizeof(int);
    case KIND_PATH: return sizeof(enum paint_path);
    case KIND_TEXT: break;
    }
    return (size_t)row->high;
}

static bool complain(struct error *error, const char *key, const char *what)
{
    return error_set(error, STATUS_BAD, "settings", "the setting \"%s\" %s", key, what);
}

static bool read_number(const cJSON *item, const struct row *row, int *out)
{
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= row->low && item->valuedouble <= row->high) ||
        item->valuedouble != floor(item->valuedouble)) {
        return false;
    }
    *out = (int)item->valuedouble;
    return true;
}

static bool read_text(const cJSON *item, const struct row *row, char *out)
{
    if (!cJSON_IsString(item) || strlen(item->valuestring) >= (size_t)row->high) {
        return false;
    }
    snprintf(out, (size_t)row->high, "%s", item->valuestring);
    return true;
}

static bool read_row(const cJSON *item, const struct row *row, struct preferences *preferences)
{
    void *value = field(preferences, row);
    switch (row->kind) {
    case KIND_FLAG:
        if (cJSON_IsBool(item)) {
            *(bool *)value = cJSON_IsTrue(item);
        }
        return cJSON_IsBool(item);
    case KIND_NUMBER: return read_number(item, row, value);
    case KIND_PATH: return cJSON_IsString(item) && paint_path_from_name(item->valuestring, value);
    case KIND_TEXT: break;
    }
    return read_text(item, row, value);
}

static bool read_hints(const cJSON *object, struct hint_values *hints, struct error *error)
{
    bool good = true;
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *value = cJSON_IsString(item) ? item->valuestring : "";
        enum hint hint;
        struct error unused;
        if (hint_from_name(item->string, &hint) && !hint_values_set(hints, item->string, value, &unused)) {
            good = good && complain(error, item->string, "is a hint that cannot be set to this value");
        }
    }
    return good;
}

static bool read_chord(const cJSON *item, struct chord *chord)
{
    if (cJSON_IsString(item) && item->valuestring[0] == '\0') {
        *chord = (struct chord){0};
        return true;
    }
    return cJSON_IsString(item) && chord_read(item->valuestring, chord);
}

static bool read_keys(const cJSON *object, struct bindings *bindings, struct error *error)
{
    bool good = true;
    for (int action = 0; action < DO_COUNT; action++) {
        const char *name = action_info((enum player_action)action).name;
        const cJSON *keys = cJSON_GetObjectItemCaseSensitive(object, name);
        struct chord chords[CHORDS_MAX]; /* places that the file does not name stay as they are */
        memcpy(chords, bindings->keys[action], sizeof chords);
        bool fits = cJSON_IsArray(keys) && cJSON_GetArraySize(keys) <= CHORDS_MAX;
        for (int i = 0; fits && i < cJSON_GetArraySize(keys); i++) {
            fits = read_chord(cJSON_GetArrayItem(keys, i), &chords[i]);
        }
        if (fits) {
            memcpy(bindings->keys[action], chords, sizeof chords);
        } else if (keys != NULL) {
            good = good && complain(error, name, "has keys that are not understood");
        }
    }
    return good;
}

static bool read_pad(const cJSON *object, struct bindings *bindings, struct error *error)
{
    bool good = true;
    for (int action = 0; action < DO_COUNT; action++) {
        const char *name = action_info((enum player_action)action).name;
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
        int control = PAD_NONE;
        if (item == NULL) {
            continue;
        }
        if (cJSON_IsString(item) && (item->valuestring[0] == '\0' || pad_read(item->valuestring, &control))) {
            bindings->pad[action] = control;
        } else {
            good = good && complain(error, name, "has a button that is not understood");
        }
    }
    return good;
}

/* An object inside of the object; NULL if there is none. */
static const cJSON *inner(const cJSON *object, const char *key, bool *good, struct error *error)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (item != NULL && !cJSON_IsObject(item)) {
        *good = *good && complain(error, key, "is not a list of settings");
        return NULL;
    }
    return item;
}

bool settings_read(const cJSON *object, enum settings_part part, struct preferences *preferences,
                   struct error *error)
{
    bool good = true;
    for (int i = 0; i < ROWS; i++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, rows[i].key);
        if (rows[i].part == part && item != NULL && !read_row(item, &rows[i], preferences)) {
            good = good && complain(error, rows[i].key, "is not what it can be");
        }
    }
    if (part == SETTINGS_DISPLAY) {
        const cJSON *hints = inner(object, "hints", &good, error);
        return (hints == NULL || read_hints(hints, &preferences->hints, good ? error : NULL)) && good;
    }
    const cJSON *keys = inner(object, "keys", &good, error);
    good = (keys == NULL || read_keys(keys, &preferences->bindings, good ? error : NULL)) && good;
    const cJSON *pad = inner(object, "pad", &good, error);
    return (pad == NULL || read_pad(pad, &preferences->bindings, good ? error : NULL)) && good;
}

static void put(cJSON *object, const char *key, cJSON *item)
{
    cJSON_DeleteItemFromObjectCaseSensitive(object, key);
    cJSON_AddItemToObject(object, key, item);
}

/* The object of that name, made if there is none. */
static cJSON *make_inner(cJSON *object, const char *key)
{
    cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsObject(item)) {
        item = cJSON_CreateObject();
        put(object, key, item);
    }
    return item;
}

static void write_hints(const struct hint_values *hints, cJSON *object)
{
    for (int hint = 0; hint < HINT_SETTABLE_COUNT; hint++) {
        const char *name = hint_info((enum hint)hint)->name;
        const char *value = hint_values_get(hints, (enum hint)hint);
        cJSON_DeleteItemFromObjectCaseSensitive(object, name);
        if (value != NULL) {
            cJSON_AddStringToObject(object, name, value);
        }
    }
}

static bool same_chords(const struct chord *a, const struct chord *b)
{
    bool same = true;
    for (int i = 0; i < CHORDS_MAX; i++) {
        same = same && a[i].key == b[i].key && a[i].ctrl == b[i].ctrl && a[i].alt == b[i].alt &&
               a[i].shift == b[i].shift;
    }
    return same;
}

static void write_bindings(const struct bindings *bindings, cJSON *keys, cJSON *pad)
{
    struct bindings defaults;
    bindings_default(&defaults);
    for (int action = 0; action < DO_COUNT; action++) {
        const char *name = action_info((enum player_action)action).name;
        char text[KEY_TEXT_MAX];
        cJSON_DeleteItemFromObjectCaseSensitive(keys, name);
        cJSON_DeleteItemFromObjectCaseSensitive(pad, name);
        if (!same_chords(bindings->keys[action], defaults.keys[action])) {
            cJSON *list = cJSON_AddArrayToObject(keys, name);
            for (int i = 0; i < CHORDS_MAX; i++) {
                chord_write(bindings->keys[action][i], text, sizeof text);
                cJSON_AddItemToArray(list, cJSON_CreateString(text));
            }
        }
        if (bindings->pad[action] != defaults.pad[action]) {
            pad_write(bindings->pad[action], text, sizeof text);
            cJSON_AddStringToObject(pad, name, text);
        }
    }
}

void settings_write(const struct preferences *preferences, enum settings_part part, cJSON *object)
{
    for (int i = 0; i < ROWS; i++) {
        const void *value = field_of(preferences, &rows[i]);
        if (rows[i].part != part) {
            continue;
        }
        switch (rows[i].kind) {
        case KIND_FLAG: put(object, rows[i].key, cJSON_CreateBool(*(const bool *)value)); break;
        case KIND_NUMBER: put(object, rows[i].key, cJSON_CreateNumber(*(const int *)value)); break;
        case KIND_PATH:
            put(object, rows[i].key, cJSON_CreateString(paint_path_name(*(const enum paint_path *)value)));
            break;
        case KIND_TEXT: put(object, rows[i].key, cJSON_CreateString(value)); break;
        }
    }
    if (part == SETTINGS_DISPLAY) {
        write_hints(&preferences->hints, make_inner(object, "hints"));
    } else {
        write_bindings(&preferences->bindings, make_inner(object, "keys"), make_inner(object, "pad"));
    }
}

static bool same_row(const struct preferences *a, const struct preferences *b, const struct row *row)
{
    const void *one = field_of(a, row);
    const void *other = field_of(b, row);
    return row->kind == KIND_TEXT ? strcmp(one, other) == 0 : memcmp(one, other, field_size(row)) == 0;
}

static bool same_hints(const struct preferences *a, const struct preferences *b)
{
    return memcmp(a->hints.choice, b->hints.choice, sizeof a->hints.choice) == 0;
}

bool settings_equal(const struct preferences *a, const struct preferences *b, enum settings_part part)
{
    for (int i = 0; i < ROWS; i++) {
        if (rows[i].part == part && !same_row(a, b, &rows[i])) {
            return false;
        }
    }
    if (part == SETTINGS_DISPLAY) {
        return same_hints(a, b);
    }
    for (int i = 0; i < DO_COUNT; i++) {
        if (a->bindings.pad[i] != b->bindings.pad[i] ||
            !same_chords(a->bindings.keys[i], b->bindings.keys[i])) {
            return false;
        }
    }
    return true;
}

void settings_take_changes(const struct preferences *before, const struct preferences *now,
                           enum settings_part part, struct preferences *to)
{
    for (int i = 0; i < ROWS; i++) {
        if (rows[i].part == part && !same_row(before, now, &rows[i])) {
            memcpy(field(to, &rows[i]), field_of(now, &rows[i]), field_size(&rows[i]));
        }
    }
    for (int i = 0; part == SETTINGS_DISPLAY && i < HINT_SETTABLE_COUNT; i++) {
        if (before->hints.choice[i] != now->hints.choice[i]) {
            to->hints.choice[i] = now->hints.choice[i];
        }
    }
    for (int i = 0; part == SETTINGS_PLAIN && i < DO_COUNT; i++) {
        if (!same_chords(before->bindings.keys[i], now->bindings.keys[i])) {
            memcpy(to->bindings.keys[i], now->bindings.keys[i], sizeof now->bindings.keys[i]);
        }
        if (before->bindings.pad[i] != now->bindings.pad[i]) {
            to->bindings.pad[i] = now->bindings.pad[i];
        }
    }
}

void settings_copy(const struct preferences *from, enum settings_part part, struct preferences *to)
{
    for (int i = 0; i < ROWS; i++) {
        if (rows[i].part == part) {
            memcpy(field(to, &rows[i]), field_of(from, &rows[i]), field_size(&rows[i]));
        }
    }
    if (part == SETTINGS_DISPLAY) {
        to->hints = from->hints;
    } else {
        to->bindings = from->bindings;
    }
}
