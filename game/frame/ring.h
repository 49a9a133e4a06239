/* The last so many samples, oldest first. All room is taken when it is made: adding a sample costs a store,
 * and nothing is allocated or written out while frames are being timed. */
#ifndef WARREN_FRAME_RING_H
#define WARREN_FRAME_RING_H

struct ring {
    double *values;
    int capacity;
    int count; /* samples held, at most capacity */
    int next;  /* where the next one goes */
};

void ring_init(struct ring *ring, int capacity); /* capacity >= 1 */
void ring_free(struct ring *ring);
void ring_add(struct ring *ring, double value); /* the oldest sample goes when it is full */
void ring_clear(struct ring *ring);
double ring_at(const struct ring *ring, int index); /* 0: the oldest; index < count */

/* Copies the samples, oldest first, to out (room for `count`). Returns how many. */
int ring_copy(const struct ring *ring, double *out);

#endif
