#ifndef CONVLINGS_SIMD_PORTABLE_H
#define CONVLINGS_SIMD_PORTABLE_H

#include <stddef.h>
#include <string.h>

/* The vocabulary for any machine: four lanes in the compiler's own vectors,
 * multiply and add with a rounding each (C's fmaf is a slow call where the
 * machine has no such instruction). */
enum { VL = 4 };
#define NARROW NULL
#define TILE_SUMS 12

typedef float vector __attribute__((__vector_size__(16)));
typedef double vector_of_doubles __attribute__((__vector_size__(16)));
typedef int vector_mask __attribute__((__vector_size__(16)));

#include "simd_words.h"

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

/* The first n of p[0..VL-1], 0 <= n <= VL, and zeros; no more is read. */
static inline vector vector_load_first(const float *p, int n)
{
    float lanes[VL] = {0.0f};

    for (int l = 0; l < n && l < VL; l++)
        lanes[l] = p[l];
    return vector_load(lanes);
}

/* The first n lanes; no more is written. */
static inline void vector_store_first(float *p, vector v, int n)
{
    for (int l = 0; l < n && l < VL; l++)
        p[l] = v[l];
}

#include "simd_lanes.h"

/* Lanes 0, 2, 4, ... of a and then of b; vector_odd: lanes 1, 3, 5, ... */
static inline vector vector_even(vector a, vector b)
{
    return (vector){a[0], a[2], b[0], b[2]};
}

static inline vector vector_odd(vector a, vector b)
{
    return (vector){a[1], a[3], b[1], b[3]};
}

/* The same vector; where registers are known, in a register from here on. */
static inline vector vector_hold(vector v)
{
    return v;
}

/* The first VL / 2 of p; such vectors are added with +. */
static inline vector_of_doubles vector_widen(const float *p)
{
    return (vector_of_doubles){(double)p[0], (double)p[1]};
}

/* Lanes of a and b in turn, a[0], b[0], a[1], ...: the first VL of them;
 * vector_zip_high: the others. */
static inline vector vector_zip_low(vector a, vector b)
{
    return (vector){a[0], b[0], a[1], b[1]};
}

static inline vector vector_zip_high(vector a, vector b)
{
    return (vector){a[2], b[2], a[3], b[3]};
}

#endif
