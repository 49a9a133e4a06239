#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The names of files that are not complete yet: this, the number of the process, a dot and a number. They are
 * short, since the names that they are to have may be as long as names can be. */
#define FRESH_PREFIX ".warren."

enum { FRESH_MAX = 1000, LINKS_MAX = 40 };

static bool fail(struct error *error, const char *path, const char *what, int number)
{
    error_set(error, STATUS_ENVIRONMENT, "file", "%s: %s", what, strerror(number));
    error_at(error, path, 0, 0);
    return false;
}

static bool read_all(int descriptor, const char *path, size_t limit, struct text *out, struct error *error)
{
    char chunk[65536];
    for (;;) {
        ssize_t got = read(descriptor, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail(error, path, "cannot read", errno);
        }
        if (got == 0) {
            return true;
        }
        if (out->length + (size_t)got > limit) {
            return fail(error, path, "too large", EFBIG);
        }
        text_add_bytes(out, chunk, (size_t)got);
    }
}

bool file_read(const char *path, size_t limit, struct text *out, struct error *error)
{
    text_clear(out);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(error, path, "cannot open", errno);
    }
    struct stat facts;
    bool good;
    if (fstat(descriptor, &facts) != 0) {
        good = fail(error, path, "cannot read", errno);
    } else if (S_ISDIR(facts.st_mode)) {
        good = fail(error, path, "cannot read", EISDIR);
    } else if (S_ISREG(facts.st_mode) && (unsigned long long)facts.st_size > limit) {
        good = fail(error, path, "too large", EFBIG);
    } else {
        good = read_all(descriptor, path, limit, out, error);
    }
    close(descriptor);
    return good;
}

static bool write_all(int descriptor, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t put = write(descriptor, bytes, size);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        bytes += put;
        size -= (size_t)put;
    }
    return true;
}

/* The folder that a path lies in, with the slash at its end: empty for the current one. */
static void add_folder_of(const char *path, struct text *out)
{
    const char *slash = strrchr(path, '/');
    text_add_bytes(out, path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
}

/* A renamed file is durable only once its folder is. Not every file system can do that, so a failure is no
 * error. */
static void sync_folder_of(const char *path)
{
    struct text folder = {0};
    add_folder_of(path, &folder);
    text_add_char(&folder, '.');
    int descriptor = open(folder.bytes, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    text_free(&folder);
}

/* A device or pipe is written to as it is: it must not be replaced by a file. */
static bool write_in_place(const char *path, const char *bytes, size_t size, struct error *error)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(error, path, "cannot write", errno);
    }
    bool good = write_all(descriptor, bytes, size);
    int number = errno;
    close(descriptor);
    return good || fail(error, path, "cannot write", number);
}

/* Makes a file beside the target that nobody had before: what stands there already, be it a link that
 * somebody planted or the file of another writer, is left alone. */
static int open_fresh(const char *target, mode_t mode, struct text *fresh)
{
    for (int attempt = 0; attempt < FRESH_MAX; attempt++) {
        text_clear(fresh);
        add_folder_of(target, fresh);
        text_format(fresh, FRESH_PREFIX "%ld.%d", (long)getpid(), attempt);
        int descriptor = open(fresh->bytes, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (descriptor >= 0 || errno != EEXIST) {
            return descriptor;
        }
    }
    return -1;
}

/* Writes all of the fresh file, makes it durable and closes it. */
static bool fill_fresh(int descriptor, const char *bytes, size_t size)
{
    bool good = write_all(descriptor, bytes, size) && fsync(descriptor) == 0;
    int number = errno;
    if (close(descriptor) != 0 && good) {
        return false;
    }
    errno = number;
    return good;
}

/* target: where the bytes really belong when path is a symbolic link. old: what is there; NULL if nothing. */
static bool replace_file(const char *path, const char *target, const struct stat *old, const char *bytes,
                         size_t size, struct error *error)
{
    struct text fresh = {0};
    mode_t mode = old == NULL ? 0666 : old->st_mode & 0777;
    int descriptor = open_fresh(target, mode, &fresh);
    bool good = descriptor >= 0;
    int number = errno;
    if (good) {
        /* What the user's mask took away; a file system without access rights may refuse. */
        if (old != NULL) {
            (void)fchmod(descriptor, mode);
        }
        good = fill_fresh(descriptor, bytes, size) && rename(fresh.bytes, target) == 0;
        number = errno;
        if (!good) {
            unlink(fresh.bytes);
        }
    }
    text_free(&fresh);
    if (!good) {
        return fail(error, path, "cannot write", number);
    }
    sync_folder_of(target);
    return true;
}

/* Where a link that leads to nothing yet leads to; any other path is what it is. */
static bool follow_links(const char *path, struct text *out)
{
    text_add(out, path);
    for (int i = 0; i < LINKS_MAX; i++) {
        char link[PATH_MAX];
        ssize_t length = readlink(out->bytes, link, sizeof link);
        if (length < 0) {
            return true;
        }
        struct text next = {0};
        if (link[0] != '/') {
            add_folder_of(out->bytes, &next);
        }
        text_add_bytes(&next, link, (size_t)length);
        text_free(out);
        *out = next;
    }
    return false;
}

static bool write_new(const char *path, const char *bytes, size_t size, struct error *error)
{
    struct text target = {0};
    bool good = follow_links(path, &target) ? replace_file(path, target.bytes, NULL, bytes, size, error)
                                            : fail(error, path, "cannot write", ELOOP);
    text_free(&target);
    return good;
}

bool file_write(const char *path, const char *bytes, size_t size, struct error *error)
{
    struct stat facts;
    if (stat(path, &facts) != 0) {
        return write_new(path, bytes, size, error);
    }
    if (!S_ISREG(facts.st_mode)) {
        return write_in_place(path, bytes, size, error);
    }
    char *target = realpath(path, NULL);
    if (target == NULL) {
        return fail(error, path, "cannot write", errno);
    }
    bool good = replace_file(path, target, &facts, bytes, size, error);
    free(target);
    return good;
}

bool file_is_abandoned(const char *name)
{
    static const char prefix[] = FRESH_PREFIX;
    if (strncmp(name, prefix, sizeof prefix - 1) != 0) {
        return false;
    }
    const char *digits = name + sizeof prefix - 1;
    char *end;
    errno = 0;
    long process = strtol(digits, &end, 10);
    if (end == digits || *end != '.' || errno != 0 || process <= 0 || process > INT_MAX) {
        return false;
    }
    return process == (long)getpid() || (kill((pid_t)process, 0) != 0 && errno == ESRCH);
}
