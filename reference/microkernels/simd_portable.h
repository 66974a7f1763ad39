#ifndef CONVLINGS_SIMD_PORTABLE_H
#define CONVLINGS_SIMD_PORTABLE_H

#include <string.h>

/* The vocabulary for any machine: four lanes in the compiler's own vectors,
 * multiply and add with a rounding each (C's fmaf is a slow call where the
 * machine has no such instruction). */
enum { VL = 4 };

typedef float vector __attribute__((__vector_size__(16)));
typedef int vector_mask __attribute__((__vector_size__(16)));

static inline vector vector_load(const float *p)
{
    vector v;

    memcpy(&v, p, sizeof v);
    return v;
}

static inline void vector_store(float *p, vector v)
{
    memcpy(p, &v, sizeof v);
}

static inline vector vector_set(float a)
{
    return (vector){a, a, a, a};
}

static inline vector vector_add(vector a, vector b)
{
    return a + b;
}

static inline vector vector_fma(vector a, vector b, vector c)
{
    return a * b + c;
}

static inline float scalar_fma(float a, float b, float c)
{
    return a * b + c;
}

/* a where it is larger or NaN, else b; only NaN is not itself. */
static inline vector vector_max(vector a, vector b)
{
    /* NOLINTNEXTLINE(misc-redundant-expression) */
    vector_mask take = (a > b) | (a != a);

    return (vector)(((vector_mask)a & take) | ((vector_mask)b & ~take));
}

#endif
