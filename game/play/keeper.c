#include "play/keeper.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/require.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum job_kind { JOB_REPLACE, JOB_APPEND, JOB_REMOVE };

struct job {
    enum job_kind kind;
    char *path;
    struct text text;
    struct job *next;
};

struct keeper {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct job *first; /* the rest is waiting; it is in hand when is_busy */
    bool has_thread;   /* else whoever hands over waits for the disk */
    bool is_busy, is_closing;
    bool is_failing; /* since the last job that went well */
    bool has_news;
    struct error error;
};

static bool fail(const struct job *job, struct error *error, int number)
{
    error_set(error, STATUS_ENVIRONMENT, "file", "cannot write: %s", strerror(number));
    error_at(error, job->path, 0, 0);
    return false;
}

static bool put(int descriptor, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t done = write(descriptor, bytes, size);
        if (done < 0 && errno != EINTR) {
            return false;
        }
        if (done > 0) {
            bytes += done;
            size -= (size_t)done;
        }
    }
    return true;
}

static bool ends_in_middle_of_line(int descriptor)
{
    char last = '\n';
    off_t end = lseek(descriptor, 0, SEEK_END);
    return end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != '\n';
}

static bool append(struct job *job, struct error *error)
{
    int descriptor = open(job->path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return fail(job, error, errno);
    }
    bool good = (!ends_in_middle_of_line(descriptor) || put(descriptor, "\n", 1)) &&
                put(descriptor, job->text.bytes, job->text.length) && fsync(descriptor) == 0;
    int number = errno;
    close(descriptor);
    return good || fail(job, error, number);
}

static bool run(struct job *job, struct error *error)
{
    switch (job->kind) {
    case JOB_APPEND: return append(job, error);
    case JOB_REMOVE: return unlink(job->path) == 0 || errno == ENOENT || fail(job, error, errno);
    case JOB_REPLACE: break;
    }
    return file_write(job->path, job->text.bytes, job->text.length, error);
}

static void free_job(struct job *job)
{
    memory_free(job->path);
    text_free(&job->text);
    memory_free(job);
}

/* Called with the lock held, which is free while the disk is busy. */
static void run_first(struct keeper *keeper)
{
    struct job *job = keeper->first;
    keeper->first = job->next;
    keeper->is_busy = true;
    pthread_mutex_unlock(&keeper->lock);
    struct error error = {0};
    bool good = run(job, &error);
    free_job(job);
    pthread_mutex_lock(&keeper->lock);
    if (!good && !keeper->is_failing) {
        keeper->has_news = true;
        keeper->error = error;
    }
    keeper->is_failing = !good;
    keeper->is_busy = false;
    pthread_cond_broadcast(&keeper->changed);
}

static void *work(void *context)
{
    struct keeper *keeper = context;
    pthread_mutex_lock(&keeper->lock);
    while (keeper->first != NULL || !keeper->is_closing) {
        if (keeper->first != NULL) {
            run_first(keeper);
        } else {
            pthread_cond_wait(&keeper->changed, &keeper->lock);
        }
    }
    pthread_mutex_unlock(&keeper->lock);
    return NULL;
}

struct keeper *keeper_create(void)
{
    struct keeper *keeper = memory_get(sizeof *keeper);
    require(pthread_mutex_init(&keeper->lock, NULL) == 0);
    require(pthread_cond_init(&keeper->changed, NULL) == 0);
    /* Signals are for the thread that runs the game. */
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    keeper->has_thread = pthread_create(&keeper->thread, NULL, work, keeper) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return keeper;
}

void keeper_destroy(struct keeper *keeper)
{
    if (keeper == NULL) {
        return;
    }
    pthread_mutex_lock(&keeper->lock);
    keeper->is_closing = true;
    pthread_cond_broadcast(&keeper->changed);
    pthread_mutex_unlock(&keeper->lock);
    if (keeper->has_thread) {
        pthread_join(keeper->thread, NULL);
    }
    pthread_cond_destroy(&keeper->changed);
    pthread_mutex_destroy(&keeper->lock);
    memory_free(keeper);
}

/* Takes out what a later job makes pointless. */
static void drop_outdated(struct keeper *keeper, const char *path)
{
    for (struct job **place = &keeper->first; *place != NULL;) {
        struct job *job = *place;
        if (strcmp(job->path, path) == 0) {
            *place = job->next;
            free_job(job);
        } else {
            place = &job->next;
        }
    }
}

static void hand_over(struct keeper *keeper, enum job_kind kind, const char *path, const char *bytes,
                      size_t size)
{
    struct job *job = memory_get(sizeof *job);
    job->kind = kind;
    job->path = memory_copy_text(path);
    text_add_bytes(&job->text, bytes, size);
    pthread_mutex_lock(&keeper->lock);
    if (kind != JOB_APPEND) {
        drop_outdated(keeper, path);
    }
    struct job **place = &keeper->first;
    while (*place != NULL) {
        place = &(*place)->next;
    }
    *place = job;
    if (keeper->has_thread) {
        pthread_cond_broadcast(&keeper->changed);
    } else {
        run_first(keeper);
    }
    pthread_mutex_unlock(&keeper->lock);
}

void keeper_replace(struct keeper *keeper, const char *path, const char *bytes, size_t size)
{
    hand_over(keeper, JOB_REPLACE, path, bytes, size);
}

void keeper_append(struct keeper *keeper, const char *path, const char *bytes, size_t size)
{
    hand_over(keeper, JOB_APPEND, path, bytes, size);
}

void keeper_remove(struct keeper *keeper, const char *path)
{
    hand_over(keeper, JOB_REMOVE, path, "", 0);
}

void keeper_flush(struct keeper *keeper)
{
    pthread_mutex_lock(&keeper->lock);
    while (keeper->first != NULL || keeper->is_busy) {
        pthread_cond_wait(&keeper->changed, &keeper->lock);
    }
    pthread_mutex_unlock(&keeper->lock);
}

bool keeper_failed(struct keeper *keeper, struct error *error)
{
    pthread_mutex_lock(&keeper->lock);
    bool has_news = keeper->has_news;
    if (has_news) {
        *error = keeper->error;
    }
    keeper->has_news = false;
    pthread_mutex_unlock(&keeper->lock);
    return has_news;
}
