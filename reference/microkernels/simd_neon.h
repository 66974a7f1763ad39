#ifndef CONVLINGS_SIMD_NEON_H
#define CONVLINGS_SIMD_NEON_H

#include <arm_neon.h>
#include <stddef.h>

/* The vocabulary for 64-bit ARM: four lanes, 32 registers, of which TILE_SUMS
 * hold sums in the register tile of tile.c. */
enum { VL = 4 };
#define NARROW NULL
#define TILE_SUMS 24

typedef float32x4_t vector;
typedef float64x2_t vector_of_doubles;

#include "simd_words.h"

static inline vector vector_load(const float *p)
{
    return vld1q_f32(p);
}

static inline void vector_store(float *p, vector v)
{
    vst1q_f32(p, v);
}

static inline vector vector_set(float a)
{
    return vdupq_n_f32(a);
}

static inline vector vector_fma(vector a, vector b, vector c)
{
    return vfmaq_f32(c, a, b);
}

static inline float scalar_fma(float a, float b, float c)
{
    return __builtin_fmaf(a, b, c);
}

/* a where it is larger or NaN, else b. */
static inline vector vector_max(vector a, vector b)
{
    uint32x4_t take = vorrq_u32(vcgtq_f32(a, b), vmvnq_u32(vceqq_f32(a, a)));

    return vbslq_f32(take, a, b);
}

/* The first n of p[0..VL-1], 0 <= n <= VL, and zeros; no more is read. */
static inline vector vector_load_first(const float *p, int n)
{
    float lanes[VL] = {0.0f};

    for (int l = 0; l < n && l < VL; l++)
        lanes[l] = p[l];
    return vld1q_f32(n >= VL ? p : lanes);
}

/* The first n lanes; no more is written. */
static inline void vector_store_first(float *p, vector v, int n)
{
    float lanes[VL];

    if (n >= VL) {
        vst1q_f32(p, v);
        return;
    }
    vst1q_f32(lanes, v);
    for (int l = 0; l < n; l++)
        p[l] = lanes[l];
}

#include "simd_lanes.h"

/* Lanes 0, 2, 4, ... of a and then of b; vector_odd: lanes 1, 3, 5, ... */
static inline vector vector_even(vector a, vector b)
{
    return vuzp1q_f32(a, b);
}

static inline vector vector_odd(vector a, vector b)
{
    return vuzp2q_f32(a, b);
}

/* The same vector, in a register from here on: without it gcc reads a vector
 * again from memory for each of its uses. */
static inline vector vector_hold(vector v)
{
    __asm__("" : "+w"(v));
    return v;
}

/* The first VL / 2 of p; such vectors are added with +. */
static inline vector_of_doubles vector_widen(const float *p)
{
    return vcvt_f64_f32(vld1_f32(p));
}

/* Lanes of a and b in turn, a[0], b[0], a[1], ...: the first VL of them;
 * vector_zip_high: the others. */
static inline vector vector_zip_low(vector a, vector b)
{
    return vzip1q_f32(a, b);
}

static inline vector vector_zip_high(vector a, vector b)
{
    return vzip2q_f32(a, b);
}

#endif
