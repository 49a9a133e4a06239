/* An SDL that does not listen to one hint, without anybody being able to see it: SDL_RENDER_LINE_METHOD
 * cannot be read back. Preloaded by whole_program.py, which builds it. */
#include <SDL.h>
#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

typedef SDL_bool set_hint(const char *name, const char *value, SDL_HintPriority priority);

SDL_bool SDL_SetHintWithPriority(const char *name, const char *value, SDL_HintPriority priority)
{
    void *library = dlopen("libSDL2-2.0.so.0", RTLD_LAZY);
    void *symbol = library != NULL ? dlsym(library, "SDL_SetHintWithPriority") : NULL;
    set_hint *original = NULL;
    memcpy(&original, &symbol, sizeof original);
    if (original == NULL || strcmp(name, SDL_HINT_RENDER_LINE_METHOD) == 0) {
        return SDL_TRUE;
    }
    return original(name, value, priority);
}
