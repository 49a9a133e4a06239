#include "bench/family.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

struct claim {
    double p;
    int index;
};

static int compare_claims(const void *a, const void *b)
{
    const struct claim *x = a;
    const struct claim *y = b;
    if (x->p < y->p || x->p > y->p) {
        return x->p < y->p ? -1 : 1;
    }
    return x->index - y->index;
}

void family_holm(const double *log_evidence, int count, double *adjusted)
{
    struct claim *claims = memory_get_array((size_t)count + 1, sizeof *claims);
    for (int i = 0; i < count; i++) {
        claims[i] = (struct claim){.p = fmin(1, exp(-log_evidence[i])), .index = i};
    }
    qsort(claims, (size_t)count, sizeof *claims, compare_claims);
    double largest = 0;
    for (int i = 0; i < count; i++) {
        largest = fmax(largest, fmin(1, claims[i].p * (count - i)));
        adjusted[claims[i].index] = largest;
    }
    memory_free(claims);
}
