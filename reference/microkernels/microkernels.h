#ifndef CONVLINGS_MICROKERNELS_H
#define CONVLINGS_MICROKERNELS_H

#include <stddef.h>

/* The inner loops, one table for each kind of machine. They are written once,
 * over the small vector vocabulary of simd_<machine>.h, and compiled once per
 * vocabulary; cpu.c picks a table when the program runs. For the library's own
 * files. */
#pragma GCC visibility push(hidden)

/* Contracts, for all: count >= 0, step >= 1; x and y share no memory; reads
 * and writes exactly the elements named. Each element of y is computed by
 * itself, so its bits depend on the table but not on count or alignment. */
typedef struct ref_microkernels {
    const char *name; /* "portable", "avx2", "avx512", "neon" */

    /* y[j] += a * x[j*step] for j < count; one rounding with fused
     * multiply-add, else two */
    void (*axpy)(float a, const float *x, int step, int count, float *y);

    /* y[j*step] += a * x[j] for j < count: the transpose of axpy */
    void (*axpy_spread)(float a, const float *x, int count, float *y, int step);

    /* y[j] += x[j*step] for j < count */
    void (*add)(const float *x, int step, int count, float *y);

    /* y[j] = larger of y[j] and x[j*step], and NaN if either is NaN */
    void (*max)(const float *x, int step, int count, float *y);

    /* sum of x[j] * w[j] for j < count, in a fixed number of partial sums;
     * at most count roundings per term, and one for each halving */
    float (*dot)(const float *x, const float *w, ptrdiff_t count);
} ref_microkernels;

/* One table per vocabulary; those of other machines do not exist. */
extern const ref_microkernels ref_microkernels_portable;
#if defined(__x86_64__)
extern const ref_microkernels ref_microkernels_avx2, ref_microkernels_avx512;
#elif defined(__aarch64__)
extern const ref_microkernels ref_microkernels_neon;
#endif

/* The table in use: the widest that this CPU runs, or the one that the
 * environment variable CONVLINGS_SIMD names, if the CPU runs it. Chosen at the
 * first call.
 * Threads  safe */
const ref_microkernels *ref_cpu_microkernels(void);

/* Uses another table from now on; for tests, which try each in turn.
 *   name  in   of a table; NULL: choose anew
 * Returns  the table, or NULL (and nothing changes) if this CPU cannot run it
 *          or there is none of this name */
const ref_microkernels *ref_cpu_use(const char *name);

#pragma GCC visibility pop

#endif
