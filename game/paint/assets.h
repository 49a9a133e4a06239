/* Finds the folder that holds pictures, levels and sounds. Called once by each program's main. */
#ifndef WARREN_PAINT_ASSETS_H
#define WARREN_PAINT_ASSETS_H

#include "base/error.h"
#include "base/text.h"

/* The first that has a folder `pictures` inside: option (of --data; may be NULL), the variable WARREN_DATA,
 * the place, seen from the executable's folder, where installing puts them (../share/warren), and a folder
 * `assets` in a folder above the executable. An option or a variable that names no such folder is an error
 * (status 3), not passed over. Replaces out. */
bool assets_find(const char *option, struct text *out, struct error *error);

#endif
