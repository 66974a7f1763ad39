#ifndef CONVLINGS_SIMD_AVX2_H
#define CONVLINGS_SIMD_AVX2_H

#include <immintrin.h>

#if !defined(__AVX2__) || !defined(__FMA__)
#error "compile with -mavx2 -mfma"
#endif

/* The vocabulary for x86-64 with AVX2 and FMA: eight lanes. */
enum { VL = 8 };

typedef __m256 vector;

static inline vector vector_load(const float *p)
{
    return _mm256_loadu_ps(p);
}

static inline void vector_store(float *p, vector v)
{
    _mm256_storeu_ps(p, v);
}

static inline vector vector_set(float a)
{
    return _mm256_set1_ps(a);
}

static inline vector vector_add(vector a, vector b)
{
    return _mm256_add_ps(a, b);
}

static inline vector vector_fma(vector a, vector b, vector c)
{
    return _mm256_fmadd_ps(a, b, c);
}

static inline float scalar_fma(float a, float b, float c)
{
    return __builtin_fmaf(a, b, c);
}

/* a where it is larger or NaN, else b. */
static inline vector vector_max(vector a, vector b)
{
    vector take = _mm256_or_ps(_mm256_cmp_ps(a, b, _CMP_GT_OQ),
                               _mm256_cmp_ps(a, a, _CMP_UNORD_Q));

    return _mm256_blendv_ps(b, a, take);
}

#endif
