#ifndef CONVLINGS_BENCH_PEAK_H
#define CONVLINGS_BENCH_PEAK_H

#include <stddef.h>

#include "peers.h"

/* What the machine can do at most, measured with the vectors that the library
 * uses: the roofs that results are held against. */

/* Loops of one vocabulary.
 *   name   of the vocabulary, as ref_cpu_name has it
 *   lanes  of a vector
 *   fma    rounds * BENCH_FMA_CHAINS vectors of multiply and add, in so many
 *          chains that do not wait for each other. Returns something
 *   touch  reads count_x floats and writes count_y: what any pool must do at
 *          least. Returns something */
typedef struct bench_loops {
    const char *name;
    int lanes;
    float (*fma)(ptrdiff_t rounds);
    float (*touch)(const float *x, ptrdiff_t count_x, float *y,
                   ptrdiff_t count_y);
} bench_loops;

enum { BENCH_FMA_CHAINS = 12 };

/* Two more contestants. Of `peak` one call is BENCH_PEAK_FLOP(lanes)
 * operations on each thread; of `floor` it is reading x and writing y once. */
extern const bench_peer bench_peak, bench_floor;

/* Operations of a call of `peak` with these inner loops (NULL: those in use)
 * and so many threads. */
double bench_peak_flop(const char *simd, int threads);

/* Bytes a second of reading and writing an array that no cache holds. */
double bench_memory_speed(void);

#endif
