/* One channel of y: the inner loop of depthwise convolution and of filters on
 * pictures. With one channel there is nothing that a vector of x could be
 * shared with, so vectors of up to eight rows of positions stand above each
 * other, one sum each,
 *
 *     w  x  row 0 | vector |  -> sum[0]
 *           row 1 | vector |  -> sum[1]
 *           ...
 *           row 7 | vector |  -> sum[7]
 *
 * enough independent sums for the multiply-adds not to wait for each other,
 * and one spread weight for all of them. A whole block of positions is done in
 * one call: a plane of 7 x 7 with nine taps is over before a call per tile
 * would have begun. Sums are formed in the order of k. */
#include "kernels.h"

enum { HIGHEST = 8 };

/* Inlined with constant rows and whole: whether all lanes are positions. */
static inline __attribute__((always_inline)) void stack(int rows, int whole,
                                                        const ref_stack *s,
                                                        const float *b,
                                                        float *c, int lanes)
{
    const ptrdiff_t *at = s->at, *end = at + s->depth;
    const float *w = s->weight;
    const ptrdiff_t b_row = s->b_row, c_row = s->c_row;
    vector sum[HIGHEST];

#pragma GCC unroll 8
    for (int i = 0; i < rows; i++)
        sum[i] = s->start ? vector_set(*s->start)
                 : whole  ? vector_load(c + i * c_row)
                          : vector_load_first(c + i * c_row, lanes);
    for (; at < end; at++, w++) {
        const float *x = b + *at;
        vector weight = vector_set(*w);

#pragma GCC unroll 8
        for (int i = 0; i < rows; i++)
            sum[i] = vector_fma(weight, vector_load(x + i * b_row), sum[i]);
    }
#pragma GCC unroll 8
    for (int i = 0; i < rows; i++)
        if (whole)
            vector_store(c + i * c_row, sum[i]);
        else
            vector_store_first(c + i * c_row, sum[i], lanes);
}

/* The same for kernels of 3 x 3 taps whose rows are neighbours in b: a vector
 * of x that one row of y sees through tap (u, v) the next one sees through tap
 * (u - 1, v), so it is read once for three rows. Vectors that lie across two
 * cache lines cost two reads, and most do: this is twice as fast (512 channels
 * of 14 x 14 on a Xeon). The order of each sum is the same. */
static inline __attribute__((always_inline)) void stack_3x3(int rows, int whole,
                                                            const ref_stack *s,
                                                            const float *b,
                                                            float *c, int lanes)
{
    const ptrdiff_t *at = s->at, *end = at + s->depth;
    const float *w = s->weight;
    const ptrdiff_t b_row = s->b_row, c_row = s->c_row;
    vector sum[HIGHEST], weight[9];

#pragma GCC unroll 8
    for (int i = 0; i < rows; i++)
        sum[i] = s->start ? vector_set(*s->start)
                 : whole  ? vector_load(c + i * c_row)
                          : vector_load_first(c + i * c_row, lanes);
    for (; at < end; at += 9, w += 9) {
#pragma GCC unroll 9
        for (int k = 0; k < 9; k++)
            weight[k] = vector_set(w[k]);
#pragma GCC unroll 10
        for (int r = 0; r < rows + 2; r++) {
#pragma GCC unroll 3
            for (int v = 0; v < 3; v++) {
                const float *from = b + at[v] + r * b_row;
                vector x = vector_hold(vector_load(from));

#pragma GCC unroll 3
                for (int u = 0; u < 3; u++)
                    if (r >= u && r - u < rows)
                        sum[r - u] =
                            vector_fma(weight[3 * u + v], x, sum[r - u]);
            }
        }
    }
#pragma GCC unroll 8
    for (int i = 0; i < rows; i++)
        if (whole)
            vector_store(c + i * c_row, sum[i]);
        else
            vector_store_first(c + i * c_row, sum[i], lanes);
}

typedef void some_rows(int rows, const ref_stack *s, const float *b, float *c,
                       int lanes);

#define STACKED(kind, rows)                                                    \
    if (lanes == VL)                                                           \
        kind(rows, 1, s, b, c, VL);                                            \
    else                                                                       \
        kind(rows, 0, s, b, c, lanes);                                         \
    break;

#define SOME_ROWS(kind)                                                        \
    static void some_rows_of_##kind(int rows, const ref_stack *s,              \
                                    const float *b, float *c, int lanes)       \
    {                                                                          \
        switch (rows) {                                                        \
        case 1:                                                                \
            STACKED(kind, 1)                                                   \
        case 2:                                                                \
            STACKED(kind, 2)                                                   \
        case 3:                                                                \
            STACKED(kind, 3)                                                   \
        case 4:                                                                \
            STACKED(kind, 4)                                                   \
        case 5:                                                                \
            STACKED(kind, 5)                                                   \
        case 6:                                                                \
            STACKED(kind, 6)                                                   \
        case 7:                                                                \
            STACKED(kind, 7)                                                   \
        default:                                                               \
            STACKED(kind, 8)                                                   \
        }                                                                      \
    }
SOME_ROWS(stack)
SOME_ROWS(stack_3x3)

/* Whether the kernel's rows of three taps are rows of b. */
static int is_3x3(const ref_stack *s)
{
    return s->taps == 9 && s->at[3] == s->at[0] + s->b_row &&
           s->at[6] == s->at[3] + s->b_row &&
           s->at[4] - s->at[3] == s->at[1] - s->at[0] &&
           s->at[5] - s->at[3] == s->at[2] - s->at[0];
}

/* One column of vectors, in stacks as even as can be. */
static void column(const ref_stack *s, some_rows *do_rows, const float *b,
                   float *c, int lanes)
{
    int stacks = (s->rows - 1) / HIGHEST + 1;

    for (int i = 0, row = 0; i < stacks; i++) {
        int rows = (int)((ptrdiff_t)s->rows * (i + 1) / stacks) - row;

        do_rows(rows, s, b + row * s->b_row, c + row * s->c_row, lanes);
        row += rows;
    }
}

/* A single row is a column of its vectors and what is left over. */
static void channel(const ref_stack *s, some_rows *do_rows, const float *b,
                    float *c)
{
    int j = 0;

    if (s->rows == 1 && s->cols >= VL) {
        ref_stack row = *s;

        row.rows = s->cols / VL;
        row.b_row = row.c_row = VL;
        column(&row, some_rows_of_stack, b, c, VL);
        j = row.rows * VL;
    }
    for (; j < s->cols; j += VL)
        column(s, do_rows, b + j, c + j, s->cols - j < VL ? s->cols - j : VL);
}

void REF_KERNEL(stack)(const ref_stack *s, const float *b, float *c)
{
    some_rows *do_rows =
        is_3x3(s) ? some_rows_of_stack_3x3 : some_rows_of_stack;
    ref_stack one = *s;

    for (int g = 0; g < s->groups; g++) {
        channel(&one, do_rows, b + g * s->b_next, c + g * s->c_next);
        one.weight += s->depth;
        one.start += s->start ? 1 : 0;
    }
}
