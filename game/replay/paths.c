#include "replay/paths.h"

#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct folder {
    DIR *handle;
    size_t length; /* of its path, which ends in '/' */
};

struct paths {
    const char *const *arguments;
    int argument_count;
    int next_argument;
    FILE *input;
    bool reads_input;
    struct text line; /* the last one read */
    struct text path; /* of the innermost folder, and what stands there */
    struct folder *folders;
    int depth;
    int room;
};

struct paths *paths_create(const char *const *arguments, int count, FILE *input)
{
    struct paths *paths = memory_get(sizeof *paths);
    paths->arguments = arguments;
    paths->argument_count = count;
    paths->input = input;
    return paths;
}

static void leave_folder(struct paths *paths)
{
    closedir(paths->folders[--paths->depth].handle);
}

void paths_destroy(struct paths *paths)
{
    while (paths->depth > 0) {
        leave_folder(paths);
    }
    memory_free(paths->folders);
    text_free(&paths->line);
    text_free(&paths->path);
    memory_free(paths);
}

static enum paths_found problem(const char *path, int number, struct text *out, struct error *error)
{
    text_clear(out);
    text_add(out, path);
    error_set(error, STATUS_ENVIRONMENT, "file", "cannot read: %s", strerror(number));
    error_at(error, path, 0, 0);
    return PATHS_PROBLEM;
}

static enum paths_found level(const char *path, struct text *out)
{
    text_clear(out);
    text_add(out, path);
    return PATHS_LEVEL;
}

/* Goes into the folder whose path is in paths->path. PATHS_END: fine, nothing was found yet. */
static enum paths_found enter_folder(struct paths *paths, struct text *out, struct error *error)
{
    DIR *handle = opendir(paths->path.bytes);
    if (handle == NULL) {
        return problem(paths->path.bytes, errno, out, error);
    }
    if (paths->depth == paths->room) {
        paths->room = paths->room * 2 + 8;
        paths->folders = memory_resize(paths->folders, (size_t)paths->room, sizeof *paths->folders);
    }
    if (paths->path.bytes[paths->path.length - 1] != '/') {
        text_add_char(&paths->path, '/');
    }
    paths->folders[paths->depth++] = (struct folder){handle, paths->path.length};
    return PATHS_END;
}

static bool is_level_name(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".rel") == 0;
}

/* Looks at the next entry of the innermost folder. PATHS_END: it was nothing to report. */
static enum paths_found walk(struct paths *paths, struct text *out, struct error *error)
{
    struct folder folder = paths->folders[paths->depth - 1];
    paths->path.length = folder.length;
    paths->path.bytes[folder.length] = '\0';
    errno = 0;
    const struct dirent *entry = readdir(folder.handle);
    if (entry == NULL) {
        int number = errno;
        leave_folder(paths);
        return number == 0 ? PATHS_END : problem(paths->path.bytes, number, out, error);
    }
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
        return PATHS_END;
    }
    text_add(&paths->path, entry->d_name);
    struct stat facts;
    if (fstatat(dirfd(folder.handle), entry->d_name, &facts, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISDIR(facts.st_mode)) {
        return enter_folder(paths, out, error);
    }
    if (!is_level_name(entry->d_name)) {
        return PATHS_END;
    }
    bool is_file = stat(paths->path.bytes, &facts) != 0 || S_ISREG(facts.st_mode);
    return is_file ? level(paths->path.bytes, out) : PATHS_END;
}

/* A path that somebody named: a folder, or else a level, whether it exists or not. */
static enum paths_found look_at(struct paths *paths, const char *path, struct text *out, struct error *error)
{
    struct stat facts;
    if (stat(path, &facts) != 0 || !S_ISDIR(facts.st_mode)) {
        return level(path, out);
    }
    text_clear(&paths->path);
    text_add(&paths->path, path);
    return enter_folder(paths, out, error);
}

/* Lines end in a line feed or, as some programs write paths, in a NUL. */
static enum paths_found read_line(struct paths *paths, struct text *out, struct error *error)
{
    text_clear(&paths->line);
    errno = 0;
    int c = getc(paths->input);
    while (c != EOF && c != '\n' && c != '\0') {
        text_add_char(&paths->line, (char)c);
        c = getc(paths->input);
    }
    if (c == EOF) {
        int number = errno;
        paths->reads_input = false;
        if (ferror(paths->input)) {
            return problem("-", number, out, error);
        }
    }
    return paths->line.length > 0 ? look_at(paths, paths->line.bytes, out, error) : PATHS_END;
}

enum paths_found paths_next(struct paths *paths, struct text *out, struct error *error)
{
    enum paths_found found = PATHS_END;
    while (found == PATHS_END) {
        if (paths->depth > 0) {
            found = walk(paths, out, error);
        } else if (paths->reads_input) {
            found = read_line(paths, out, error);
        } else if (paths->next_argument == paths->argument_count) {
            return PATHS_END;
        } else {
            const char *argument = paths->arguments[paths->next_argument++];
            if (strcmp(argument, "-") == 0) {
                paths->reads_input = true;
            } else {
                found = look_at(paths, argument, out, error);
            }
        }
    }
    return found;
}
