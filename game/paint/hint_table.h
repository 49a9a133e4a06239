/* The rows behind hint.h, in the order of enum hint; only hint.c reads them. */
#ifndef WARREN_PAINT_HINT_TABLE_H
#define WARREN_PAINT_HINT_TABLE_H

#include "paint/hint.h"

extern const struct hint_info hint_table[HINT_COUNT];

#endif
