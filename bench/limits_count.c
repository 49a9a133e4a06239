#include "bench/limits_count.h"

#include "base/memory.h"

#include <SDL.h>
#include <stdatomic.h>
#include <stddef.h>

/* SDL has one set of functions for all of a process, and so there is one count. */
static struct {
    atomic_uint_fast64_t taken;
    SDL_malloc_func get;
    SDL_calloc_func get_zeroed;
    SDL_realloc_func resize;
    SDL_free_func release;
} sdl;

static void count_one(void)
{
    atomic_fetch_add_explicit(&sdl.taken, 1, memory_order_relaxed);
}

static void *SDLCALL get(size_t size)
{
    count_one();
    return sdl.get(size);
}

static void *SDLCALL get_zeroed(size_t count, size_t size)
{
    count_one();
    return sdl.get_zeroed(count, size);
}

static void *SDLCALL resize(void *block, size_t size)
{
    count_one();
    return sdl.resize(block, size);
}

void limits_count_start(void)
{
    if (sdl.get == NULL) {
        SDL_GetMemoryFunctions(&sdl.get, &sdl.get_zeroed, &sdl.resize, &sdl.release);
        SDL_SetMemoryFunctions(get, get_zeroed, resize, sdl.release);
    }
}

uint64_t limits_count(void)
{
    return memory_count() + atomic_load_explicit(&sdl.taken, memory_order_relaxed);
}
