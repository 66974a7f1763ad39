#ifndef CONVLINGS_SIMD_AVX512_H
#define CONVLINGS_SIMD_AVX512_H

#include <immintrin.h>

#if !defined(__AVX512F__) || !defined(__FMA__)
#error "compile with -mavx512f -mfma"
#endif

/* The vocabulary for x86-64 with AVX-512F: sixteen lanes, 32 registers, of
 * which TILE_SUMS hold sums in the register tile of tile.c. */
enum { VL = 16 };
#define NARROW (&ref_microkernels_avx2)
#define TILE_SUMS 24

typedef __m512 vector;
typedef __m512d vector_of_doubles;

#include "simd_words.h"

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

static inline vector vector_fma(vector a, vector b, vector c)
{
    return _mm512_fmadd_ps(a, b, c);
}

static inline float scalar_fma(float a, float b, float c)
{
    return __builtin_fmaf(a, b, c);
}

/* a where it is larger or NaN, else b. The instruction takes b where either is
 * NaN or both are zero. */
static inline vector vector_max(vector a, vector b)
{
    __mmask16 nan = _mm512_cmp_ps_mask(a, a, _CMP_UNORD_Q);

    return _mm512_mask_mov_ps(_mm512_max_ps(a, b), nan, a);
}

/* The first n of p[0..VL-1], 0 <= n <= VL, and zeros; no more is read. */
static inline vector vector_load_first(const float *p, int n)
{
    return _mm512_maskz_loadu_ps((__mmask16)((1u << n) - 1), p);
}

/* The first n lanes; no more is written. */
static inline void vector_store_first(float *p, vector v, int n)
{
    _mm512_mask_storeu_ps(p, (__mmask16)((1u << n) - 1), v);
}

/* Lanes first .. end-1 of p, 0 <= first <= end <= VL, and none in the others;
 * no more is read, not even p. */
static inline vector vector_load_between(const float *p, int first, int end,
                                         vector none)
{
    __mmask16 lanes = (__mmask16)((1u << end) - (1u << first));

    return _mm512_mask_loadu_ps(none, lanes, p);
}

/* The first n of p[0], p[step], p[2*step], ... and zeros; no more is read. */
static inline vector vector_gather(const float *p, int step, int n)
{
    const __m512i lanes =
        _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    return _mm512_mask_i32gather_ps(
        _mm512_setzero_ps(), (__mmask16)((1u << n) - 1),
        _mm512_mullo_epi32(lanes, _mm512_set1_epi32(step)), p, sizeof *p);
}

/* Lanes 0, 2, 4, ... of a and then of b; vector_odd: lanes 1, 3, 5, ... */
static inline vector vector_even(vector a, vector b)
{
    const __m512i lanes = _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18,
                                            20, 22, 24, 26, 28, 30);

    return _mm512_permutex2var_ps(a, lanes, b);
}

static inline vector vector_odd(vector a, vector b)
{
    const __m512i lanes = _mm512_setr_epi32(1, 3, 5, 7, 9, 11, 13, 15, 17, 19,
                                            21, 23, 25, 27, 29, 31);

    return _mm512_permutex2var_ps(a, lanes, b);
}

/* The same vector, in a register from here on: without it gcc reads a vector
 * again from memory for each of its uses. */
static inline vector vector_hold(vector v)
{
    __asm__("" : "+v"(v));
    return v;
}

/* The first VL / 2 of p; such vectors are added with +. */
static inline vector_of_doubles vector_widen(const float *p)
{
    return _mm512_cvtps_pd(_mm256_loadu_ps(p));
}

/* Lanes of a and b in turn, a[0], b[0], a[1], ...: the first VL of them;
 * vector_zip_high: the others. */
static inline vector vector_zip_low(vector a, vector b)
{
    const __m512i lanes = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20,
                                            5, 21, 6, 22, 7, 23);

    return _mm512_permutex2var_ps(a, lanes, b);
}

static inline vector vector_zip_high(vector a, vector b)
{
    const __m512i lanes = _mm512_setr_epi32(8, 24, 9, 25, 10, 26, 11, 27, 12,
                                            28, 13, 29, 14, 30, 15, 31);

    return _mm512_permutex2var_ps(a, lanes, b);
}

#endif
