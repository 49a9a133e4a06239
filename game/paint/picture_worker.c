#include "paint/picture_worker.h"

#include "base/memory.h"
#include "paint/raster.h"

#include <string.h>

enum { JOBS_AT_FIRST = 256 };

struct picture_worker {
    struct picture_cache_settings settings;
    SDL_Thread *thread; /* NULL: the owner runs the jobs */
    SDL_mutex *mutex;   /* over all below */
    SDL_cond *has_work, *is_idle;
    struct picture_job *jobs; /* oldest first */
    int job_count, job_room;
    struct picture_made *made;
    int made_count, made_room;
    bool is_making, is_closing;
};

static SDL_Surface *magenta_square(struct picture_size size)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, size.width_px, size.height_px, 32, SDL_PIXELFORMAT_ARGB8888);
    if (surface != NULL) {
        SDL_FillRect(surface, NULL, 0xFFFF00FF);
    }
    return surface;
}

static void classify(struct picture_made *made)
{
    uint32_t all = 0xFF, any = 0;
    for (int y = 0; y < made->surface->h; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)((const char *)made->surface->pixels +
                                                               (ptrdiff_t)y * made->surface->pitch);
        for (int x = 0; x < made->surface->w; x++) {
            all &= row[x] >> 24;
            any |= row[x] >> 24;
        }
    }
    made->is_opaque = all == 0xFF;
    made->is_blank = any == 0;
}

bool picture_worker_make(const struct picture_cache_settings *settings, struct picture_job job,
                         struct picture_made *made, struct error *error)
{
    struct text svg = {0};
    *made = (struct picture_made){.job = job};
    if (settings->source->svg(job.picture, settings->folder, &svg, error)) {
        made->surface = raster_svg(&svg, job.size.width_px, job.size.height_px, error);
    }
    text_free(&svg);
    bool is_real = made->surface != NULL;
    if (!is_real) {
        made->surface = magenta_square(job.size);
    }
    if (made->surface != NULL) {
        classify(made);
    }
    if (made->surface != NULL && settings->is_premultiplied) {
        raster_premultiply(made->surface);
    }
    if (made->surface != NULL && job.has_twin) {
        made->twin = raster_mirror(made->surface);
    }
    if (settings->study != NULL) {
        made->study = made->surface != NULL ? settings->study(made->surface) : NULL;
        made->twin_study = made->twin != NULL ? settings->study(made->twin) : NULL;
    }
    return is_real;
}

void picture_made_free(struct picture_made *made)
{
    SDL_FreeSurface(made->surface);
    SDL_FreeSurface(made->twin);
    memory_free(made->study);
    memory_free(made->twin_study);
}

/* With the mutex held, which is let go while the picture is made. */
static void do_first_job(struct picture_worker *worker)
{
    struct picture_job job = worker->jobs[0];
    worker->job_count--;
    memmove(worker->jobs, worker->jobs + 1, (size_t)worker->job_count * sizeof *worker->jobs);
    worker->is_making = true;
    SDL_UnlockMutex(worker->mutex);

    struct picture_made made;
    struct error error;
    if (!picture_worker_make(&worker->settings, job, &made, &error)) {
        SDL_Log("picture %s: %s", worker->settings.source->info(job.picture).name, error.text);
    }

    SDL_LockMutex(worker->mutex);
    worker->is_making = false;
    if (worker->made_count == worker->made_room) {
        worker->made_room *= 2;
        worker->made = memory_resize(worker->made, (size_t)worker->made_room, sizeof *worker->made);
    }
    worker->made[worker->made_count++] = made;
    if (worker->job_count == 0) {
        SDL_CondBroadcast(worker->is_idle);
    }
}

static int work(void *user)
{
    struct picture_worker *worker = user;
    if (worker->settings.looks_ahead) {
        SDL_SetThreadPriority(SDL_THREAD_PRIORITY_LOW); /* frames come first where there is one processor */
    }
    SDL_LockMutex(worker->mutex);
    while (!worker->is_closing) {
        if (worker->job_count == 0) {
            SDL_CondWait(worker->has_work, worker->mutex);
        } else {
            do_first_job(worker);
        }
    }
    SDL_UnlockMutex(worker->mutex);
    return 0;
}

struct picture_worker *picture_worker_open(const struct picture_cache_settings *settings)
{
    struct picture_worker *worker = memory_get(sizeof *worker);
    worker->settings = *settings;
    worker->job_room = JOBS_AT_FIRST;
    worker->jobs = memory_get_array(JOBS_AT_FIRST, sizeof *worker->jobs);
    worker->made_room = JOBS_AT_FIRST;
    worker->made = memory_get_array(JOBS_AT_FIRST, sizeof *worker->made);
    worker->mutex = SDL_CreateMutex();
    worker->has_work = SDL_CreateCond();
    worker->is_idle = SDL_CreateCond();
    if (settings->has_worker) {
        worker->thread = SDL_CreateThread(work, "pictures", worker);
    }
    return worker;
}

void picture_worker_close(struct picture_worker *worker)
{
    SDL_LockMutex(worker->mutex);
    worker->is_closing = true;
    SDL_CondSignal(worker->has_work);
    SDL_UnlockMutex(worker->mutex);
    SDL_WaitThread(worker->thread, NULL);
    for (int i = 0; i < worker->made_count; i++) {
        picture_made_free(&worker->made[i]);
    }
    SDL_DestroyCond(worker->is_idle);
    SDL_DestroyCond(worker->has_work);
    SDL_DestroyMutex(worker->mutex);
    memory_free(worker->jobs);
    memory_free(worker->made);
    memory_free(worker);
}

void picture_worker_ask(struct picture_worker *worker, struct picture_job job)
{
    SDL_LockMutex(worker->mutex);
    if (worker->job_count == worker->job_room) {
        worker->job_room *= 2;
        worker->jobs = memory_resize(worker->jobs, (size_t)worker->job_room, sizeof *worker->jobs);
    }
    worker->jobs[worker->job_count++] = job;
    SDL_CondSignal(worker->has_work);
    SDL_UnlockMutex(worker->mutex);
}

void picture_worker_forget(struct picture_worker *worker, bool (*keep)(void *user, struct picture_job job),
                           void *user)
{
    SDL_LockMutex(worker->mutex);
    int kept = 0;
    for (int i = 0; i < worker->job_count; i++) {
        if (keep(user, worker->jobs[i])) {
            worker->jobs[kept++] = worker->jobs[i];
        }
    }
    worker->job_count = kept;
    SDL_UnlockMutex(worker->mutex);
}

int picture_worker_take(struct picture_worker *worker, struct picture_made *out, int room, int64_t pixels)
{
    int count = 0;
    SDL_LockMutex(worker->mutex);
    for (; count < room && count < worker->made_count && pixels > 0; count++) {
        out[count] = worker->made[count];
        pixels -= (int64_t)out[count].job.size.width_px * out[count].job.size.height_px;
    }
    worker->made_count -= count;
    memmove(worker->made, worker->made + count, (size_t)worker->made_count * sizeof *worker->made);
    SDL_UnlockMutex(worker->mutex);
    return count;
}

void picture_worker_run(struct picture_worker *worker, int budget_us)
{
    if (worker->thread != NULL) {
        return;
    }
    uint64_t end =
        SDL_GetPerformanceCounter() + SDL_GetPerformanceFrequency() * (uint64_t)budget_us / 1000000;
    SDL_LockMutex(worker->mutex);
    while (worker->job_count > 0 && SDL_GetPerformanceCounter() < end) {
        do_first_job(worker);
    }
    SDL_UnlockMutex(worker->mutex);
}

void picture_worker_wait(struct picture_worker *worker)
{
    SDL_LockMutex(worker->mutex);
    while (worker->job_count > 0 || worker->is_making) {
        if (worker->thread != NULL) {
            SDL_CondWait(worker->is_idle, worker->mutex);
        } else {
            do_first_job(worker);
        }
    }
    SDL_UnlockMutex(worker->mutex);
}

int picture_worker_waiting(struct picture_worker *worker)
{
    SDL_LockMutex(worker->mutex);
    int count = worker->job_count;
    SDL_UnlockMutex(worker->mutex);
    return count;
}
