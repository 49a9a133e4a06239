/* The name of a level that does not say its own (rules/10 1.9), and the style that follows from one that does
 * (rules/10 1.8). Called by level_parse. */
#ifndef WARREN_LEVEL_LEVEL_NAME_H
#define WARREN_LEVEL_LEVEL_NAME_H

#include "base/text.h"
#include "level/level.h"

/* Appends the name: "01_easy/03_Dig.rel" gives "1 easy 3 Dig". Control characters, which a path may hold
 * but a line may not, become spaces. */
void level_name_from_path(const char *path, struct text *out);

/* The style of a level that gives a name but no void_marker_style. */
enum void_style level_name_void_style(const char *name);

#endif
