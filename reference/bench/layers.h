#ifndef CONVLINGS_BENCH_LAYERS_H
#define CONVLINGS_BENCH_LAYERS_H

#include <stdbool.h>
#include <stddef.h>

/* The layers that are measured: those of well-known networks, and those where
 * libraries are known to be weak. */

typedef enum bench_kind { BENCH_CONV, BENCH_MAX, BENCH_AVG } bench_kind;

/* The most characters of a name, and of any other text below, with the 0. */
enum { BENCH_NAME_BYTES = 32 };

/* A layer. Axes are depth, row, column; a layer of rank 1 or 2 has 1 in the
 * first ones (padding 0). A pool has c_out = groups = c_in.
 *   class  what the means are taken over */
typedef struct bench_layer {
    char name[BENCH_NAME_BYTES], class[BENCH_NAME_BYTES];
    bench_kind kind;
    int rank;
    int n, c_in, c_out, groups;
    int in[3], k[3], s[3], p[3], d[3];
} bench_layer;

/* What follows from a layer.
 *   out             output's depth, rows, columns
 *   x, w, y         elements of source, weights and destination (w: 0 of a
 *                   pool)
 *   terms           products that one output sums, or what a pool's window
 *                   sees
 *   flop            as the direct algorithm has it, the padding's taps
 *                   included: 2 for a product and its addition, 1 for each
 *                   element that a pool's window sees
 *   bytes           x, w and y, once each */
typedef struct bench_sizes {
    int out[3];
    ptrdiff_t x, w, y, terms;
    double flop, bytes;
} bench_sizes;

/* How many layers there are. */
int bench_layer_count(void);

/* One of them, 0 <= i < bench_layer_count(). */
bench_layer bench_layer_get(int i);

/* A convolution of rank 2 that is in no table; for the sweeps. Square image
 * and kernel, stride 1, padding k/2, one group. */
bench_layer bench_layer_square(const char *name, int n, int c_in, int c_out,
                               int size, int k);

/* What follows from a layer. */
bench_sizes bench_layer_sizes(const bench_layer *layer);

/* Is the word one of the patterns, which commas separate? '*' stands for any
 * characters, '?' for one, as in file names. NULL and "" match everything. */
bool bench_matches(const char *patterns, const char *word);

/* Does a pattern match its name or its class? */
bool bench_layer_matches(const bench_layer *layer, const char *patterns);

#endif
