#include "bench/limits_memory.h"

#include "base/memory.h"
#include "base/require.h"
#include "frame/clock.h"

#include <SDL.h>
#include <stdbool.h>
#include <string.h>

enum { THREADS_MAX = 64, PAGE = 4096, WARM_UPS = 3 };

struct part {
    struct limits_memory *memory;
    size_t start, bytes;
    SDL_Thread *thread; /* NULL: the caller's own part */
    SDL_sem *go;
};

struct limits_memory {
    char *from, *to;
    size_t bytes;
    struct part parts[THREADS_MAX];
    int threads;
    SDL_sem *done;
    void (*job)(const struct part *part);
    bool is_closing;
};

static void copy(const struct part *part)
{
    memcpy(part->memory->to + part->start, part->memory->from + part->start, part->bytes);
}

static void fill(const struct part *part)
{
    memset(part->memory->to + part->start, 0x5A, part->bytes);
}

static int work(void *user)
{
    struct part *part = user;
    for (;;) {
        SDL_SemWait(part->go);
        if (part->memory->is_closing) {
            return 0;
        }
        part->memory->job(part);
        SDL_SemPost(part->memory->done);
    }
}

struct limits_memory *limits_memory_open(size_t bytes)
{
    struct limits_memory *memory = memory_get(sizeof *memory);
    int processors = SDL_GetCPUCount();
    memory->bytes = bytes;
    memory->from = SDL_SIMDAlloc(bytes);
    memory->to = SDL_SIMDAlloc(bytes);
    require(memory->from != NULL && memory->to != NULL);
    memset(memory->from, 1, bytes);
    memset(memory->to, 2, bytes);
    memory->threads = processors < 1 ? 1 : processors < THREADS_MAX ? processors : THREADS_MAX;
    memory->done = SDL_CreateSemaphore(0);
    size_t share = (bytes / (size_t)memory->threads + PAGE) / PAGE * PAGE;
    for (int i = 0; i < memory->threads; i++) {
        struct part *part = &memory->parts[i];
        part->memory = memory;
        part->start = (size_t)i * share < bytes ? (size_t)i * share : bytes;
        part->bytes = bytes - part->start < share ? bytes - part->start : share;
        if (i > 0) {
            part->go = SDL_CreateSemaphore(0);
            part->thread = SDL_CreateThread(work, "memory", part);
        }
    }
    return memory;
}

void limits_memory_close(struct limits_memory *memory)
{
    if (memory == NULL) {
        return;
    }
    memory->is_closing = true;
    for (int i = 1; i < memory->threads; i++) {
        SDL_SemPost(memory->parts[i].go);
        SDL_WaitThread(memory->parts[i].thread, NULL);
        SDL_DestroySemaphore(memory->parts[i].go);
    }
    SDL_DestroySemaphore(memory->done);
    SDL_SIMDFree(memory->from);
    SDL_SIMDFree(memory->to);
    memory_free(memory);
}

int limits_memory_threads(const struct limits_memory *memory)
{
    return memory->threads;
}

static void do_alone(struct limits_memory *memory, void (*job)(const struct part *part))
{
    struct part whole = {.memory = memory, .start = 0, .bytes = memory->bytes};
    job(&whole);
}

static void do_together(struct limits_memory *memory, void (*job)(const struct part *part))
{
    memory->job = job;
    for (int i = 1; i < memory->threads; i++) {
        SDL_SemPost(memory->parts[i].go);
    }
    job(&memory->parts[0]);
    for (int i = 1; i < memory->threads; i++) {
        SDL_SemWait(memory->done);
    }
}

static double sample_ms(struct limits_memory *memory,
                        void (*how)(struct limits_memory *memory, void (*job)(const struct part *part)),
                        void (*job)(const struct part *part))
{
    for (int i = 0; i < WARM_UPS; i++) {
        how(memory, job);
    }
    uint64_t start_ns = clock_ns();
    how(memory, job);
    return (double)(clock_ns() - start_ns) / 1e6;
}

double limits_memory_copy_ms(struct limits_memory *memory)
{
    return sample_ms(memory, do_alone, copy);
}

void limits_memory_copies_ms(struct limits_memory *memory, double *out_ms, int count)
{
    do_alone(memory, copy);
    for (int i = 0; i < count; i++) {
        uint64_t start_ns = clock_ns();
        do_alone(memory, copy);
        out_ms[i] = (double)(clock_ns() - start_ns) / 1e6;
    }
}

double limits_memory_fill_ms(struct limits_memory *memory)
{
    return sample_ms(memory, do_alone, fill);
}

double limits_memory_copy_all_ms(struct limits_memory *memory)
{
    return sample_ms(memory, do_together, copy);
}

double limits_memory_fill_all_ms(struct limits_memory *memory)
{
    return sample_ms(memory, do_together, fill);
}
