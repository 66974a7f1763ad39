// expect: exercise=max_pool_1d verdict=pass row=honest
/* Macros, inline functions, a choice by type. */
#include "exercises.h"

#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define LARGER(a, b) _Generic((a), float : larger)(a, b)
static inline float larger(float a, float b)
{
    return MAX(a, b);
}
_Static_assert(sizeof(float) == 4, "float");

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    for (int i = 0; i < w / kw; i++) {
        y[i] = x[i * kw];
        for (int v = 1; v < kw; v++)
            y[i] = LARGER(y[i], x[i * kw + v]);
    }
}
