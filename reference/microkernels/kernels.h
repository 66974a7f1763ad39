#ifndef CONVLINGS_KERNELS_H
#define CONVLINGS_KERNELS_H

/* What every file of inner loops begins with. REF_SIMD names the machine and
 * REF_SIMD_HEADER its vocabulary; a file is compiled once for each, and what
 * it defines for table.c is called REF_KERNEL(name): ref_name_avx2 and so on.
 */
#include REF_SIMD_HEADER
#include "microkernels.h"

#define REF_JOINED(a, b) a##_##b
#define REF_JOIN(a, b) REF_JOINED(a, b)
#define REF_KERNEL(name) REF_JOIN(ref_##name, REF_SIMD)

/* Before a loop of at most n rounds, known when it is compiled: it is written
 * out, so that what it counts becomes registers; UNROLL_BY: of any number, n
 * rounds at a time. The compilers spell it in their own ways. */
#define REF_PRAGMA(words) _Pragma(#words)
#if defined(__has_feature) /* clang's way to ask */
#if __has_feature(address_sanitizer)
#define REF_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) ||                                           \
    defined(REF_SANITIZED) /* slow to compile */
#define UNROLL(n)
#define UNROLL_BY(n)
#elif defined(__clang__)
#define UNROLL(n) REF_PRAGMA(clang loop unroll(full))
#define UNROLL_BY(n) REF_PRAGMA(clang loop unroll_count(n))
#else
#define UNROLL(n) REF_PRAGMA(GCC unroll n)
#define UNROLL_BY(n) REF_PRAGMA(GCC unroll n)
#endif

#pragma GCC visibility push(hidden)

/* row.c */
void REF_KERNEL(axpy)(float a, const float *x, int count, float *y, int step);
float REF_KERNEL(dot)(const float *x, const float *w, ptrdiff_t count);

/* pool.c */
void REF_KERNEL(pool_max)(const ref_pool_rows *r, const float *x, float *y);
void REF_KERNEL(pool_sum)(const ref_pool_rows *r, const float *x, float *y);

/* global.c */
void REF_KERNEL(mean)(const float *x, ptrdiff_t count, ptrdiff_t channels,
                      float *y);
void REF_KERNEL(largest)(const float *x, ptrdiff_t count, ptrdiff_t channels,
                         float *y);

/* tile.c, stack.c, band.c */
extern const ref_tiles REF_KERNEL(tiles);
void REF_KERNEL(stack)(const ref_stack *s, const float *b, float *c);
void REF_KERNEL(fill)(const ref_fill *f, int count, const float *plane,
                      ptrdiff_t plane_step, float *sheet, ptrdiff_t sheet_step);
void REF_KERNEL(pack)(const ref_pack *p, const float *b, float *panel);

/* winograd.c */
extern const ref_winograd REF_KERNEL(winograd_2), REF_KERNEL(winograd_4);

#pragma GCC visibility pop

#endif
