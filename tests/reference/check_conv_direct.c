/* Tests of reference/conv_direct.c: the loops, through ref_conv1d, ref_conv2d
 * and ref_conv3d, with each table of micro-kernels that this machine runs. */
#include <math.h>
#include <stdlib.h>

#include "reference/bound.h"
#include "reference/conv.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { RANKS = 3 };

static ref_status run(const slow_conv *t, int rank, float *y)
{
    const slow_axis *d = &t->axis[0], *h = &t->axis[1], *w = &t->axis[2];
    const ref_conv1d_params p1 = slow_conv_params1d(t);
    const ref_conv2d_params p2 = slow_conv_params2d(t);
    const ref_conv3d_params p3 = slow_conv_params3d(t);

    if (rank == 1)
        return ref_conv1d(t->x, t->n, t->c_in, w->n, t->weight, t->c_out, w->k,
                          t->bias, &p1, y);
    if (rank == 2)
        return ref_conv2d(t->x, t->n, t->c_in, h->n, w->n, t->weight, t->c_out,
                          h->k, w->k, t->bias, &p2, y);
    return ref_conv3d(t->x, t->n, t->c_in, d->n, h->n, w->n, t->weight,
                      t->c_out, d->k, h->k, w->k, t->bias, &p3, y);
}

static void judge_all(const slow_conv *t, const float *y, judgement *judge)
{
    slow_counts c = slow_conv_counts(t);
    size_t count = (size_t)c.y;
    double *exact = malloc(count * sizeof *exact);
    double *size = malloc(count * sizeof *size);
    int terms = c.weight / t->c_out + (t->bias != NULL);

    ck_assert(exact && size);
    slow_conv_all(t, exact, size);
    for (size_t i = 0; i < count; i++)
        judge(y[i], exact[i], ref_sum_bound(terms, size[i]));
    free(exact);
    free(size);
}

/* One convolution between forbidden pages, every element judged. */
static void try_one(dice *d, int rank, kind *make, guard_side side,
                    judgement *judge)
{
    slow_conv t = slow_conv_roll(d, rank);
    slow_counts c = slow_conv_counts(&t);
    float *x = guarded_numbers(d, c.x, make, side);
    float *weight = guarded_numbers(d, c.weight, make, side);
    float *bias = guarded_numbers(d, c.bias, make, side);
    float *y = guarded_new((size_t)c.y * sizeof *y, side);

    t.x = x;
    t.weight = weight;
    t.bias = dice_int(d, 0, 1) ? bias : NULL;
    ck_assert_int_eq(run(&t, rank, y), REF_OK);
    judge_all(&t, y, judge);
    guarded_free(x, (size_t)c.x * sizeof *x);
    guarded_free(weight, (size_t)c.weight * sizeof *weight);
    guarded_free(bias, (size_t)c.bias * sizeof *bias);
    guarded_free(y, (size_t)c.y * sizeof *y);
}

/* Rounds of each rank; a table that this machine does not run is left out. */
static void try_many(int table, unsigned seed, kind *make, judgement *judge)
{
    static const int rounds[] = {300, 300, 60};
    dice d = {seed};

    if (!use_table(table))
        return;
    for (int rank = 1; rank <= RANKS; rank++)
        for (int round = 0; round < rounds[rank - 1]; round++)
            try_one(&d, rank, make, (guard_side)(round % 2), judge);
}

/* Whole numbers: float32 is exact, so equal is equal. */
START_TEST(test_conv_random_shapes_integers)
{
    try_many(_i, 1, kind_whole, judge_equal);
}
END_TEST

START_TEST(test_conv_random_shapes_reals)
{
    try_many(_i, 2, dice_float, judge_near);
}
END_TEST

/* Would pass unseen: a zero of the padding left out next to an infinite
 * weight, or NaN spread to outputs that do not see it. */
START_TEST(test_conv_random_shapes_specials)
{
    try_many(_i, 3, kind_special, judge_special);
}
END_TEST

/* Padding far wider than the image, where the mode allows it. */
START_TEST(test_conv_wide_padding)
{
    static const ref_pad_mode modes[] = {REF_PAD_ZEROS, REF_PAD_SYMMETRIC,
                                         REF_PAD_REPLICATE};
    const float x[] = {1, 2, 4, 8, 16, 32}, k[] = {1, 100};

    for (int m = 0; m < 3; m++) {
        slow_conv t = {.n = 1,
                       .c_in = 1,
                       .c_out = 1,
                       .groups = 1,
                       .pad_mode = modes[m],
                       .axis = {{1, 1, 1, 2, 1, 1},
                                {2, 1, 1, 3, 0, 1},
                                {3, 2, 2, 11, 7, 4}},
                       .x = x,
                       .weight = k};
        float y[200];

        ck_assert_int_le(slow_conv_counts(&t).y, 200);
        ck_assert_int_eq(run(&t, 3, y), REF_OK);
        judge_all(&t, y, judge_equal);
    }
}
END_TEST

/* Shifting a circular image shifts the result, and nothing else. */
START_TEST(test_conv_is_equivariant_to_translation)
{
    enum { H = 6, W = 9, DOWN = 2, RIGHT = 3 };
    float x[H * W], shifted[H * W], k[9], y[H * W], z[H * W];
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    dice d = {4};

    p.pt = p.pb = p.pl = p.pr = 1;
    p.pad_mode = REF_PAD_CIRCULAR;
    for (int i = 0; i < H * W; i++)
        x[i] = kind_whole(&d);
    for (int i = 0; i < 9; i++)
        k[i] = kind_whole(&d);
    for (int i = 0; i < H; i++)
        for (int j = 0; j < W; j++)
            shifted[(i + DOWN) % H * W + (j + RIGHT) % W] = x[i * W + j];
    ck_assert_int_eq(ref_conv2d(x, 1, 1, H, W, k, 1, 3, 3, NULL, &p, y),
                     REF_OK);
    ck_assert_int_eq(ref_conv2d(shifted, 1, 1, H, W, k, 1, 3, 3, NULL, &p, z),
                     REF_OK);
    for (int i = 0; i < H; i++)
        for (int j = 0; j < W; j++)
            ck_assert_float_eq(z[(i + DOWN) % H * W + (j + RIGHT) % W],
                               y[i * W + j]);
}
END_TEST

/* conv(2x - 3z) = 2 conv(x) - 3 conv(z), on integers. */
START_TEST(test_conv_is_linear)
{
    enum { COUNT = 2 * 5 * 7, OUT = 3 * 4 * 5 };
    float x[COUNT], z[COUNT], mix[COUNT], k[3 * 2 * 2 * 3];
    float yx[OUT], yz[OUT], ymix[OUT];
    dice d = {5};

    for (int i = 0; i < COUNT; i++) {
        x[i] = (float)dice_int(&d, -50, 50);
        z[i] = (float)dice_int(&d, -50, 50);
        mix[i] = 2 * x[i] - 3 * z[i];
    }
    for (int i = 0; i < 36; i++)
        k[i] = (float)dice_int(&d, -50, 50);
    ck_assert_int_eq(ref_conv2d(x, 1, 2, 5, 7, k, 3, 2, 3, NULL, NULL, yx), 0);
    ck_assert_int_eq(ref_conv2d(z, 1, 2, 5, 7, k, 3, 2, 3, NULL, NULL, yz), 0);
    ck_assert_int_eq(ref_conv2d(mix, 1, 2, 5, 7, k, 3, 2, 3, NULL, NULL, ymix),
                     0);
    for (int i = 0; i < OUT; i++)
        ck_assert_float_eq(ymix[i], 2 * yx[i] - 3 * yz[i]);
}
END_TEST

/* What PyTorch 1.13 gives: the padding is made of zeros, and zero times
 * infinity is NaN, next to the image, above it and in front of it. */
START_TEST(test_conv_infinite_weight_meets_padding)
{
    const float row[] = {2, 1, 3}, ones[] = {1, 1, 1, 1};
    const float k[] = {INFINITY, 1, 1, 1};
    const int above[] = {1, 1, 1, 1, 0, 0, 1, 0, 0}, front[] = {1, 0, 0, 1};
    ref_conv1d_params p1 = REF_CONV1D_DEFAULTS;
    ref_conv2d_params p2 = REF_CONV2D_DEFAULTS;
    ref_conv3d_params p3 = REF_CONV3D_DEFAULTS;
    float y[9];

    p1.pl = p1.pr = 1;
    ck_assert_int_eq(ref_conv1d(row, 1, 1, 3, k, 1, 2, NULL, &p1, y), REF_OK);
    ck_assert(isnan(y[0]) && isinf(y[1]) && isinf(y[2]) && isinf(y[3]));
    p2.pt = p2.pb = p2.pl = p2.pr = 1;
    ck_assert_int_eq(ref_conv2d(ones, 1, 1, 2, 2, k, 1, 2, 2, NULL, &p2, y),
                     REF_OK);
    for (int i = 0; i < 9; i++)
        ck_assert(above[i] ? isnan(y[i]) : y[i] == INFINITY);
    p3.pf = p3.pk = 1;
    ck_assert_int_eq(
        ref_conv3d(ones, 1, 1, 2, 1, 2, k, 1, 1, 1, 2, NULL, &p3, y), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert(front[i] ? isnan(y[i]) : y[i] == INFINITY);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_conv_random_shapes_integers, TABLES);
    suite_loop(test_conv_random_shapes_reals, TABLES);
    suite_case("edges");
    suite_test(test_conv_wide_padding);
    suite_loop(test_conv_random_shapes_specials, TABLES);
    suite_test(test_conv_infinite_weight_meets_padding);
    suite_case("properties");
    suite_test(test_conv_is_equivariant_to_translation);
    suite_test(test_conv_is_linear);
}

int main(void)
{
    return suite_main("conv_direct", fill);
}
