#ifndef CONVLINGS_MICROKERNELS_H
#define CONVLINGS_MICROKERNELS_H

#include <stddef.h>

/* The inner loops, one table for each kind of machine. They are written once,
 * over the small vector vocabulary of simd_<machine>.h, and compiled once per
 * vocabulary; cpu.c picks a table when the program runs. For the library's own
 * files. */
#pragma GCC visibility push(hidden)

/* One shape of the register tile of tile.c does, for i < rows and the
 * positions j of its vectors,
 *     c[i*c_step + j] = start[i] + sum over k < depth of
 *                       a[k*rows + i] * b[at[k] + j]
 * where start NULL stands for what c holds already. All vectors of b are read
 * whole, of the last one of c only the first lanes are written or read. */
typedef struct ref_tile_job {
    ptrdiff_t depth;
    const ptrdiff_t *at;
    ptrdiff_t c_step;
    int last; /* 1 .. lanes */
} ref_tile_job;

typedef void ref_tile(const ref_tile_job *job, const float *a, const float *b,
                      const float *start, float *c);

enum { REF_TILE_ROWS = 8, REF_TILE_VECTORS = 8 };

/* All shapes of one machine: run[i][j] has i rows and j vectors, for i up to
 * rows and j up to vectors[i]. */
typedef struct ref_tiles {
    int rows;
    int vectors[REF_TILE_ROWS + 1];
    ref_tile *run[REF_TILE_ROWS + 1][REF_TILE_VECTORS + 1];
} ref_tiles;

/* A block of positions of each of groups channels does, for i < rows and
 * j < cols,
 *     c[i*c_row + j] = *start + sum over k < depth of
 *                      weight[k] * b[at[k] + i*b_row + j]
 * where start NULL stands for what c holds already. The next channel has the
 * next depth weights, the next start, and the next b and c, b_next and c_next
 * further on. Vectors of b are read whole; nothing else of c is read or
 * written. The terms are sheets, kh x kw of them each, and in each sheet at[]
 * differs from tap to tap as it does in the first. */
typedef struct ref_stack {
    ptrdiff_t depth; /* a multiple of kh * kw */
    int kh, kw;
    const ptrdiff_t *at;
    const float *weight, *start;
    int rows, cols, groups;
    ptrdiff_t b_row, c_row, b_next, c_next;
} ref_stack;

/* How a plane of x becomes a sheet of the band; see conv_band.h.
 *   rows   to a place in the sheet, from a place in the plane
 *   runs   one for each phase of the columns: count elements, step apart
 *   edges  columns that see padding which is not zeros: from a column
 * Places that none of them names are the padding's zeros: they are the same in
 * every sheet, so whoever owns the sheets writes them once. */
typedef struct ref_fill_row {
    ptrdiff_t to, from;
} ref_fill_row;

typedef struct ref_fill_run {
    ptrdiff_t to;
    int from, count;
} ref_fill_run;

typedef struct ref_fill_edge {
    ptrdiff_t to;
    int from;
} ref_fill_edge;

typedef struct ref_fill {
    int rows, runs, edges, step;
    const ref_fill_row *row;
    const ref_fill_run *run;
    const ref_fill_edge *edge;
} ref_fill;

/* A panel: for each k < depth the positions of one tile side by side, gathered
 * from pieces of rows.
 *   width        floats from one k to the next, a multiple of the lanes
 *   may_read_on  a vector that begins inside a piece may be read whole */
typedef struct ref_pack_piece {
    ptrdiff_t from;
    int to, count;
} ref_pack_piece;

typedef struct ref_pack {
    ptrdiff_t depth;
    const ptrdiff_t *at;
    int width, pieces, may_read_on;
    const ref_pack_piece *piece;
} ref_pack;

/* What rows of x give some lines of a pool's output; see pool.c. Each line is
 * made of rows rows, row_step floats apart, of n elements; the next one of
 * those line_step further. Tap v of a line's position j stands at
 *     j*s - before + v*d                      j < out, first <= v < end
 * and other taps are left out, for they are outside x at every position.
 *   begun    y holds what other rows gave
 *   divisor  by which the result is divided; 0: it is not */
typedef struct ref_pool_rows {
    int lines, rows, begun;
    ptrdiff_t line_step, row_step;
    int n, s, before, d;
    int out, first, end;
    float divisor;
} ref_pool_rows;

/* Neighbours in a row of patches, squares of m x m elements of y that are
 * computed together by Winograd's algorithm F(m x m, 3 x 3); a patch sees k x k
 * elements of x, k = m + 2, and the next one m columns further on.
 *   row      where the k rows they see begin in a plane of x, or -1: zeros
 *   first    of the columns they see, counted from the first patch's first,
 *            the first one in x; from is its place in x, and inside is how many
 *            follow each other there
 *   next     floats to where the next such patches begin: they are prefetched
 *   edge     the other columns: to is their place among those seen, from where
 *            in a row of x their numbers are, or -1: zeros */
typedef struct ref_patch_edge {
    int to, from;
} ref_patch_edge;

typedef struct ref_patches {
    int count;
    ptrdiff_t row[6], next;
    int first, from, inside, edges;
    const ref_patch_edge *edge;
} ref_patches;

/* The transforms of Winograd's algorithm, with the matrices of winograd.c; d is
 * what a patch sees. Element (u, w) of a transformed patch has an array of its
 * own, the (u*k + w)-th, and they are step floats apart.
 *   input   v[(u*k + w)*step + j] = (B^T d B)[u][w] of patch j < count; half is
 *           work space, k*m*(count + 3*lanes) floats
 *   output  y[i*ow + m*j + l] = (A^T s A)[i][l] + bias of patch j, for i < rows
 *           <= m and m*j + l < cols; vectors of s are read whole; the y of
 *           the next call is next floats further on */
typedef struct ref_winograd {
    void (*input)(const ref_patches *p, const float *plane, float *half,
                  ptrdiff_t step, float *v);
    void (*output)(const float *s, ptrdiff_t step, float bias, int rows,
                   int cols, ptrdiff_t ow, ptrdiff_t next, float *y);
} ref_winograd;

/* Contracts, for all: count >= 0, step >= 1; x and y share no memory; reads
 * and writes exactly the elements named. Each element of y is computed by
 * itself, so its bits depend on the table but not on count or alignment. */
typedef struct ref_microkernels {
    const char *name; /* "portable", "avx2", "avx512", "neon" */
    int lanes;        /* of a vector */

    /* the table of vectors half as long, for rows that are short; or NULL */
    const struct ref_microkernels *narrow;

    /* y[j*step] += a * x[j] for j < count; one rounding with fused
     * multiply-add, else two */
    void (*axpy)(float a, const float *x, int count, float *y, int step);

    /* sum of x[j] * w[j] for j < count, in a fixed number of partial sums;
     * at most count roundings per term, and one for each halving */
    float (*dot)(const float *x, const float *w, ptrdiff_t count);

    /* y[j] = the largest, or the sum, of all elements of the rows that window j
     * sees and, if begun, of y[j]. The largest is NaN if one is; of none it is
     * minus infinity, which nothing is divided by */
    void (*pool_max)(const ref_pool_rows *r, const float *x, float *y);
    void (*pool_sum)(const ref_pool_rows *r, const float *x, float *y);

    /* y[c] = the mean, or the largest, of x[c*count + k] for k < count. The sum
     * is formed in double, in as many parts as a vector has lanes; of a NaN,
     * the largest is NaN, of 0 and -0 the first. count >= 1 */
    void (*mean)(const float *x, ptrdiff_t count, ptrdiff_t channels, float *y);
    void (*largest)(const float *x, ptrdiff_t count, ptrdiff_t channels,
                    float *y);

    const ref_tiles *tiles;

    /* see ref_stack */
    void (*stack)(const ref_stack *s, const float *b, float *c);

    /* count planes of x, plane_step apart, become as many sheets, sheet_step
     * apart; the elements that f names are written, no other */
    void (*fill)(const ref_fill *f, int count, const float *plane,
                 ptrdiff_t plane_step, float *sheet, ptrdiff_t sheet_step);

    /* panel[k*width + to + j] = b[at[k] + from + j] for j < count of each
     * piece, which come in the order of to; what is behind the last piece is
     * not specified */
    void (*pack)(const ref_pack *p, const float *b, float *panel);

    const ref_winograd *winograd_2, *winograd_4; /* m = 2, m = 4 */
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
