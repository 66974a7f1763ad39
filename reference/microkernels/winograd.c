/* Winograd's transforms: the (m+2) x (m+2) elements of x that a patch sees
 * become as many numbers that are multiplied, and as many sums of products
 * become the patch, m x m elements of y; m = 2 or 4. VL patches at a time, one
 * in each lane.
 *
 * Both are matrix products from two sides, B^T d B and A^T s A: a transform of
 * each column and then of each row, with these matrices.
 *
 * m = 2, points 0, 1, -1, infinity:
 *        | 1  0 -1  0 |
 *   B^T =| 0  1  1  0 |    A^T =| 1  1  1  0 |
 *        | 0 -1  1  0 |         | 0  1 -1  1 |
 *        | 0 -1  0  1 |
 * m = 4, points 0, a, -a, b, -b, infinity with a = 5/8, b = 3/2:
 *        | aabb   0   -aa-bb   0    1  0 |
 *        |  0   -abb   -bb     a    1  0 |         | 1  1   1   1   1   0 |
 *   B^T =|  0    abb   -bb    -a    1  0 |    A^T =| 0  a  -a   b  -b   0 |
 *        |  0   -aab   -aa     b    1  0 |         | 0  aa  aa  bb  bb  0 |
 *        |  0    aab   -aa    -b    1  0 |         | 0 aaa -aaa bbb -bbb 1 |
 *        |  0   aabb    0   -aa-bb  0  1 |
 * All these numbers are exact in float32. The points were chosen by measured
 * error, among a and b of few bits: with 64 channels of random numbers its root
 * mean square is 0.70 u of sum |x w|, with the usual 1 and 2 it is 1.57 u (the
 * direct sum: 0.40 u). An opposite pair of points shares its even and its odd
 * part. */
#include <stdbool.h>

#include "kernels.h"

enum { LONGEST = 6 };

static const float a1 = 0.625f, a2 = 0.390625f, a3 = 0.244140625f;
static const float b1 = 1.5f, b2 = 2.25f, b3 = 3.375f;
static const float a2b2 = 0.87890625f, a2_b2 = 2.640625f; /* aabb, aa + bb */

/* a*s + v, where the compiler knows s. */
static inline vector plus(vector v, float s, vector a)
{
    return vector_fma(vector_set(s), a, v);
}

/* even + odd and even - odd: what an opposite pair of points gives. */
static inline void pair(vector even, float s, vector odd, vector *t)
{
    t[0] = plus(even, s, odd);
    t[1] = plus(even, -s, odd);
}

/* t = B^T d. */
static inline __attribute__((always_inline)) void
input_line(int m, const vector *d, vector *t)
{
    if (m == 2) {
        t[0] = plus(d[0], -1.0f, d[2]);
        pair(d[2], 1.0f, d[1], t + 1);
        t[3] = plus(d[3], -1.0f, d[1]);
        return;
    }
    t[0] = plus(plus(d[4], -a2_b2, d[2]), a2b2, d[0]);
    pair(plus(d[4], -b2, d[2]), a1, plus(d[3], -b2, d[1]), t + 1);
    pair(plus(d[4], -a2, d[2]), b1, plus(d[3], -a2, d[1]), t + 3);
    t[5] = plus(plus(d[5], -a2_b2, d[3]), a2b2, d[1]);
}

/* y = A^T s. */
static inline __attribute__((always_inline)) void
output_line(int m, const vector *s, vector *y)
{
    vector even = vector_add(s[1], s[2]), odd = plus(s[1], -1.0f, s[2]);
    vector even_b, odd_b;

    if (m == 2) {
        y[0] = vector_add(s[0], even);
        y[1] = vector_add(s[3], odd);
        return;
    }
    even_b = vector_add(s[3], s[4]);
    odd_b = plus(s[3], -1.0f, s[4]);
    y[0] = vector_add(vector_add(s[0], even), even_b);
    y[1] = plus(vector_mul(vector_set(a1), odd), b1, odd_b);
    y[2] = plus(vector_mul(vector_set(a2), even), b2, even_b);
    y[3] = plus(plus(s[5], a3, odd), b3, odd_b);
}

/* The columns of m vectors, sorted: t[i] gets those whose place is i modulo
 * m. */
static inline __attribute__((always_inline)) void sort(int m, vector *t)
{
    vector even = vector_even(t[0], t[1]), odd = vector_odd(t[0], t[1]);

    if (m == 2) {
        t[0] = even;
        t[1] = odd;
    } else {
        vector more_even = vector_even(t[2], t[3]);
        vector more_odd = vector_odd(t[2], t[3]);

        t[0] = vector_even(even, more_even);
        t[1] = vector_even(odd, more_odd);
        t[2] = vector_odd(even, more_even);
        t[3] = vector_odd(odd, more_odd);
    }
}

/* B^T of m vectors of columns, of which the first left lie in x.
 *   x      in   where they begin in each row
 *   to     out  t[u][i]: row u of the columns whose place is i modulo m */
static inline __attribute__((always_inline)) void
transform_columns(int m, const float *const *x, bool whole, int left,
                  vector t[LONGEST][4])
{
    UNROLL_BY(1)
    for (int l = 0; l < m; l++) {
        vector d[LONGEST], column[LONGEST];
        int lanes = left - l * VL;

        lanes = lanes < 0 ? 0 : lanes < VL ? lanes : VL;
        UNROLL(6)
        for (int u = 0; u < m + 2; u++)
            d[u] = whole ? vector_load(x[u] + (ptrdiff_t)l * VL)
                         : vector_load_first(x[u] + (ptrdiff_t)l * VL, lanes);
        input_line(m, d, column);
        UNROLL(6)
        for (int u = 0; u < m + 2; u++)
            t[u][l] = column[u];
    }
    UNROLL(6)
    for (int u = 0; u < m + 2; u++)
        sort(m, t[u]);
}

/* One column outside of x. */
static inline __attribute__((always_inline)) void
transform_edge(int m, const float *const *x, const ref_patch_edge *e,
               const ref_patches *p, ptrdiff_t pitch, float *half)
{
    vector d[LONGEST], t[LONGEST];

    for (int u = 0; u < m + 2; u++)
        d[u] = vector_set(e->from < 0 || p->row[u] < 0 ? 0.0f : x[u][e->from]);
    input_line(m, d, t);
    for (int u = 0; u < m + 2; u++)
        /* m is 2 or 4; NOLINTNEXTLINE(clang-analyzer-core.DivideZero) */
        vector_store_first(half + (u * m + e->to % m) * pitch + e->to / m, t[u],
                           1);
}

/* First half: B^T d, columns sorted. */
static inline __attribute__((always_inline)) void
input_columns(int m, const ref_patches *p, const float *plane, ptrdiff_t pitch,
              float *half)
{
    static const float zeros[4 * VL];
    const float *row[LONGEST], *x[LONGEST];

    for (int u = 0; u < m + 2; u++)
        row[u] = p->row[u] < 0 ? zeros : plane + p->row[u];
    for (int q = 0; q < p->inside; q += m * VL) {
        int left = p->inside - q;
        vector t[LONGEST][4];

        UNROLL(6)
        for (int u = 0; u < m + 2; u++)
            x[u] = p->row[u] < 0 ? zeros : row[u] + p->from + q;
        for (int u = 0; u < m + 2; u++)
            for (int l = 0; l < m; l++)
                __builtin_prefetch(x[u] + (ptrdiff_t)l * VL + p->next, 0, 2);
        if (left >= m * VL)
            transform_columns(m, x, true, left, t);
        else
            transform_columns(m, x, false, left, t);
        UNROLL_BY(1)
        for (int i = 0; i < m; i++) {
            int place = p->first + q + i;
            float *to = half + place % m * pitch + place / m;

            UNROLL(6)
            for (int u = 0; u < m + 2; u++)
                vector_store(to + (ptrdiff_t)u * m * pitch, t[u][i]);
        }
    }
    for (int e = 0; e < p->edges; e++)
        transform_edge(m, row, &p->edge[e], p, pitch, half);
}

/* Then the same for rows. A loop over u stays a loop: unrolled, its addresses
 * did not fit the registers. */
static inline __attribute__((always_inline)) void
input(int m, const ref_patches *p, const float *plane, float *half,
      ptrdiff_t step, float *to)
{
    const ptrdiff_t pitch = (p->count + (ptrdiff_t)3 * VL) / VL * VL;
    const int k = m + 2;

    input_columns(m, p, plane, pitch, half);
    for (int j = 0; j < p->count; j += VL) {
        int left = p->count - j;
        const float *from = half + j;
        float *v = to + j;

        UNROLL_BY(1)
        for (int u = 0; u < k; u++, from += m * pitch, v += k * step) {
            vector d[LONGEST], t[LONGEST];

            UNROLL(6)
            for (int i = 0; i < k; i++)
                d[i] = vector_load(from + i % m * pitch + i / m);
            input_line(m, d, t);
            UNROLL(6)
            for (int i = 0; i < k && left >= VL; i++)
                vector_store(v + i * step, t[i]);
            UNROLL(6)
            for (int i = 0; i < k && left < VL; i++)
                vector_store_first(v + i * step, t[i], left);
        }
    }
}

/* Lanes of m vectors in turn, the first count of them. */
static inline __attribute__((always_inline)) void
store_in_turn(int m, const vector *y, int count, float *to)
{
    vector turn[4] = {vector_zip_low(y[0], y[m / 2]),
                      vector_zip_high(y[0], y[m / 2])};

    if (m == 4) {
        vector other_low = vector_zip_low(y[1], y[3]);
        vector other_high = vector_zip_high(y[1], y[3]);

        turn[2] = vector_zip_low(turn[1], other_high);
        turn[3] = vector_zip_high(turn[1], other_high);
        turn[1] = vector_zip_high(turn[0], other_low);
        turn[0] = vector_zip_low(turn[0], other_low);
    }
    UNROLL(4)
    for (int i = 0; i < m; i++, count -= VL)
        if (count >= VL)
            vector_store(to + (ptrdiff_t)i * VL, turn[i]);
        else if (count > 0)
            vector_store_first(to + (ptrdiff_t)i * VL, turn[i], count);
}

static inline __attribute__((always_inline)) void
output(int m, const float *from, ptrdiff_t step, float bias, int rows, int cols,
       ptrdiff_t ow, ptrdiff_t next, float *to)
{
    const int k = m + 2;

    for (int j = 0; j < cols; j += VL * m) {
        vector half[4][LONGEST]; /* [row][column] */

        UNROLL_BY(1)
        for (int v = 0; v < k; v++) {
            const float *column = from + v * step + j / m;
            vector s[LONGEST], y[4];

            UNROLL(6)
            for (int u = 0; u < k; u++)
                s[u] = vector_load(column + (ptrdiff_t)u * k * step);
            output_line(m, s, y);
            UNROLL(4)
            for (int i = 0; i < m; i++)
                half[i][v] = y[i];
        }
        UNROLL_BY(1)
        for (int i = 0; i < rows; i++) {
            vector y[4];

            output_line(m, half[i], y);
            UNROLL(4)
            for (int l = 0; l < m; l++)
                y[l] = vector_add(y[l], vector_set(bias));
            for (int l = 0; l < m; l++)
                __builtin_prefetch(to + next + i * ow + j + (ptrdiff_t)l * VL,
                                   1, 2);
            store_in_turn(m, y, cols - j, to + i * ow + j);
        }
    }
}

#define WINOGRAD(m)                                                            \
    static void input_##m(const ref_patches *p, const float *plane,            \
                          float *half, ptrdiff_t step, float *v)               \
    {                                                                          \
        input(m, p, plane, half, step, v);                                     \
    }                                                                          \
    static void output_##m(const float *s, ptrdiff_t step, float bias,         \
                           int rows, int cols, ptrdiff_t ow, ptrdiff_t next,   \
                           float *y)                                           \
    {                                                                          \
        output(m, s, step, bias, rows, cols, ow, next, y);                     \
    }                                                                          \
    const ref_winograd REF_KERNEL(winograd_##m) = {input_##m, output_##m};
WINOGRAD(2)
WINOGRAD(4)
