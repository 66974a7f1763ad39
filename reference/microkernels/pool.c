/* Pools: a row of y from some rows of x, first down, then across.
 *
 *      rows of x that the           columns        even: tap 0, odd: tap 1
 *      windows see
 *      a b c d e f g h  down                    across
 *      i j k l m n o p  ---->  A B C D E F G H  ----> A|B  C|D  E|F  G|H
 *
 * Down: each column is folded over all rows; neighbours in memory, so plain
 * vectors. Across: a window is k neighbours among the columns. With a stride of
 * 1 its taps are shifted vectors; with a stride of 2 a tap is every other lane
 * of two vectors, and the lanes between are the next tap. All of that stays in
 * registers from x to y. With longer strides, which are rare, the columns are
 * written down, and each tap gathers its own.
 *
 * At the ends of a row, lanes that stand outside are not read and hold what
 * changes nothing: no padded copy is made, and an edge is a vector like others.
 *
 * An element's bits depend neither on its lane nor on the machine: its columns
 * are folded from top to bottom, then joined from left to right. */
#include <math.h>

#include "kernels.h"

/* Inlined with constants for max, s and taps: each shape is a loop of its own,
 * with all columns in registers. */
#define INLINE static inline __attribute__((always_inline))

/* Taps that one pass over a row joins; columns that are kept, 2 KB. */
enum { TAPS = 4, COLUMNS = 512 };

INLINE vector nothing(int max)
{
    return vector_set(max ? -INFINITY : 0.0f);
}

/* Lanes first .. end-1 of a vector of columns from at on are inside. */
INLINE void clip(const ref_pool_rows *r, ptrdiff_t at, int *first, int *end)
{
    ptrdiff_t room = r->n - at;

    *first = at >= 0 ? 0 : at > -VL ? (int)-at : VL;
    *end = room >= VL ? VL : room > *first ? (int)room : *first;
}

INLINE vector fold(int max, vector x, vector y)
{
    return max ? vector_max(x, y) : vector_add(y, x);
}

/* Vectors that hold some taps, and the column of each after the first. */
INLINE int vectors(int s, int taps)
{
    return s == 1 ? taps : (taps + 1) / 2 * 2;
}

INLINE int offset(int s, int i)
{
    return s == 1 ? i : i / 2 * 2 + i % 2 * VL;
}

INLINE vector join(int max, int s, int taps, const vector *column, vector sum)
{
    UNROLL(4)
    for (int v = 0; v < taps; v++) {
        vector tap = column[v];

        if (s == 2) {
            const vector *pair = column + (v - v % 2);

            tap = v % 2 == 0 ? vector_even(pair[0], pair[1])
                             : vector_odd(pair[0], pair[1]);
        }
        sum = fold(max, tap, sum);
    }
    return sum;
}

INLINE vector finish(int max, int s, int taps, const vector *column, vector sum,
                     float divisor)
{
    sum = join(max, s, taps, column, sum);
    return divisor != 0.0f ? vector_div(sum, vector_set(divisor)) : sum;
}

/* What is done with count positions of each line of y, the first of which has
 * its first tap at column at; begun if y holds what other taps gave. Then
 * divides by divisor, if that is not 0. */
typedef void loop(const ref_pool_rows *r, const float *x, ptrdiff_t at,
                  int begun, float divisor, int count, float *y);

/* VL positions or fewer; what is outside is not read. */
INLINE void edge(int max, int s, int taps, const ref_pool_rows *r,
                 const float *x, ptrdiff_t at, int begun, float divisor,
                 int count, float *y)
{
    int first[TAPS], end[TAPS];

    UNROLL(4)
    for (int i = 0; i < vectors(s, taps); i++)
        clip(r, at + offset(s, i), &first[i], &end[i]);
    x += at;
    for (int l = 0; l < r->lines; l++, x += r->line_step, y += r->out) {
        const float *row = x;
        vector column[TAPS], sum = nothing(max);

        UNROLL(4)
        for (int i = 0; i < vectors(s, taps); i++)
            column[i] = nothing(max);
        for (int u = 0; u < r->rows; u++, row += r->row_step) {
            UNROLL(4)
            for (int i = 0; i < vectors(s, taps); i++)
                column[i] =
                    fold(max,
                         vector_load_between(row + offset(s, i), first[i],
                                             end[i], nothing(max)),
                         column[i]);
        }
        if (begun)
            sum = vector_load_first(y, count);
        vector_store_first(y, finish(max, s, taps, column, sum, divisor),
                           count);
    }
}

/* Whole vectors of positions with all their taps inside. There is a row. */
INLINE void inside(int max, int s, int taps, const ref_pool_rows *r,
                   const float *x, ptrdiff_t at, int begun, float divisor,
                   int count, float *y)
{
    const ptrdiff_t step = r->row_step;
    const int rows = r->rows;

    x += at;
    for (int l = 0; l < r->lines; l++, x += r->line_step, y += r->out)
        for (int j = 0; j < count; j += VL) {
            const float *row = x + (ptrdiff_t)j * s;
            vector column[TAPS], sum = nothing(max);

            UNROLL(4)
            for (int i = 0; i < vectors(s, taps); i++)
                column[i] = vector_load(row + offset(s, i));
            for (int u = 1; u < rows; u++) {
                row += step;
                UNROLL(4)
                for (int i = 0; i < vectors(s, taps); i++)
                    column[i] =
                        fold(max, vector_load(row + offset(s, i)), column[i]);
            }
            if (begun)
                sum = vector_load(y + j);
            vector_store(y + j, finish(max, s, taps, column, sum, divisor));
        }
}

/* All shapes: each is two loops. */
#define SHAPES(op, max)                                                        \
    SHAPE(op, max, 1, 1)                                                       \
    SHAPE(op, max, 1, 2)                                                       \
    SHAPE(op, max, 1, 3)                                                       \
    SHAPE(op, max, 1, 4)                                                       \
    SHAPE(op, max, 2, 1)                                                       \
    SHAPE(op, max, 2, 2)                                                       \
    SHAPE(op, max, 2, 3)                                                       \
    SHAPE(op, max, 2, 4)

#define SHAPE(op, max, s, taps)                                                \
    static void op##_edge_##s##_##taps(const ref_pool_rows *r, const float *x, \
                                       ptrdiff_t at, int begun, float divisor, \
                                       int count, float *y)                    \
    {                                                                          \
        edge(max, s, taps, r, x, at, begun, divisor, count, y);                \
    }                                                                          \
    static void op##_inside_##s##_##taps(                                      \
        const ref_pool_rows *r, const float *x, ptrdiff_t at, int begun,       \
        float divisor, int count, float *y)                                    \
    {                                                                          \
        inside(max, s, taps, r, x, at, begun, divisor, count, y);              \
    }
SHAPES(sum, 0)
SHAPES(max, 1)
#undef SHAPE

#define SHAPE(op, max, s, taps)                                                \
    [max][(s)-1][(taps)-1] = {op##_edge_##s##_##taps, op##_inside_##s##_##taps},
static const struct shape {
    loop *edge, *inside;
} shapes[2][2][TAPS] = {SHAPES(sum, 0) SHAPES(max, 1)};

/* A few taps of all positions; the first of position 0 is at column at. */
static void pass(int max, int taps, const ref_pool_rows *r, const float *x,
                 ptrdiff_t at, int begun, float divisor, float *y)
{
    int s = r->s, reach = offset(s, vectors(s, taps) - 1) + VL, count;
    const struct shape *run = &shapes[max][s - 1][taps - 1];

    for (int j = 0; j < r->out; j += count) {
        int rest = r->out - j, whole = rest - rest % VL;
        ptrdiff_t from = at + (ptrdiff_t)j * s, room = r->n - reach - from;
        int twice = VL - rest; /* positions that could be made again */
        ptrdiff_t back = (ptrdiff_t)twice * s;

        if (whole == 0 && !begun && j >= twice && from >= back &&
            room >= -back) {
            count = rest;
            run->inside(r, x, from - back, 0, divisor, VL, y + j - twice);
        } else if (from < 0 || room < 0 || whole == 0) {
            count = rest < VL ? rest : VL;
            run->edge(r, x, from, begun, divisor, count, y + j);
        } else {
            count = (int)(room / s) / VL * VL + VL;
            if (count > whole)
                count = whole;
            run->inside(r, x, from, begun, divisor, count, y + j);
        }
    }
}

/* Strides of 1 and 2, in passes over the lines; there is a row and a tap. */
INLINE void dense(int max, const ref_pool_rows *r, const float *x, float *y)
{
    int most = r->d == 1 ? TAPS : 1;

    for (int v = r->first; v < r->end; v += most) {
        int rest = r->end - v, taps = rest < most ? rest : most;

        pass(max, taps, r, x, (ptrdiff_t)v * r->d - r->before,
             r->begun || v > r->first, taps == rest ? r->divisor : 0.0f, y);
    }
}

/* columns[c] is column at + c of x folded, for c < width. */
INLINE void down(int max, const ref_pool_rows *r, const float *x, ptrdiff_t at,
                 int width, float *columns)
{
    for (int c = 0; c < width; c += VL) {
        const float *row = x + at + c;
        vector column = nothing(max);
        int first, end;

        clip(r, at + c, &first, &end);
        for (int u = 0; u < r->rows; u++, row += r->row_step)
            column =
                fold(max, vector_load_between(row, first, end, nothing(max)),
                     column);
        vector_store(columns + c, column);
    }
}

/* Any stride and any window, be it outside altogether: a few positions and as
 * many taps as COLUMNS hold. For a single window, too: its columns are folded
 * side by side. */
INLINE void sparse(int max, const ref_pool_rows *r, const float *x, float *y)
{
    float columns[COLUMNS + VL];
    int v = r->first, count;

    do { /* once also where no window sees a column */
        int rest = r->end - v, most = (COLUMNS - 1) / r->d + 1;
        int taps = rest < most ? rest : most;
        int span = taps > 0 ? (taps - 1) * r->d + 1 : 1;
        int fit = (COLUMNS - span) / r->s + 1, begun = r->begun || v > r->first;
        float divisor = taps == rest ? r->divisor : 0.0f;

        for (int j = 0; j < r->out; j += count) {
            ptrdiff_t at = (ptrdiff_t)j * r->s + (ptrdiff_t)v * r->d;
            int left = r->out - j, lanes = fit < VL ? fit : VL;
            vector sum = nothing(max);

            count = left < lanes ? left : lanes;
            down(max, r, x, at - r->before, (count - 1) * r->s + span, columns);
            if (begun)
                sum = vector_load_first(y + j, count);
            for (int t = 0; t < taps; t++) {
                const float *first = columns + (ptrdiff_t)t * r->d;

                sum = fold(max,
                           count == 1 ? vector_set(*first)
                                      : vector_gather(first, r->s, count),
                           sum);
            }
            if (divisor != 0.0f)
                sum = vector_div(sum, vector_set(divisor));
            vector_store_first(y + j, sum, count);
        }
        v += taps;
    } while (v < r->end);
}

INLINE void pool(int max, const ref_pool_rows *r, const float *x, float *y)
{
    if (r->s <= 2 && r->out > 1 && r->first < r->end && r->rows > 0)
        dense(max, r, x, y);
    else
        for (int l = 0; l < r->lines; l++)
            sparse(max, r, x + l * r->line_step, y + (ptrdiff_t)l * r->out);
}

void REF_KERNEL(pool_max)(const ref_pool_rows *r, const float *x, float *y)
{
    pool(1, r, x, y);
}

void REF_KERNEL(pool_sum)(const ref_pool_rows *r, const float *x, float *y)
{
    pool(0, r, x, y);
}
