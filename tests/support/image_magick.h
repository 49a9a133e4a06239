/* What ImageMagick's `compare` says of two pictures: the outside witness for our own measures. */
#ifndef WARREN_TESTS_SUPPORT_IMAGE_MAGICK_H
#define WARREN_TESTS_SUPPORT_IMAGE_MAGICK_H

/* The PSNR of two PNG files in dB; fails the test when the program has no number for it. */
double image_magick_psnr(const char *path_a, const char *path_b);

#endif
