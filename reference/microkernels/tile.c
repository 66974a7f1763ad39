/* The register tile: the innermost loop of every convolution.
 *
 *           vector 0   vector 1   vector 2      of positions of y
 *         +----------+----------+----------+
 *   a[0]  | sum[0][0]| sum[0][1]| sum[0][2]|    channels of y: each weight is
 *   a[1]  | sum[1][0]| sum[1][1]| sum[1][2]|    spread over a vector and meets
 *    ...  |    ...   |    ...   |    ...   |    the vectors of x
 *   a[7]  | sum[7][0]| sum[7][1]| sum[7][2]|
 *         +----------+----------+----------+
 *
 * rows x vectors sums stay in registers while k runs: for each k, vectors +
 * rows loads feed rows*vectors multiply-adds. All shapes that the registers
 * can hold (rows*vectors <= TILE_SUMS) are compiled; a wide tile with few rows
 * has as many independent sums as a high one, so the multiply-adds need not
 * wait for each other.
 *
 * Every sum is formed in the order of k, whatever the shape: an element's bits
 * do not depend on the tile it falls into. */
#include "kernels.h"

enum { ROWS = REF_TILE_ROWS, VECTORS = REF_TILE_VECTORS };

/* The weights of many channels stream past all caches: those AHEAD are asked
 * for in time (VGG-16's 512 to 512 channels of 14 x 14: 174 instead of 152
 * GFLOP/s). */
enum { AHEAD = 512 };

/* Inlined with constant rows and vectors, so that sum is registers. Two k at a
 * time: one at a time, the loop counters took a tenth of the time (measured
 * with AVX-512 on a Xeon: 208 instead of 231 of 240 GFLOP/s). */
static inline __attribute__((always_inline)) void
tile(int rows, int vectors, const ref_tile_job *job, const float *a,
     const float *b, const float *start, float *c)
{
    vector sum[ROWS][VECTORS];
    const ptrdiff_t *at = job->at, *end = at + job->depth;
    int full = vectors - 1;

    UNROLL(8)
    for (int i = 0; i < rows; i++) {
        UNROLL(8)
        for (int j = 0; j < vectors; j++) {
            const float *from = c + i * job->c_step + (ptrdiff_t)j * VL;

            sum[i][j] = start      ? vector_set(start[i])
                        : j < full ? vector_load(from)
                                   : vector_load_first(from, job->last);
        }
    }
    UNROLL(8) /* what the next tile will begin with, if with y */
    for (int i = 0; !start && i < rows; i++) {
        UNROLL(8)
        for (int j = 0; j < vectors; j++)
            __builtin_prefetch(c + (rows + i) * job->c_step + (ptrdiff_t)j * VL,
                               1, 3);
    }
    UNROLL_BY(2)
    for (; at < end; at++, a += rows) {
        vector x[VECTORS];

        __builtin_prefetch(a + AHEAD, 0, 2);
        UNROLL(8)
        for (int j = 0; j < vectors; j++)
            x[j] = vector_load(b + *at + (ptrdiff_t)j * VL);
        UNROLL(8)
        for (int i = 0; i < rows; i++) {
            vector weight = vector_set(a[i]);

            UNROLL(8)
            for (int j = 0; j < vectors; j++)
                sum[i][j] = vector_fma(weight, x[j], sum[i][j]);
        }
    }
    UNROLL(8)
    for (int i = 0; i < rows; i++) {
        float *to = c + i * job->c_step;

        UNROLL(8)
        for (int j = 0; j < full; j++)
            vector_store(to + (ptrdiff_t)j * VL, sum[i][j]);
        vector_store_first(to + (ptrdiff_t)full * VL, sum[i][full], job->last);
    }
}

#define TILES_3(rows) TILE(rows, 1) TILE(rows, 2) TILE(rows, 3)
#define TILES_4(rows) TILES_3(rows) TILE(rows, 4)
#define TILES_6(rows) TILES_4(rows) TILE(rows, 5) TILE(rows, 6)
#define TILES_8(rows) TILES_6(rows) TILE(rows, 7) TILE(rows, 8)
#if TILE_SUMS == 24
#define HIGHEST 8
#define TILES                                                                  \
    TILES_8(1)                                                                 \
    TILES_8(2) TILES_8(3) TILES_6(4) TILES_4(5) TILES_4(6) TILES_3(7) TILES_3(8)
#else
#define HIGHEST 4
#define TILES TILES_8(1) TILES_6(2) TILES_4(3) TILES_3(4)
#endif

#define TILE(rows, vectors)                                                    \
    static void tile_##rows##x##vectors(const ref_tile_job *job,               \
                                        const float *a, const float *b,        \
                                        const float *start, float *c)          \
    {                                                                          \
        tile(rows, vectors, job, a, b, start, c);                              \
    }
TILES
#undef TILE

#define TILE(rows, vectors) [rows][vectors] = tile_##rows##x##vectors,
const ref_tiles REF_KERNEL(tiles) = {
    .rows = HIGHEST,
    .vectors = {0, 8, TILE_SUMS == 24 ? 8 : 6, TILE_SUMS == 24 ? 8 : 4,
                TILE_SUMS == 24 ? 6 : 3, 4, 4, 3, 3},
    .run = {TILES},
};
