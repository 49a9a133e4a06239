/* A check on the programmer that stays in release builds: a false condition is a defect in Warren, never bad
 * input, so the program stops at once and says where. Wrong user data is a `struct error` instead. */
#ifndef WARREN_BASE_REQUIRE_H
#define WARREN_BASE_REQUIRE_H

#include <stdnoreturn.h>

#define require(condition) ((condition) ? (void)0 : require_failed(#condition, __FILE__, __LINE__))

noreturn void require_failed(const char *condition, const char *file, int line);

#endif
