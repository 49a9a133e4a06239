/* Writes files on a thread of its own, so that no frame waits for a disk. Whoever has something to save hands
 * over a copy and goes on; jobs are done in the order in which they came, and each is durable before the next
 * begins. Made by the application (and by tests), one for all files. Knows nothing of what it writes. */
#ifndef WARREN_PLAY_KEEPER_H
#define WARREN_PLAY_KEEPER_H

#include "base/error.h"

#include <stddef.h>

struct keeper;

struct keeper *keeper_create(void);
/* Finishes everything first. NULL is fine. */
void keeper_destroy(struct keeper *keeper);

/* Hands over what the whole file is to be. What is still waiting to be the same file is dropped: it is out of
 * date. */
void keeper_replace(struct keeper *keeper, const char *path, const char *bytes, size_t size);
/* Hands over lines to stand at the end of the file. After a line that was left unfinished a new one is begun.
 */
void keeper_append(struct keeper *keeper, const char *path, const char *bytes, size_t size);
/* Removes the file; that there is none is fine. */
void keeper_remove(struct keeper *keeper, const char *path);

/* Waits until everything that was handed over is durable, or has failed. */
void keeper_flush(struct keeper *keeper);

/* True once for each row of failures: something could not be written, and the error says what. It is tried
 * again only when it is handed over again. */
bool keeper_failed(struct keeper *keeper, struct error *error);

#endif
