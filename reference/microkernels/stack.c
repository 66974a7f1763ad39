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
 * would have begun. Every sum is formed in the order c, t, v, u. */
#include "kernels.h"

enum { HIGHEST = 8, TALLEST = 7 };

/* Sums begin with start or with what c holds; their lanes are positions. */
static inline __attribute__((always_inline)) void
begin(int rows, const ref_stack *s, const float *c, int lanes, vector *sum)
{
    UNROLL(8)
    for (int i = 0; i < rows; i++)
        sum[i] = s->start ? vector_set(*s->start)
                          : vector_load_first(c + i * s->c_row, lanes);
}

static inline __attribute__((always_inline)) void
finish(int rows, const ref_stack *s, const vector *sum, float *c, int lanes)
{
    UNROLL(8)
    for (int i = 0; i < rows; i++)
        vector_store_first(c + i * s->c_row, sum[i], lanes);
}

/* Taps anywhere, column after column of the kernel. Inlined with constant rows,
 * so that sum is registers. */
static inline __attribute__((always_inline)) void
stack_taps(int rows, const ref_stack *s, const float *b, float *c, int lanes)
{
    const ptrdiff_t taps = (ptrdiff_t)s->kh * s->kw;
    const ptrdiff_t *at = s->at, *end = at + s->depth;
    const float *w = s->weight;
    vector sum[HIGHEST];

    begin(rows, s, c, lanes, sum);
    for (; at < end; at += taps, w += taps)
        for (int v = 0; v < s->kw; v++)
            for (ptrdiff_t k = v; k < taps; k += s->kw) {
                vector weight = vector_set(w[k]);

                UNROLL(8)
                for (int i = 0; i < rows; i++)
                    sum[i] = vector_fma(
                        weight, vector_load(b + at[k] + i * s->b_row), sum[i]);
            }
    finish(rows, s, sum, c, lanes);
}

/* Kernels of kh rows at a stride of sh. What row i of y sees through tap
 * (u, v), row i + 1 sees through tap (u - sh, v): a vector of x is read once
 * for all its rows of y. Most vectors lie across two cache lines and cost two
 * reads, so this is up to twice as fast. */
static inline __attribute__((always_inline)) void
stack_kernel(int rows, int kh, int sh, const ref_stack *s, const float *b,
             float *c, int lanes)
{
    const ptrdiff_t taps = (ptrdiff_t)kh * s->kw, b_row = s->b_row;
    const ptrdiff_t *at = s->at, *end = at + s->depth;
    const float *w = s->weight;
    vector sum[HIGHEST];

    begin(rows, s, c, lanes, sum);
    for (; at < end; at += taps, w += taps)
        for (int v = 0; v < s->kw; v++) {
            vector weight[TALLEST];

            UNROLL(7)
            for (int u = 0; u < kh; u++)
                weight[u] = vector_set(w[u * s->kw + v]);
            UNROLL(14)
            for (int r = 0; r < rows + (kh - 1) / sh; r++) {
                for (int f = 0; f < sh; f++) {
                    if (r >= rows + (kh - 1 - f) / sh)
                        continue; /* no row of y sees it */
                    const float *from = b + at[f * s->kw + v] + r * b_row;
                    vector x = vector_hold(vector_load(from));

                    UNROLL(7)
                    for (int u = f; u < kh; u += sh)
                        if (r >= u / sh && r - u / sh < rows)
                            sum[r - u / sh] =
                                vector_fma(weight[u], x, sum[r - u / sh]);
                }
            }
        }
    finish(rows, s, sum, c, lanes);
}

typedef void some_rows(int rows, const ref_stack *s, const float *b, float *c,
                       int lanes);

#define SOME_ROWS(name, STACK)                                                 \
    static void name(int rows, const ref_stack *s, const float *b, float *c,   \
                     int lanes)                                                \
    {                                                                          \
        switch (rows) {                                                        \
        case 1:                                                                \
            STACK(1);                                                          \
            break;                                                             \
        case 2:                                                                \
            STACK(2);                                                          \
            break;                                                             \
        case 3:                                                                \
            STACK(3);                                                          \
            break;                                                             \
        case 4:                                                                \
            STACK(4);                                                          \
            break;                                                             \
        case 5:                                                                \
            STACK(5);                                                          \
            break;                                                             \
        case 6:                                                                \
            STACK(6);                                                          \
            break;                                                             \
        case 7:                                                                \
            STACK(7);                                                          \
            break;                                                             \
        default:                                                               \
            STACK(8);                                                          \
            break;                                                             \
        }                                                                      \
    }
#define TAPS(rows) stack_taps(rows, s, b, c, lanes)
#define KERNEL_3(rows) stack_kernel(rows, 3, 1, s, b, c, lanes)
#define KERNEL_5(rows) stack_kernel(rows, 5, 1, s, b, c, lanes)
#define KERNEL_7(rows) stack_kernel(rows, 7, 1, s, b, c, lanes)
#define KERNEL_3_BY_2(rows) stack_kernel(rows, 3, 2, s, b, c, lanes)
#define KERNEL_5_BY_2(rows) stack_kernel(rows, 5, 2, s, b, c, lanes)
#define KERNEL_7_BY_2(rows) stack_kernel(rows, 7, 2, s, b, c, lanes)
SOME_ROWS(taps, TAPS)
SOME_ROWS(kernel_3, KERNEL_3)
SOME_ROWS(kernel_5, KERNEL_5)
SOME_ROWS(kernel_7, KERNEL_7)
SOME_ROWS(kernel_3_by_2, KERNEL_3_BY_2)
SOME_ROWS(kernel_5_by_2, KERNEL_5_BY_2)
SOME_ROWS(kernel_7_by_2, KERNEL_7_BY_2)

/* Whether tap row u + sh is tap row u, a row of b further on. */
static int repeats(const ref_stack *s, int sh)
{
    for (int k = sh * s->kw; k < s->kh * s->kw; k++)
        if (s->at[k] != s->at[k - sh * s->kw] + s->b_row)
            return 0;
    return 1;
}

static some_rows *choose(const ref_stack *s)
{
    static some_rows *const by_1[] = {kernel_3, kernel_5, kernel_7};
    static some_rows *const by_2[] = {kernel_3_by_2, kernel_5_by_2,
                                      kernel_7_by_2};

    if (s->kh != 3 && s->kh != 5 && s->kh != 7)
        return taps;
    if (repeats(s, 1))
        return by_1[s->kh / 2 - 1];
    return repeats(s, 2) ? by_2[s->kh / 2 - 1] : taps;
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

/* A row by itself, of a convolution along rows, is a column of its vectors and
 * what is left over. */
static void channel(const ref_stack *s, some_rows *do_rows, const float *b,
                    float *c)
{
    int j = 0;

    if (s->rows == 1 && s->kh == 1 && s->cols >= VL) {
        ref_stack row = *s;

        row.rows = s->cols / VL;
        row.b_row = row.c_row = VL;
        column(&row, taps, b, c, VL);
        j = row.rows * VL;
    }
    for (; j < s->cols; j += VL)
        column(s, do_rows, b + j, c + j, s->cols - j < VL ? s->cols - j : VL);
}

void REF_KERNEL(stack)(const ref_stack *s, const float *b, float *c)
{
    some_rows *do_rows = choose(s);
    ref_stack one = *s;

    for (int g = 0; g < s->groups; g++) {
        channel(&one, do_rows, b + g * s->b_next, c + g * s->c_next);
        one.weight += s->depth;
        if (s->start)
            one.start++;
    }
}
