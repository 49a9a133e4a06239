/* One file for readers that want a path: gone when the program ends. Called by the fuzz targets of logs and
 * results. */
#ifndef WARREN_TESTS_FUZZ_SCRATCH_FILE_H
#define WARREN_TESTS_FUZZ_SCRATCH_FILE_H

#include <stddef.h>

/* Replaces what is in the file; returns its path, always the same. */
const char *scratch_file_put(const void *bytes, size_t size);

#endif
