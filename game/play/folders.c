#include "play/folders.h"

#include "base/file.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAMAGED_MAX = 99 };

static const struct {
    const char *variable, *in_home;
} places[FOLDER_COUNT] = {
    [FOLDER_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
    [FOLDER_DATA] = {"XDG_DATA_HOME", ".local/share"},
    [FOLDER_STATE] = {"XDG_STATE_HOME", ".local/state"},
    [FOLDER_CACHE] = {"XDG_CACHE_HOME", ".cache"},
};

static const char *absolute(const char *variable)
{
    const char *path = getenv(variable);
    return path != NULL && path[0] == '/' ? path : NULL;
}

bool folders_find(struct folders *folders, struct error *error)
{
    *folders = (struct folders){0};
    const char *home = absolute("HOME");
    bool good = true;
    for (int i = 0; i < FOLDER_COUNT; i++) {
        const char *base = absolute(places[i].variable);
        struct text path = {0};
        if (base != NULL) {
            text_format(&path, "%s/warren", base);
        } else if (home != NULL) {
            text_format(&path, "%s/%s/warren", home, places[i].in_home);
        } else {
            good = false;
        }
        folders->paths[i] = path.bytes;
    }
    return good ||
           error_set(error, STATUS_ENVIRONMENT, "folders",
                     "HOME is not set: nothing is saved, or only what other variables have a place for");
}

void folders_free(struct folders *folders)
{
    for (int i = 0; i < FOLDER_COUNT; i++) {
        memory_free(folders->paths[i]);
    }
    *folders = (struct folders){0};
}

/* With all folders above it. */
static bool make(const char *path, struct error *error)
{
    char *partial = memory_copy_text(path);
    bool good = true;
    for (char *c = partial + 1; good; c++) {
        if (*c != '/' && *c != '\0') {
            continue;
        }
        char end = *c;
        *c = '\0';
        good = mkdir(partial, 0700) == 0 || errno == EEXIST;
        *c = end;
        if (end == '\0') {
            break;
        }
    }
    int number = errno;
    memory_free(partial);
    struct stat facts;
    if (good && (stat(path, &facts) != 0 || !S_ISDIR(facts.st_mode))) {
        good = false;
        number = ENOTDIR;
    }
    if (!good) {
        error_set(error, STATUS_ENVIRONMENT, "folders", "cannot make the folder: %s", strerror(number));
        error_at(error, path, 0, 0);
    }
    return good;
}

static void sweep(const char *folder)
{
    DIR *listing = opendir(folder);
    if (listing == NULL) {
        return;
    }
    struct text path = {0};
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing)) {
        if (file_is_abandoned(entry->d_name)) {
            text_clear(&path);
            text_format(&path, "%s/%s", folder, entry->d_name);
            unlink(path.bytes);
        }
    }
    closedir(listing);
    text_free(&path);
}

char *folders_file(const struct folders *folders, enum folder folder, const char *name, struct error *error)
{
    const char *path = folders->paths[folder];
    if (path == NULL) {
        error_set(error, STATUS_ENVIRONMENT, "folders", "there is no folder to keep %s in", name);
        return NULL;
    }
    if (!make(path, error)) {
        return NULL;
    }
    sweep(path);
    struct text file = {0};
    text_format(&file, "%s/%s", path, name);
    return file.bytes;
}

bool folders_set_aside(const char *path, struct text *where)
{
    struct text name = {0};
    struct stat facts;
    text_format(&name, "%s.damaged", path);
    for (int i = 2; i <= DAMAGED_MAX && lstat(name.bytes, &facts) == 0; i++) {
        text_clear(&name);
        text_format(&name, "%s.damaged-%d", path, i);
    }
    bool good = rename(path, name.bytes) == 0;
    if (good && where != NULL) {
        text_clear(where);
        text_add(where, name.bytes);
    }
    text_free(&name);
    return good;
}
