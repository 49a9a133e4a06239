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

void family_prove(const struct effects *effects, int count, struct verdict_rule rule,
                  struct verdict_proof *proofs, double *p)
{
    double *evidence = memory_get_array((size_t)count + 1, sizeof *evidence);
    double *adjusted = memory_get_array((size_t)count + 1, sizeof *adjusted);
    for (int i = 0; i < count; i++) {
        evidence[i] = verdict_margin_evidence(&effects[i], rule.margin);
    }
    family_holm(evidence, count, adjusted);
    for (int i = 0; i < count; i++) {
        proofs[i].is_material = adjusted[i] <= rule.alpha;
        evidence[i] = effects[i].count > 0 ? effects_log_evidence(&effects[i], 0) : 0;
    }
    family_holm(evidence, count, adjusted);
    for (int i = 0; i < count; i++) {
        proofs[i].is_different = adjusted[i] <= rule.alpha;
        if (p != NULL) {
            p[i] = adjusted[i];
        }
    }
    memory_free(evidence);
    memory_free(adjusted);
}
