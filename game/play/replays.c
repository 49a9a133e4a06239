#include "play/replays.h"

#include "base/file.h"
#include "base/memory.h"
#include "play/app.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { REPLAYS_MAX = 1000, NAME_MAX_CHARS = 40, NUMBERS = 10000 };

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path);
    size_t end = strlen(ending);
    return length > end && strcmp(path + length - end, ending) == 0;
}

bool replays_is_name(const char *path)
{
    return ends_with(path, REPLAY_ENDING);
}

static bool read_replay(const char *path, struct kept_replay *replay, struct error *error)
{
    struct text text = {0};
    bool good = file_read(path, KEPT_BYTES_MAX, &text, error) &&
                kept_replay_read(text.bytes != NULL ? text.bytes : "", text.length, replay, error);
    text_free(&text);
    return good;
}

/* Takes the path. */
static void add_entry(struct replays *replays, char *path)
{
    replays->entries = memory_resize(replays->entries, (size_t)replays->count + 1, sizeof *replays->entries);
    struct replay_entry *entry = &replays->entries[replays->count++];
    *entry = (struct replay_entry){.path = path, .name = strrchr(path, '/') + 1};
    entry->is_broken = !read_replay(entry->path, &entry->replay, &entry->error);
}

/* Takes the path. */
static void find_file(struct replays *replays, char *path)
{
    if (replays_is_name(path)) {
        add_entry(replays, path);
        return;
    }
    if (ends_with(path, REPLAY_ENDING REPLAY_REMOVED)) {
        unlink(path);
    }
    memory_free(path);
}

/* Dates are written so that they sort as texts. */
static int compare_entries(const void *a, const void *b)
{
    const struct replay_entry *one = a;
    const struct replay_entry *other = b;
    int order = strcmp(other->replay.date, one->replay.date);
    return order != 0 ? order : strcmp(other->path, one->path);
}

static void sort(struct replays *replays)
{
    if (replays->count > 0) {
        qsort(replays->entries, (size_t)replays->count, sizeof *replays->entries, compare_entries);
    }
}

void replays_open(struct replays *replays, const struct folders *folders)
{
    *replays = (struct replays){0};
    if (folders->paths[FOLDER_DATA] == NULL) {
        return;
    }
    struct text folder = {0};
    text_format(&folder, "%s/replays", folders->paths[FOLDER_DATA]);
    DIR *listing = opendir(folder.bytes);
    struct dirent *file;
    while (listing != NULL && replays->count < REPLAYS_MAX && (file = readdir(listing)) != NULL) {
        struct text path = {0};
        text_format(&path, "%s/%s", folder.bytes, file->d_name);
        find_file(replays, path.bytes);
    }
    if (listing != NULL) {
        closedir(listing);
    }
    sort(replays);
    text_free(&folder);
}

static const char *path_away(const char *path, struct text *away)
{
    text_format(away, "%s" REPLAY_REMOVED, path);
    return away->bytes;
}

void replays_close(struct replays *replays)
{
    for (int i = 0; i < replays->count; i++) {
        memory_free(replays->entries[i].path);
        kept_replay_free(&replays->entries[i].replay);
    }
    for (int i = 0; i < replays->removed_count; i++) {
        struct text away = {0};
        unlink(path_away(replays->removed[i], &away));
        memory_free(replays->removed[i]);
        text_free(&away);
    }
    memory_free(replays->entries);
    memory_free(replays->removed);
    *replays = (struct replays){0};
}

static bool move_file(const char *from, const char *to, struct error *error)
{
    return rename(from, to) == 0 ||
           error_set(error, STATUS_ENVIRONMENT, "replay", "%s: %s", from, strerror(errno));
}

bool replays_remove(struct replays *replays, int number, struct error *error)
{
    struct replay_entry *entry = &replays->entries[number];
    struct text away = {0};
    bool good = move_file(entry->path, path_away(entry->path, &away), error);
    text_free(&away);
    if (!good) {
        return false;
    }
    size_t count = (size_t)replays->removed_count + 1;
    replays->removed = memory_resize(replays->removed, count, sizeof *replays->removed);
    replays->removed[replays->removed_count++] = entry->path;
    kept_replay_free(&entry->replay);
    replays->count--;
    memmove(entry, entry + 1, (size_t)(replays->count - number) * sizeof *entry);
    return true;
}

bool replays_put_back(struct replays *replays, int *number, struct error *error)
{
    char *path = replays->removed[replays->removed_count - 1];
    struct text away = {0};
    bool good = move_file(path_away(path, &away), path, error);
    text_free(&away);
    if (!good) {
        return false;
    }
    replays->removed_count--;
    add_entry(replays, path);
    sort(replays);
    for (int i = 0; i < replays->count; i++) {
        *number = replays->entries[i].path == path ? i : *number;
    }
    return true;
}

/* A name from the title that is free; NULL: there is no place for it. */
static char *new_name(const struct folders *folders, const char *title, struct error *error)
{
    char word[NAME_MAX_CHARS + 1];
    size_t length = 0;
    for (const char *c = title; *c != '\0' && length < NAME_MAX_CHARS; c++) {
        bool is_plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9');
        word[length++] = is_plain ? *c : '-';
    }
    word[length] = '\0';
    char *folder = folders_file(folders, FOLDER_DATA, "replays", error);
    if (folder == NULL) {
        return NULL;
    }
    mkdir(folder, 0700);
    struct text path = {0};
    for (int i = 1; i < NUMBERS && (i == 1 || access(path.bytes, F_OK) == 0); i++) {
        text_clear(&path);
        text_format(&path, "%s/%s-%04d" REPLAY_ENDING, folder, word, i);
    }
    memory_free(folder);
    return path.bytes;
}

void replays_keep(struct app *app)
{
    struct error error = {0};
    struct identity identity;
    struct keeper *keeper = app->keeping.keeper;
    keeper_flush(keeper); /* so that names in use can be seen */
    bool good = identity_of_file(app->session.path, &identity, &error);
    char *path = good ? new_name(&app->keeping.folders, app->session.level->name, &error) : NULL;
    if (path == NULL) {
        app_say(app, "This game cannot be kept: %s", error.text);
        return;
    }
    struct kept_replay replay;
    struct text text = {0};
    bool is_whole = false;
    kept_replay_take(&replay, &app->session, &identity, &is_whole);
    kept_replay_write(&replay, &text);
    keeper_replace(keeper, path, text.bytes, text.length);
    app_say(app, "%s: %s", is_whole ? "Kept as a replay" : "Kept as a replay, without exploding all",
            strrchr(path, '/') + 1);
    kept_replay_free(&replay);
    text_free(&text);
    memory_free(path);
}

/* Its file was edited, but has the name still. */
static bool find_by_name(const struct app *app, const char *name, int *set, int *level)
{
    for (int i = 0; i < app->library.set_count; i++) {
        for (int j = 0; j < app->library.sets[i].level_count; j++) {
            struct identity identity;
            if (identity_of_file(app->library.sets[i].levels[j].path, &identity, NULL) &&
                strcmp(identity.name, name) == 0) {
                *set = i;
                *level = j;
                return true;
            }
        }
    }
    return false;
}

static bool open_level_of(struct app *app, const struct kept_replay *replay, bool *is_same,
                          struct error *error)
{
    struct identity there;
    int set = 0;
    int level = 0;
    *is_same = true;
    if (keeping_find_level(app, &replay->identity, &set, &level)) {
        return app_open_level(app, app->library.sets[set].levels[level].path, error);
    }
    bool is_there = identity_of_file(replay->level_path, &there, error);
    *is_same = is_there && identity_is_same(&there, &replay->identity);
    if (!*is_same && find_by_name(app, replay->identity.name, &set, &level)) {
        return app_open_level(app, app->library.sets[set].levels[level].path, error);
    }
    if (!is_there) {
        return error_set(error, STATUS_ENVIRONMENT, "no-level", "its level %s is not here",
                         replay->identity.name);
    }
    return app_open_level(app, replay->level_path, error);
}

bool replays_play(struct app *app, const char *path)
{
    struct kept_replay replay;
    struct error error = {0};
    bool is_same = false;
    bool good = read_replay(path, &replay, &error);
    if (good) {
        good = open_level_of(app, &replay, &is_same, &error);
        if (good) {
            kept_replay_watch(&replay, &app->session);
        }
        kept_replay_free(&replay);
    }
    if (!good) {
        app_say(app, "This replay cannot be watched: %s", error.text);
    } else if (app->session.fails_at >= 0) {
        app_say(app, "%sIt goes another way at step %d",
                is_same ? "" : "The level has changed since this was kept. ", (int)app->session.fails_at);
    } else if (!is_same) {
        app_say(app, "The level has changed since this was kept, but nothing of it matters here");
    }
    return good;
}
