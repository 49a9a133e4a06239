/* FNV-1a, 64 bits (Fowler, Noll, Vo: isthe.com/chongo/tech/comp/fnv). Not against malice: for comparing
 * worlds, scenes and pictures. */
#ifndef WARREN_BASE_HASH_H
#define WARREN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size);

#endif
