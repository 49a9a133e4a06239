/* A level of three lines that the tests of the bench draw: two rabbits walk from one end to the other. */
#ifndef WARREN_TESTS_SUPPORT_TINY_LEVEL_H
#define WARREN_TESTS_SUPPORT_TINY_LEVEL_H

extern const char tiny_level[]; /* the text of its file */

#endif
