/* cmocka with the headers that it wants first. */
#ifndef WARREN_TESTS_SUPPORT_TEST_H
#define WARREN_TESTS_SUPPORT_TEST_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
/* clang-format on */

#endif
