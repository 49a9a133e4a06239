/* The few GL calls that SDL's renderer has no words for. Each works on the GL context that is current, and is
 * false when there is none or the call is missing. */
#ifndef WARREN_PAINT_GL_H
#define WARREN_PAINT_GL_H

#include <stdbool.h>
#include <stdint.h>

/* Reads the pixel in the lower left corner: all drawing that was handed to GL is done then. What the renderer
 * still has in its queue is not. */
bool gl_read_corner(uint32_t *pixel);

bool gl_current_program(int *program); /* 0: the fixed pipeline */

/* The processor carries GL out, as Mesa's llvmpipe does: told by the name that GL gives itself. */
bool gl_is_software(void);

#endif
