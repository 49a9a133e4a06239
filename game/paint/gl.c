#include "paint/gl.h"

#include <SDL.h>

enum {
    GL_RGBA_NAME = 0x1908,
    GL_UNSIGNED_BYTE_NAME = 0x1401,
    GL_RENDERER_NAME = 0x1F01,
    GL_CURRENT_PROGRAM_NAME = 0x8B8D
};

typedef void (*read_pixels_call)(int x, int y, int width, int height, unsigned format, unsigned type,
                                 void *pixels);
typedef void (*get_integer_call)(unsigned name, int *value);
typedef const unsigned char *(*get_string_call)(unsigned name);

/* POSIX lets data pointers become function pointers; C wants it done by copying. */
static bool look_up(const char *name, void *call)
{
    void *address = SDL_GL_GetProcAddress(name);
    SDL_memcpy(call, &address, sizeof address);
    return address != NULL;
}

bool gl_read_corner(uint32_t *pixel)
{
    read_pixels_call read_pixels;
    if (SDL_GL_GetCurrentContext() == NULL || !look_up("glReadPixels", &read_pixels)) {
        return false;
    }
    read_pixels(0, 0, 1, 1, GL_RGBA_NAME, GL_UNSIGNED_BYTE_NAME, pixel);
    return true;
}

bool gl_current_program(int *program)
{
    get_integer_call get_integer;
    if (SDL_GL_GetCurrentContext() == NULL || !look_up("glGetIntegerv", &get_integer)) {
        return false;
    }
    *program = 0;
    get_integer(GL_CURRENT_PROGRAM_NAME, program);
    return true;
}

bool gl_is_software(void)
{
    static const char *const names[] = {"llvmpipe", "softpipe", "swrast", "SwiftShader",
                                        "Software Rasterizer"};
    get_string_call get_string;
    if (SDL_GL_GetCurrentContext() == NULL || !look_up("glGetString", &get_string)) {
        return false;
    }
    const unsigned char *renderer = get_string(GL_RENDERER_NAME);
    for (size_t i = 0; renderer != NULL && i < sizeof names / sizeof names[0]; i++) {
        if (SDL_strcasestr((const char *)renderer, names[i]) != NULL) {
            return true;
        }
    }
    return false;
}
