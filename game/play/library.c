#include "play/library.h"

#include "base/file.h"
#include "base/memory.h"
#include "level/level.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { INDEX_BYTES_MAX = 1 << 20, LEVELS_MAX = 2000 };

static char *join(const char *folder, const char *name)
{
    struct text path = {0};
    text_format(&path, "%s/%s", folder, name);
    return path.bytes;
}

/* "03_Knock-knock.rel" is called "Knock knock" until it is read. */
static char *name_of_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *start = slash != NULL ? slash + 1 : path;
    const char *after = start + strspn(start, "0123456789");
    start = *after == '_' ? after + 1 : start;
    char *name = memory_copy_text(start);
    char *dot = strrchr(name, '.');
    if (dot != NULL && dot != name) {
        *dot = '\0';
    }
    for (char *c = name; *c != '\0'; c++) {
        *c = *c == '-' || *c == '_' ? ' ' : *c;
    }
    return name;
}

static void add_level(struct library_set *set, const char *file)
{
    if (set->level_count == LEVELS_MAX) {
        return;
    }
    set->levels = memory_resize(set->levels, (size_t)set->level_count + 1, sizeof *set->levels);
    struct library_level *level = &set->levels[set->level_count++];
    *level = (struct library_level){.path = join(set->folder, file)};
    level->name = name_of_file(level->path);
}

/* Lines of an index: comments begin with '%', facts with ':', all others name something. */
static void take_line(struct library_set *set, const char *line)
{
    const char *name = ":name=";
    const char *description = ":description=";
    if (*line == '\0' || *line == '%') {
        return;
    }
    if (strncmp(line, name, strlen(name)) == 0) {
        memory_free(set->name);
        set->name = memory_copy_text(line + strlen(name));
    } else if (strncmp(line, description, strlen(description)) == 0) {
        memory_free(set->description);
        set->description = memory_copy_text(line + strlen(description));
    } else if (*line != ':') {
        add_level(set, line);
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What is in a folder and not hidden, in order. */
struct listing {
    char **names;
    size_t count;
};

static bool list(const char *path, struct listing *listing)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    *listing = (struct listing){0};
    while (folder != NULL && listing->count < LEVELS_MAX && (entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] != '.') {
            listing->names = memory_resize(listing->names, listing->count + 1, sizeof *listing->names);
            listing->names[listing->count++] = memory_copy_text(entry->d_name);
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
    if (listing->count > 0) {
        qsort(listing->names, listing->count, sizeof *listing->names, compare_names);
    }
    return folder != NULL;
}

static void free_listing(struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        memory_free(listing->names[i]);
    }
    memory_free(listing->names);
}

static bool is_level_name(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".rel") == 0;
}

/* All levels of a folder that has no index. */
static void take_folder(struct library_set *set)
{
    struct listing listing;
    if (!list(set->folder, &listing)) {
        error_set(&set->error, STATUS_ENVIRONMENT, "file", "the folder cannot be read: %s", set->folder);
    }
    for (size_t i = 0; i < listing.count; i++) {
        if (is_level_name(listing.names[i])) {
            add_level(set, listing.names[i]);
        }
    }
    free_listing(&listing);
}

static bool read_index(const char *folder, struct text *text, struct error *error)
{
    char *path = join(folder, "index");
    bool good = file_read(path, INDEX_BYTES_MAX, text, error);
    memory_free(path);
    return good;
}

/* The next line, without its end, or NULL. */
static char *next_line(char **rest)
{
    char *line = *rest;
    if (line == NULL || *line == '\0') {
        return NULL;
    }
    size_t length = strcspn(line, "\r\n");
    *rest = line + length;
    *rest += strspn(*rest, "\r\n");
    line[length] = '\0';
    return line;
}

static void free_set(struct library_set *set)
{
    for (int i = 0; i < set->level_count; i++) {
        memory_free(set->levels[i].path);
        memory_free(set->levels[i].name);
    }
    memory_free(set->levels);
    memory_free(set->folder);
    memory_free(set->name);
    memory_free(set->description);
}

static struct library_set *add_set(struct library *library, const char *folder)
{
    library->sets = memory_resize(library->sets, (size_t)library->set_count + 1, sizeof *library->sets);
    struct library_set *set = &library->sets[library->set_count++];
    *set = (struct library_set){.folder = memory_copy_text(folder), .name = name_of_file(folder)};
    set->description = memory_copy_text("");
    return set;
}

static void add_folder(struct library *library, const char *folder)
{
    struct library_set *set = add_set(library, folder);
    struct text text = {0};
    if (read_index(folder, &text, NULL)) {
        char *rest = text.bytes;
        for (char *line = next_line(&rest); line != NULL; line = next_line(&rest)) {
            take_line(set, line);
        }
    } else {
        take_folder(set);
    }
    set->is_broken = set->level_count == 0;
    if (set->is_broken && set->error.text[0] == '\0') {
        error_set(&set->error, STATUS_BAD, "no-levels", "there are no levels in %s", folder);
    }
    text_free(&text);
}

static void add_loose(struct library *library, const char *folder)
{
    struct library_set *set = add_set(library, folder);
    take_folder(set);
    if (set->level_count == 0) {
        library->set_count--;
        free_set(set);
        return;
    }
    memory_free(set->name);
    memory_free(set->description);
    set->name = memory_copy_text("My levels");
    set->description = memory_copy_text(folder);
}

void library_add(struct library *library, const char *folder)
{
    struct listing listing;
    list(folder, &listing);
    for (size_t i = 0; i < listing.count; i++) {
        char *path = join(folder, listing.names[i]);
        struct stat facts;
        if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
            add_folder(library, path);
        }
        memory_free(path);
    }
    free_listing(&listing);
    add_loose(library, folder);
}

void library_open(struct library *library, const char *assets)
{
    *library = (struct library){0};
    char *levels = join(assets, "levels");
    struct text text = {0};
    if (read_index(levels, &text, NULL)) {
        char *rest = text.bytes;
        for (char *line = next_line(&rest); line != NULL; line = next_line(&rest)) {
            if (*line != '\0' && *line != '%' && *line != ':') {
                char *folder = join(levels, line);
                add_folder(library, folder);
                memory_free(folder);
            }
        }
    } else {
        library_add(library, levels);
    }
    text_free(&text);
    memory_free(levels);
}

void library_close(struct library *library)
{
    for (int i = 0; i < library->set_count; i++) {
        free_set(&library->sets[i]);
    }
    memory_free(library->sets);
    *library = (struct library){0};
}

void library_read(struct library *library, int set)
{
    for (int i = 0; i < library->sets[set].level_count; i++) {
        struct library_level *entry = &library->sets[set].levels[i];
        if (entry->is_read) {
            continue;
        }
        struct level *level = level_load(entry->path, &entry->error);
        entry->is_read = true;
        entry->is_broken = level == NULL;
        if (level != NULL) {
            struct world_counts counts = world_counts(level->world);
            memory_free(entry->name);
            entry->name = memory_copy_text(level->name);
            entry->rabbits = counts.out + counts.waiting;
            entry->to_save = counts.to_save;
            entry->width = world_width(level->world);
            entry->height = world_height(level->world);
        }
        level_destroy(level);
    }
}

int library_solved(const struct library_set *set)
{
    int solved = 0;
    for (int i = 0; i < set->level_count; i++) {
        solved += set->levels[i].is_solved ? 1 : 0;
    }
    return solved;
}

int library_unsolved(const struct library_set *set)
{
    for (int i = 0; i < set->level_count; i++) {
        if (!set->levels[i].is_solved && !set->levels[i].is_broken) {
            return i;
        }
    }
    return -1;
}

bool library_find(const struct library *library, const char *path, int *set, int *level)
{
    struct stat wanted;
    struct stat facts;
    if (stat(path, &wanted) != 0) {
        return false;
    }
    for (int i = 0; i < library->set_count; i++) {
        for (int j = 0; j < library->sets[i].level_count; j++) {
            if (stat(library->sets[i].levels[j].path, &facts) == 0 && facts.st_ino == wanted.st_ino &&
                facts.st_dev == wanted.st_dev) {
                *set = i;
                *level = j;
                return true;
            }
        }
    }
    return false;
}
