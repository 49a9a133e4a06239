/* Whole files in and out. Reading is bounded; writing is atomic: a reader sees the old file or the new one.
 */
#ifndef WARREN_BASE_FILE_H
#define WARREN_BASE_FILE_H

#include "base/error.h"
#include "base/text.h"

#include <stddef.h>

/* Reads all of a regular file (or pipe) into the text, which is cleared first. Errors, with status 3: no such
 * file, a directory, not readable, more than limit bytes (found out without reading more than that). */
bool file_read(const char *path, size_t limit, struct text *out, struct error *error);

/* Writes size bytes to a new file in path's folder, makes them durable and renames it to path, which keeps
 * its access rights if it was there; the file behind a symbolic link is the one replaced or made. A device or
 * a pipe is written to in place. On an error (status 3) the old file is as it was. */
bool file_write(const char *path, const char *bytes, size_t size, struct error *error);

/* Whether a name within a folder is that of a file which file_write did not complete, since its process was
 * killed. True for those of this process as well: ask before anything is written. */
bool file_is_abandoned(const char *name);

#endif
