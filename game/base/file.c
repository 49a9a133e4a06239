#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* A renamed file is durable only once its folder is. Not every file system can do that, so a failure is no
 * error. */
static void sync_folder_of(const char *path)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash == NULL) {
        snprintf(folder, sizeof folder, ".");
    } else {
        slash[slash == folder ? 1 : 0] = '\0';
    }
    int descriptor = open(folder, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
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

/* Writes the bytes into a new file and makes them durable. */
static bool write_fresh(const char *fresh, mode_t mode, const char *bytes, size_t size)
{
    int descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (descriptor < 0) {
        return false;
    }
    bool good = write_all(descriptor, bytes, size) && fsync(descriptor) == 0;
    int number = errno;
    if (close(descriptor) != 0 && good) {
        return false;
    }
    errno = number;
    return good;
}

/* target: where the bytes really belong when path is a symbolic link. */
static bool replace_file(const char *path, const char *target, mode_t mode, const char *bytes, size_t size,
                         struct error *error)
{
    char fresh[4096];
    int length = snprintf(fresh, sizeof fresh, "%s.%ld.new", target, (long)getpid());
    if (length < 0 || (size_t)length >= sizeof fresh) {
        return fail(error, path, "cannot write", ENAMETOOLONG);
    }
    if (!write_fresh(fresh, mode, bytes, size) || rename(fresh, target) != 0) {
        int number = errno;
        unlink(fresh);
        return fail(error, path, "cannot write", number);
    }
    sync_folder_of(target);
    return true;
}

bool file_write(const char *path, const char *bytes, size_t size, struct error *error)
{
    struct stat facts;
    if (stat(path, &facts) != 0) {
        return replace_file(path, path, 0666, bytes, size, error);
    }
    if (!S_ISREG(facts.st_mode)) {
        return write_in_place(path, bytes, size, error);
    }
    char *target = realpath(path, NULL);
    if (target == NULL) {
        return fail(error, path, "cannot write", errno);
    }
    bool good = replace_file(path, target, facts.st_mode & 0777, bytes, size, error);
    free(target);
    return good;
}
