#ifndef CONVLINGS_SIMD_AVX512_H
#define CONVLINGS_SIMD_AVX512_H

#include <immintrin.h>

#if !defined(__AVX512F__) || !defined(__FMA__)
#error "compile with -mavx512f -mfma"
#endif

/* The vocabulary for x86-64 with AVX-512F: sixteen lanes. */
enum { VL = 16 };

typedef __m512 vector;

static inline vector vector_load(const float *p)
{
    return _mm512_loadu_ps(p);
}

static inline void vector_store(float *p, vector v)
{
    _mm512_storeu_ps(p, v);
}

static inline vector vector_set(float a)
{
    return _mm512_set1_ps(a);
}

static inline vector vector_add(vector a, vector b)
{
    return _mm512_add_ps(a, b);
}

static inline vector vector_fma(vector a, vector b, vector c)
{
    return _mm512_fmadd_ps(a, b, c);
}

static inline float scalar_fma(float a, float b, float c)
{
    return __builtin_fmaf(a, b, c);
}

/* a where it is larger or NaN, else b. */
static inline vector vector_max(vector a, vector b)
{
    __mmask16 take = _mm512_cmp_ps_mask(a, a, _CMP_UNORD_Q) |
                     _mm512_cmp_ps_mask(a, b, _CMP_GT_OQ);

    return _mm512_mask_blend_ps(take, b, a);
}

#endif
