#ifndef CONVLINGS_BENCH_PROBLEM_H
#define CONVLINGS_BENCH_PROBLEM_H

#include <stdbool.h>

#include "../pad.h"
#include "layers.h"

/* A layer with its arrays, which all contestants get. Arrays start at a
 * multiple of 64 bytes, a cache line and the widest vector.
 *   sizes     what follows from the layer
 *   pad_mode  what stands in the padding; not zeros in one sweep only
 *   threads   how many a contestant may use
 *   simd      NULL; or the inner loops that ours shall use, in one sweep only
 *   x         source     n x c_in x depth x h x w
 *   w         weights    c_out x c_in/groups x kd x kh x kw; NULL of a pool
 *   bias      c_out numbers; NULL of a pool
 *   y         destination: whoever runs writes here */
typedef struct bench_problem {
    bench_layer layer;
    bench_sizes sizes;
    ref_pad_mode pad_mode;
    int threads;
    const char *simd;
    float *x, *w, *bias, *y;
} bench_problem;

/* Memory at a multiple of 64 bytes, given back by free. The program stops if
 * there is none.
 *   count  in   floats */
float *bench_floats(ptrdiff_t count);

/* Fills x, w and bias with numbers that are the same in every run.
 * Memory   *problem owns the arrays until bench_problem_free, which leaves the
 *          rest as it is */
void bench_problem_new(const bench_layer *layer, int threads,
                       bench_problem *problem);
void bench_problem_free(bench_problem *problem);

/* The right answer: the formula in double, by plain loops.
 *   count  how many outputs are known
 *   at     which: places in y
 *   exact  the sums
 *   bound  how far a float32 sum in any order may be off, ref_sum_bound */
typedef struct bench_truth {
    ptrdiff_t count;
    ptrdiff_t *at;
    double *exact, *bound;
} bench_truth;

/* Layers of at most so many operations are computed whole; of larger ones,
 * the first and last row and column of a few channels and BENCH_SAMPLES
 * outputs spread pseudo-randomly. */
#define BENCH_WHOLE_FLOP 20e6
enum { BENCH_SAMPLES = 4000 };

void bench_truth_new(const bench_problem *problem, bench_truth *truth);
void bench_truth_free(bench_truth *truth);

/* The exact output at one place of y, and the bound of its error. */
void bench_truth_at(const bench_problem *problem, ptrdiff_t at, double *exact,
                    double *bound);

/* Is the y of a problem right?
 *   loose  in   times the bound: 1 for sums as the formula has them
 * Returns  0; or -1, and where and how it is wrong is in why */
int bench_truth_check(const bench_truth *truth, const bench_problem *problem,
                      double loose, char *why, size_t why_bytes);

#endif
