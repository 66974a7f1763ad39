/* Tests of reference/toeplitz.c: the matrix of the lectures, and random ones
 * that must do what the convolution does. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bound.h"
#include "reference/conv_transpose.h"
#include "reference/toeplitz.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

/* The lectures' 3x3 kernel on an image of 4x4, and what U makes of it. */
START_TEST(test_toeplitz_of_the_lectures)
{
    const float k[] = {1, 4, 1, 1, 4, 3, 3, 3, 1};
    const float expected[4][16] = {
        {1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, 0, 0, 0, 0},
        {0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, 0, 0, 0},
        {0, 0, 0, 0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0},
        {0, 0, 0, 0, 0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1}};
    const float x[] = {4, 5, 8, 7, 1, 8, 8, 8, 3, 6, 6, 4, 6, 5, 7, 8};
    const float product[] = {122, 148, 126, 134};
    float u[4][16];
    int rows, columns;
    size_t nonzeros;

    ck_assert_int_eq(
        ref_toeplitz2d_size(1, 1, 3, 3, 4, 4, NULL, &rows, &columns, &nonzeros),
        REF_OK);
    ck_assert(rows == 4 && columns == 16 && nonzeros == 36);
    memset(u, 0xff, sizeof u);
    ck_assert_int_eq(ref_toeplitz2d(k, 1, 1, 3, 3, 4, 4, NULL, u[0]), REF_OK);
    for (int i = 0; i < 4; i++) {
        float sum = 0;

        for (int j = 0; j < 16; j++) {
            ck_assert_float_eq(u[i][j], expected[i][j]);
            sum += u[i][j] * x[j];
        }
        ck_assert_float_eq(sum, product[i]);
    }
}
END_TEST

/* Padding 1 1 around four numbers, kernel 1 2 3: a band of zeros' making, and
 * with the other modes its ends folded in; circular is a circulant. */
START_TEST(test_toeplitz1d_in_every_mode)
{
    static const float expected[REF_PAD_MODE_COUNT][16] = {
        [REF_PAD_ZEROS] = {2, 3, 0, 0, 1, 2, 3, 0, 0, 1, 2, 3, 0, 0, 1, 2},
        [REF_PAD_REFLECT] = {2, 4, 0, 0, 1, 2, 3, 0, 0, 1, 2, 3, 0, 0, 4, 2},
        [REF_PAD_SYMMETRIC] = {3, 3, 0, 0, 1, 2, 3, 0, 0, 1, 2, 3, 0, 0, 1, 5},
        [REF_PAD_REPLICATE] = {3, 3, 0, 0, 1, 2, 3, 0, 0, 1, 2, 3, 0, 0, 1, 5},
        [REF_PAD_CIRCULAR] = {2, 3, 0, 1, 1, 2, 3, 0, 0, 1, 2, 3, 3, 0, 1, 2},
    };
    const float k[] = {1, 2, 3};

    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        ref_conv1d_params p = REF_CONV1D_DEFAULTS;
        float u[16];

        p.pl = p.pr = 1;
        p.pad_mode = (ref_pad_mode)mode;
        ck_assert_int_eq(ref_toeplitz1d(k, 1, 1, 3, 4, &p, u), REF_OK);
        ck_assert_mem_eq(u, expected[mode], sizeof u);
    }
}
END_TEST

/* The same as rows without zeros: reflect's first row is 2 4, its last 4 2. */
START_TEST(test_toeplitz1d_csr_by_hand)
{
    const float k[] = {1, 2, 3}, values[] = {2, 4, 1, 2, 3, 1, 2, 3, 4, 2};
    const int columns[] = {0, 1, 0, 1, 2, 1, 2, 3, 2, 3};
    const size_t starts[] = {0, 2, 5, 8, 10};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;
    float v[10];
    int c[10];
    size_t s[5];

    p.pl = p.pr = 1;
    p.pad_mode = REF_PAD_REFLECT;
    ck_assert_int_eq(ref_toeplitz1d_csr(k, 1, 1, 3, 4, &p, v, c, s), REF_OK);
    ck_assert_mem_eq(v, values, sizeof v);
    ck_assert_mem_eq(c, columns, sizeof c);
    ck_assert_mem_eq(s, starts, sizeof s);
}
END_TEST

/* A matrix in both forms, between forbidden pages, and where it came from. */
typedef struct matrix {
    slow_conv t;
    int rank, rows, columns;
    size_t nonzeros;
    float *u, *values;
    int *places;
    size_t *starts;
    size_t u_bytes, values_bytes, places_bytes, starts_bytes;
} matrix;

static ref_status size_of(const slow_conv *t, int rank, int *rows, int *columns,
                          size_t *nonzeros)
{
    const slow_axis *h = &t->axis[1], *w = &t->axis[2];
    const ref_conv1d_params p1 = slow_conv_params1d(t);
    const ref_conv2d_params p2 = slow_conv_params2d(t);

    if (rank == 1)
        return ref_toeplitz1d_size(t->c_out, t->c_in, w->k, w->n, &p1, rows,
                                   columns, nonzeros);
    return ref_toeplitz2d_size(t->c_out, t->c_in, h->k, w->k, h->n, w->n, &p2,
                               rows, columns, nonzeros);
}

static void fill_both(matrix *m)
{
    const slow_conv *t = &m->t;
    const slow_axis *h = &t->axis[1], *w = &t->axis[2];
    const ref_conv1d_params p1 = slow_conv_params1d(t);
    const ref_conv2d_params p2 = slow_conv_params2d(t);

    if (m->rank == 1) {
        ck_assert_int_eq(
            ref_toeplitz1d(t->weight, t->c_out, t->c_in, w->k, w->n, &p1, m->u),
            REF_OK);
        ck_assert_int_eq(ref_toeplitz1d_csr(t->weight, t->c_out, t->c_in, w->k,
                                            w->n, &p1, m->values, m->places,
                                            m->starts),
                         REF_OK);
        return;
    }
    ck_assert_int_eq(ref_toeplitz2d(t->weight, t->c_out, t->c_in, h->k, w->k,
                                    h->n, w->n, &p2, m->u),
                     REF_OK);
    ck_assert_int_eq(ref_toeplitz2d_csr(t->weight, t->c_out, t->c_in, h->k,
                                        w->k, h->n, w->n, &p2, m->values,
                                        m->places, m->starts),
                     REF_OK);
}

/* Arrays of exactly the promised sizes; one byte where there is no entry. */
static matrix matrix_new(const slow_conv *t, int rank, guard_side side)
{
    matrix m = {.t = *t, .rank = rank};

    ck_assert_int_eq(size_of(t, rank, &m.rows, &m.columns, &m.nonzeros),
                     REF_OK);
    m.u_bytes = (size_t)m.rows * (size_t)m.columns * sizeof *m.u;
    m.values_bytes = m.nonzeros ? m.nonzeros * sizeof *m.values : 1;
    m.places_bytes = m.nonzeros ? m.nonzeros * sizeof *m.places : 1;
    m.starts_bytes = ((size_t)m.rows + 1) * sizeof *m.starts;
    m.u = guarded_new(m.u_bytes, side);
    m.values = guarded_new(m.values_bytes, side);
    m.places = guarded_new(m.places_bytes, side);
    m.starts = guarded_new(m.starts_bytes, side);
    fill_both(&m);
    return m;
}

static void matrix_free(matrix *m)
{
    guarded_free(m->u, m->u_bytes);
    guarded_free(m->values, m->values_bytes);
    guarded_free(m->places, m->places_bytes);
    guarded_free(m->starts, m->starts_bytes);
}

/* Starts ascend from 0 to nonzeros, columns ascend within a row, and put back
 * among zeros the entries are the dense matrix, to the bit. */
static void is_same_matrix(const matrix *m)
{
    float *row = malloc((size_t)m->columns * sizeof *row);

    ck_assert_ptr_nonnull(row);
    ck_assert_uint_eq(m->starts[0], 0);
    ck_assert_uint_eq(m->starts[m->rows], m->nonzeros);
    for (int r = 0; r < m->rows; r++) {
        int last = -1;

        ck_assert_uint_le(m->starts[r], m->starts[r + 1]);
        memset(row, 0, (size_t)m->columns * sizeof *row);
        for (size_t at = m->starts[r]; at < m->starts[r + 1]; at++) {
            ck_assert_int_gt(m->places[at], last);
            ck_assert_int_lt(m->places[at], m->columns);
            last = m->places[at];
            row[last] = m->values[at];
        }
        ck_assert_mem_eq(row, m->u + (size_t)r * (size_t)m->columns,
                         (size_t)m->columns * sizeof *row);
    }
    free(row);
}

/* One output of U x for image b; whole numbers, so exact. */
static double times(const matrix *m, int row, const float *x, int b)
{
    double sum = 0;

    for (int j = 0; j < m->columns; j++)
        sum += (double)m->u[(size_t)row * (size_t)m->columns + (size_t)j] *
               (double)x[b * m->columns + j];
    return sum;
}

static float *numbers(dice *d, int n, int low, int high)
{
    float *values = calloc((size_t)n, sizeof *values);

    ck_assert_ptr_nonnull(values);
    for (int i = 0; i < n; i++)
        values[i] = (float)dice_int(d, low, high);
    return values;
}

static void try_product(dice *d, int rank, guard_side side)
{
    slow_conv t = slow_conv_roll(d, rank);
    slow_counts c = slow_conv_counts(&t);
    float *x = numbers(d, c.x, -9, 9), *weight = numbers(d, c.weight, -9, 9);
    double *y = malloc((size_t)c.y * sizeof *y);
    matrix m;

    ck_assert_ptr_nonnull(y);
    t.x = x;
    t.weight = weight;
    m = matrix_new(&t, rank, side);
    ck_assert_int_eq(m.rows * t.n, c.y);
    ck_assert_int_eq(m.columns * t.n, c.x);
    is_same_matrix(&m);
    slow_conv_all(&t, y, NULL);
    for (int at = 0; at < c.y; at++)
        ck_assert_double_eq(times(&m, at % m.rows, x, at / m.rows), y[at]);
    matrix_free(&m);
    free(x);
    free(weight);
    free(y);
}

/* U x is the convolution, with options of every kind; both forms agree. */
START_TEST(test_toeplitz_times_image_is_convolution)
{
    dice d = {1};

    for (int round = 0; round < (_i == 0 ? 400 : 150); round++)
        try_product(&d, _i + 1, (guard_side)(round % 2));
}
END_TEST

/* Entries are where some tap sees something: with weights all positive those
 * are just the numbers that are not zero. */
START_TEST(test_toeplitz_nonzeros_by_counting)
{
    dice d = {2};

    for (int round = 0; round < 200; round++) {
        int rank = round % 2 + 1;
        slow_conv t = slow_conv_roll(&d, rank);
        float *weight = numbers(&d, slow_conv_counts(&t).weight, 1, 9);
        size_t count = 0;
        matrix m;

        t.weight = weight;
        m = matrix_new(&t, rank, GUARD_AFTER);
        for (size_t i = 0; i < m.u_bytes / sizeof *m.u; i++)
            count += m.u[i] != 0.0f;
        ck_assert_uint_eq(m.nonzeros, count);
        matrix_free(&m);
        free(weight);
    }
}
END_TEST

/* The transpose of U is ref_conv_transpose2d, from c_out channels to c_in.
 * With stride 1 the sizes come out; a stride leaves some for the output
 * padding, which the test computes. */
START_TEST(test_toeplitz_transposed_is_transposed_convolution)
{
    dice d = {3};

    for (int round = 0; round < 150; round++) {
        slow_conv t = slow_conv_roll(&d, 2);
        const slow_axis *h = &t.axis[1], *w = &t.axis[2];
        slow_counts c;
        ref_conv_transpose2d_params p = {
            h->s, w->s, h->before, h->after, w->before, w->after,
            0,    0,    h->d,      w->d,     t.groups};
        float *weight, *g, *y;
        matrix m;

        t.pad_mode = REF_PAD_ZEROS;
        t.n = 1;
        p.ah = (h->n + h->before + h->after - h->d * (h->k - 1) - 1) % h->s;
        p.aw = (w->n + w->before + w->after - w->d * (w->k - 1) - 1) % w->s;
        c = slow_conv_counts(&t);
        weight = numbers(&d, c.weight, -9, 9);
        g = numbers(&d, c.y, -9, 9);
        y = malloc((size_t)c.x * sizeof *y);
        ck_assert_ptr_nonnull(y);
        t.weight = weight;
        m = matrix_new(&t, 2, GUARD_AFTER);
        ck_assert_int_eq(ref_conv_transpose2d(g, 1, t.c_out,
                                              slow_output_size(h),
                                              slow_output_size(w), weight,
                                              t.c_in, h->k, w->k, NULL, &p, y),
                         REF_OK);
        for (int j = 0; j < m.columns; j++) {
            double sum = 0;

            for (int i = 0; i < m.rows; i++)
                sum += (double)g[i] * (double)m.u[i * m.columns + j];
            ck_assert_double_eq((double)y[j], sum);
        }
        matrix_free(&m);
        free(weight);
        free(g);
        free(y);
    }
}
END_TEST

/* Around the whole axis, each row is the one above, moved by one. */
START_TEST(test_toeplitz1d_circulant)
{
    enum { W = 7 };
    const float k[] = {1, 2, 3, 4, 5};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;
    float u[W][W];

    p.pl = p.pr = 2;
    p.pad_mode = REF_PAD_CIRCULAR;
    ck_assert_int_eq(ref_toeplitz1d(k, 1, 1, 5, W, &p, u[0]), REF_OK);
    for (int i = 1; i < W; i++)
        for (int j = 0; j < W; j++)
            ck_assert_float_eq(u[i][(j + 1) % W], u[i - 1][j]);
    ck_assert_float_eq(u[0][0], 3);
}
END_TEST

/* Two channels in one group and one that sees neither; a real sum of weights
 * that meet is within the bound; NaN stays in its place. */
START_TEST(test_toeplitz1d_of_special_weights)
{
    const float k[] = {NAN, 1, INFINITY, 2}, tenths[] = {0.1f, 0.2f, 0.3f};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;
    float u[2][4], all;

    p.groups = 2;
    ck_assert_int_eq(ref_toeplitz1d(k, 2, 2, 2, 2, &p, u[0]), REF_OK);
    ck_assert(isnan(u[0][0]) && u[0][1] == 1 && isinf(u[1][2]));
    ck_assert(u[0][2] == 0 && u[0][3] == 0 && u[1][0] == 0 && u[1][1] == 0);
    p = REF_CONV1D_DEFAULTS;
    p.pl = p.pr = 1;
    p.pad_mode = REF_PAD_REPLICATE;
    ck_assert_int_eq(ref_toeplitz1d(tenths, 1, 1, 3, 1, &p, &all), REF_OK);
    ck_assert_double_le(
        fabs((double)all -
             ((double)tenths[0] + (double)tenths[1] + (double)tenths[2])),
        ref_sum_bound(3, 0.7));
}
END_TEST

/* A dilated kernel whose taps step over the one pixel there is: no entries,
 * and no arrays for them. */
START_TEST(test_toeplitz1d_without_entries)
{
    const float k[] = {1, 2};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;
    size_t nonzeros = 9, starts[2] = {9, 9};
    int rows, columns;

    p.pl = p.pr = 1;
    p.dw = 2;
    ck_assert_int_eq(
        ref_toeplitz1d_size(1, 1, 2, 1, &p, &rows, &columns, &nonzeros),
        REF_OK);
    ck_assert(rows == 1 && columns == 1 && nonzeros == 0);
    ck_assert_int_eq(ref_toeplitz1d_csr(k, 1, 1, 2, 1, &p, NULL, NULL, starts),
                     REF_OK);
    ck_assert(starts[0] == 0 && starts[1] == 0);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_toeplitz_of_the_lectures);
    suite_test(test_toeplitz1d_in_every_mode);
    suite_test(test_toeplitz1d_csr_by_hand);
    suite_loop(test_toeplitz_times_image_is_convolution, 2);
    suite_test(test_toeplitz_nonzeros_by_counting);
    suite_case("edges");
    suite_test(test_toeplitz1d_of_special_weights);
    suite_test(test_toeplitz1d_without_entries);
    suite_case("properties");
    suite_test(test_toeplitz_transposed_is_transposed_convolution);
    suite_test(test_toeplitz1d_circulant);
}

int main(void)
{
    return suite_main("toeplitz", fill);
}
