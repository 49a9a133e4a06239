/* The vector forms of blit_span for x86 processors; elsewhere there are none. Called by blit_span only. */
#ifndef WARREN_PAINT_BLIT_SPAN_X86_H
#define WARREN_PAINT_BLIT_SPAN_X86_H

#include "paint/blit_span.h"

/* Number 0 is the plainest that this processor can run; NULL behind the last. */
const struct blit_kernels *blit_kernels_x86(int number);

#endif
