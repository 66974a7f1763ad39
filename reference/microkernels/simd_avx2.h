#ifndef CONVLINGS_SIMD_AVX2_H
#define CONVLINGS_SIMD_AVX2_H

#include <immintrin.h>

#if !defined(__AVX2__) || !defined(__FMA__)
#error "compile with -mavx2 -mfma"
#endif

/* The vocabulary for x86-64 with AVX2 and FMA: eight lanes, 16 registers, of
 * which TILE_SUMS hold sums in the register tile of tile.c. */
enum { VL = 8 };
#define NARROW NULL
#define TILE_SUMS 12

typedef __m256 vector;
typedef __m256d vector_of_doubles;

#include "simd_words.h"

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

static inline vector vector_fma(vector a, vector b, vector c)
{
    return _mm256_fmadd_ps(a, b, c);
}

static inline float scalar_fma(float a, float b, float c)
{
    return __builtin_fmaf(a, b, c);
}

/* a where it is larger or NaN, else b. The instruction takes b where either is
 * NaN or both are zero. */
static inline vector vector_max(vector a, vector b)
{
    vector nan = _mm256_cmp_ps(a, a, _CMP_UNORD_Q);

    return _mm256_blendv_ps(_mm256_max_ps(a, b), a, nan);
}

/* Ones in the first n lanes. */
static inline __m256i vector_first(int n)
{
    const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);

    return _mm256_cmpgt_epi32(_mm256_set1_epi32(n), lanes);
}

/* The first n of p[0..VL-1], 0 <= n <= VL, and zeros; no more is read. */
static inline vector vector_load_first(const float *p, int n)
{
    return _mm256_maskload_ps(p, vector_first(n));
}

/* The first n lanes; no more is written. */
static inline void vector_store_first(float *p, vector v, int n)
{
    _mm256_maskstore_ps(p, vector_first(n), v);
}

/* Lanes first .. end-1 of p, 0 <= first <= end <= VL, and none in the others;
 * no more is read, not even p. */
static inline vector vector_load_between(const float *p, int first, int end,
                                         vector none)
{
    __m256i lanes = _mm256_andnot_si256(vector_first(first), vector_first(end));

    return _mm256_blendv_ps(none, _mm256_maskload_ps(p, lanes),
                            _mm256_castsi256_ps(lanes));
}

/* The first n of p[0], p[step], p[2*step], ... and zeros; no more is read. */
static inline vector vector_gather(const float *p, int step, int n)
{
    const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);

    return _mm256_mask_i32gather_ps(
        _mm256_setzero_ps(), p,
        _mm256_mullo_epi32(lanes, _mm256_set1_epi32(step)),
        _mm256_castsi256_ps(vector_first(n)), sizeof *p);
}

/* Pairs of lanes in the order that the halves were not shuffled in. */
static inline vector vector_unmix(vector v)
{
    return _mm256_castpd_ps(
        _mm256_permute4x64_pd(_mm256_castps_pd(v), _MM_SHUFFLE(3, 1, 2, 0)));
}

/* Lanes 0, 2, 4, ... of a and then of b; vector_odd: lanes 1, 3, 5, ... */
static inline vector vector_even(vector a, vector b)
{
    return vector_unmix(_mm256_shuffle_ps(a, b, _MM_SHUFFLE(2, 0, 2, 0)));
}

static inline vector vector_odd(vector a, vector b)
{
    return vector_unmix(_mm256_shuffle_ps(a, b, _MM_SHUFFLE(3, 1, 3, 1)));
}

/* The same vector, in a register from here on: without it gcc reads a vector
 * again from memory for each of its uses. */
static inline vector vector_hold(vector v)
{
    __asm__("" : "+x"(v));
    return v;
}

/* The first VL / 2 of p; such vectors are added with +. */
static inline vector_of_doubles vector_widen(const float *p)
{
    return _mm256_cvtps_pd(_mm_loadu_ps(p));
}

/* Lanes of a and b in turn, a[0], b[0], a[1], ...: the first VL of them;
 * vector_zip_high: the others. */
static inline vector vector_zip_low(vector a, vector b)
{
    return _mm256_permute2f128_ps(_mm256_unpacklo_ps(a, b),
                                  _mm256_unpackhi_ps(a, b), 0x20);
}

static inline vector vector_zip_high(vector a, vector b)
{
    return _mm256_permute2f128_ps(_mm256_unpacklo_ps(a, b),
                                  _mm256_unpackhi_ps(a, b), 0x31);
}

#endif
