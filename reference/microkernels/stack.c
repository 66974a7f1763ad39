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
#include "../whole.h"
#include "kernels.h"

enum { HIGHEST = 8, TALLEST = 7 };

/* Inlined with constants for rows and the kernel, so that sums and weights are
 * registers. */
#define INLINE static inline __attribute__((always_inline))

/* p + step; compilers are kept from computing it anywhere else: of some thirty
 * addresses that a loop would then hold, most are in memory. */
INLINE const float *further(const float *p, ptrdiff_t step)
{
    p += step;
    __asm__("" : "+r"(p));
    return p;
}

/* Sums begin with start or with what c holds; their lanes are positions. */
INLINE void begin(int rows, const ref_stack *s, const float *c, int lanes,
                  vector *sum)
{
    UNROLL(8)
    for (int i = 0; i < rows; i++)
        sum[i] = s->start ? vector_set(*s->start)
                          : vector_load_first(c + i * s->c_row, lanes);
}

INLINE void finish(int rows, const ref_stack *s, const vector *sum, float *c,
                   int lanes)
{
    const ptrdiff_t c_row = s->c_row;

    UNROLL(8)
    for (int i = 0; i < rows; i++) {
        vector_store_first(c, sum[i], lanes);
        c = (float *)further(c, c_row);
    }
}

/* Column v of a kernel whose taps are anywhere; at[] begins with its first. */
INLINE void add_taps(int rows, const ref_stack *s, const ptrdiff_t *at,
                     const float *w, const float *b, vector *sum)
{
    for (ptrdiff_t k = 0; k < (ptrdiff_t)s->kh * s->kw; k += s->kw) {
        vector weight = vector_set(w[k]);

        UNROLL(8)
        for (int i = 0; i < rows; i++)
            sum[i] = vector_fma(weight, vector_load(b + at[k] + i * s->b_row),
                                sum[i]);
    }
}

/* The weights of column v of a kernel of kh rows. */
INLINE void load_column(int kh, int kw, const float *w, vector *weight)
{
    UNROLL(7)
    for (int u = 0; u < kh; u++)
        weight[u] = vector_set(w[(ptrdiff_t)u * kw]);
}

/* A column of a kernel of kh rows at a stride of sh; at[] begins with its first
 * tap. What row i of y sees through tap (u, v), row i + 1 sees through tap
 * (u - sh, v): a vector of x is read once for all its rows of y. Most vectors
 * lie across two cache lines and cost two reads, so this is up to twice as
 * fast. */
INLINE void add_column(int rows, int kh, int sh, int kw, const ptrdiff_t *at,
                       ptrdiff_t b_row, const vector *weight, const float *b,
                       vector *sum)
{
    const float *row[2] = {b + at[0], sh == 2 ? b + at[kw] : b};

    UNROLL(14)
    for (int r = 0; r < rows + (kh - 1) / sh; r++) {
        for (int f = 0; f < sh; f++) {
            if (r >= rows + (kh - 1 - f) / sh)
                continue; /* no row of y sees it */
            if (r > 0)
                row[f] = further(row[f], b_row);
            vector x = vector_hold(vector_load(row[f]));

            UNROLL(7)
            for (int u = f; u < kh; u += sh)
                if (r >= u / sh && r - u / sh < rows)
                    sum[r - u / sh] = vector_fma(weight[u], x, sum[r - u / sh]);
        }
    }
}

/* Kernels of kh rows at a stride of sh, or of any taps if kh is 0: column after
 * column, sheet after sheet. */
INLINE void stack_kernel(int rows, int kh, int sh, const ref_stack *s,
                         const float *b, float *c)
{
    const ptrdiff_t taps = (ptrdiff_t)s->kh * s->kw;
    vector weight[TALLEST], sum[HIGHEST];

    for (int j = 0; j < s->cols; j += VL, b += VL, c += VL) {
        const ptrdiff_t *at = s->at, *end = at + s->depth;
        const float *w = s->weight;
        int lanes = smaller(s->cols - j, VL);

        begin(rows, s, c, lanes, sum);
        for (; at < end; at += taps, w += taps)
            for (int v = 0; v < s->kw; v++) {
                if (kh == 0) {
                    add_taps(rows, s, at + v, w + v, b, sum);
                    continue;
                }
                load_column(kh, s->kw, w + v, weight);
                add_column(rows, kh, sh, s->kw, at + v, s->b_row, weight, b,
                           sum);
            }
        finish(rows, s, sum, c, lanes);
    }
}

/* A single kernel of 3 x 3: its weights stay where they are. */
INLINE void stack_3_by_3(int rows, int sh, const ref_stack *s, const float *b,
                         float *c)
{
    vector weight[3][3], sum[HIGHEST];

    UNROLL(3)
    for (int v = 0; v < 3; v++)
        load_column(3, 3, s->weight + v, weight[v]);
    for (int j = 0; j < s->cols; j += VL, b += VL, c += VL) {
        int lanes = smaller(s->cols - j, VL);

        begin(rows, s, c, lanes, sum);
        UNROLL(3)
        for (int v = 0; v < 3; v++)
            add_column(rows, 3, sh, 3, s->at + v, s->b_row, weight[v], b, sum);
        finish(rows, s, sum, c, lanes);
    }
}

typedef void some_rows(int rows, const ref_stack *s, const float *b, float *c);

/* The same for each number of rows; STACK does so many. */
#define CASE(rows, STACK)                                                      \
    case rows:                                                                 \
        STACK(rows);                                                           \
        break;
#define SOME_ROWS(name, STACK)                                                 \
    static void name(int rows, const ref_stack *s, const float *b, float *c)   \
    {                                                                          \
        switch (rows) {                                                        \
            CASE(1, STACK)                                                     \
            CASE(2, STACK)                                                     \
            CASE(3, STACK)                                                     \
            CASE(4, STACK)                                                     \
            CASE(5, STACK)                                                     \
            CASE(6, STACK)                                                     \
            CASE(7, STACK)                                                     \
            CASE(8, STACK)                                                     \
        }                                                                      \
    }
#define TAPS(rows) stack_kernel(rows, 0, 1, s, b, c)
#define SINGLE_3(rows) stack_3_by_3(rows, 1, s, b, c)
#define SINGLE_3_BY_2(rows) stack_3_by_3(rows, 2, s, b, c)
#define KERNEL_3(rows) stack_kernel(rows, 3, 1, s, b, c)
#define KERNEL_5(rows) stack_kernel(rows, 5, 1, s, b, c)
#define KERNEL_7(rows) stack_kernel(rows, 7, 1, s, b, c)
#define KERNEL_3_BY_2(rows) stack_kernel(rows, 3, 2, s, b, c)
#define KERNEL_5_BY_2(rows) stack_kernel(rows, 5, 2, s, b, c)
#define KERNEL_7_BY_2(rows) stack_kernel(rows, 7, 2, s, b, c)
SOME_ROWS(taps, TAPS)
SOME_ROWS(single_3, SINGLE_3)
SOME_ROWS(single_3_by_2, SINGLE_3_BY_2)
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
    static some_rows *const one[] = {single_3, single_3_by_2};
    static some_rows *const any[][3] = {
        {kernel_3, kernel_5, kernel_7},
        {kernel_3_by_2, kernel_5_by_2, kernel_7_by_2},
    };
    int sh = repeats(s, 1) ? 1 : 2;

    if ((s->kh != 3 && s->kh != 5 && s->kh != 7) || !repeats(s, sh))
        return taps;
    if (s->kh == 3 && s->kw == 3 && s->depth == 9)
        return one[sh - 1];
    return any[sh - 1][s->kh / 2 - 1];
}

/* All positions, in stacks of HIGHEST rows and two halves of the rest. */
static void stacks(const ref_stack *s, some_rows *do_rows, const float *b,
                   float *c)
{
    for (int left = s->rows, rows; left > 0; left -= rows) {
        rows = left > 2 * HIGHEST ? HIGHEST
               : left > HIGHEST   ? (left + 1) / 2
                                  : left;
        do_rows(rows, s, b, c);
        b += rows * s->b_row;
        c += rows * s->c_row;
    }
}

/* A row by itself, of a convolution along rows: a stack of its vectors, and
 * what is left over. */
static void along(const ref_stack *s, const float *b, float *c)
{
    const int whole = s->cols / VL * VL;
    ref_stack part = *s;

    part.rows = s->cols / VL;
    part.b_row = part.c_row = part.cols = VL;
    stacks(&part, taps, b, c);
    part.rows = 1;
    part.cols = s->cols - whole;
    stacks(&part, taps, b + whole, c + whole);
}

void REF_KERNEL(stack)(const ref_stack *s, const float *b, float *c)
{
    some_rows *do_rows = choose(s);
    ref_stack one = *s;

    for (int g = 0; g < s->groups; g++, b += s->b_next, c += s->c_next) {
        if (s->rows == 1 && s->kh == 1)
            along(&one, b, c);
        else
            stacks(&one, do_rows, b, c);
        one.weight += s->depth;
        if (s->start)
            one.start++;
    }
}
