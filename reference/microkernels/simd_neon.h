#ifndef CONVLINGS_SIMD_NEON_H
#define CONVLINGS_SIMD_NEON_H

#include <arm_neon.h>

/* The vocabulary for 64-bit ARM: four lanes. */
enum { VL = 4 };

typedef float32x4_t vector;

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

static inline vector vector_add(vector a, vector b)
{
    return vaddq_f32(a, b);
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

#endif
