/* Where large buffers lie in memory. The C library puts them now on pages of their own, now into gaps of the
 * heap, as it has learnt from what was freed before; two equal painters, opened one after the other, then
 * copy the same picture at speeds that differ by a tenth and more. So what lives long is put on pages of its
 * own, the same way for both arms, while painters are opened and pictures made; and the heap serves all while
 * frames are timed, as it does in a program that has run for a while. Only with the GNU C library; elsewhere
 * both do nothing. */
#ifndef WARREN_BENCH_LAYOUT_H
#define WARREN_BENCH_LAYOUT_H

void layout_for_opening(void);
void layout_for_timing(void);

#endif
