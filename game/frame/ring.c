#include "frame/ring.h"

#include "base/memory.h"
#include "base/require.h"

void ring_init(struct ring *ring, int capacity)
{
    require(capacity >= 1);
    *ring = (struct ring){.values = memory_get_array((size_t)capacity, sizeof *ring->values),
                          .capacity = capacity};
}

void ring_free(struct ring *ring)
{
    memory_free(ring->values);
    *ring = (struct ring){0};
}

void ring_add(struct ring *ring, double value)
{
    ring->values[ring->next] = value;
    ring->next = (ring->next + 1) % ring->capacity;
    if (ring->count < ring->capacity) {
        ring->count++;
    }
}

void ring_clear(struct ring *ring)
{
    ring->count = 0;
    ring->next = 0;
}

double ring_at(const struct ring *ring, int index)
{
    require(index >= 0 && index < ring->count);
    int oldest = ring->next - ring->count + ring->capacity;
    return ring->values[(oldest + index) % ring->capacity];
}

int ring_copy(const struct ring *ring, double *out)
{
    for (int i = 0; i < ring->count; i++) {
        out[i] = ring_at(ring, i);
    }
    return ring->count;
}
