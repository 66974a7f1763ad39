/* Tests of reference/conv2d_direct.c: the loops, through ref_conv2d. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bound.h"
#include "reference/conv.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

/* Sizes of the arrays of a convolution, in elements. */
typedef struct counts {
    size_t x, weight, bias, y;
    int oh, ow;
} counts;

static counts count(const slow_conv *t)
{
    const ref_conv2d_params *p = &t->p;
    counts c;

    c.oh = slow_output_size(t->h, t->kh, p->sh, p->pt, p->pb, p->dh);
    c.ow = slow_output_size(t->w, t->kw, p->sw, p->pl, p->pr, p->dw);
    c.x = (size_t)t->n * (size_t)t->c_in * (size_t)t->h * (size_t)t->w;
    c.weight = (size_t)t->c_out * (size_t)(t->c_in / p->groups) *
               (size_t)t->kh * (size_t)t->kw;
    c.bias = (size_t)t->c_out;
    c.y = (size_t)t->n * (size_t)t->c_out * (size_t)c.oh * (size_t)c.ow;
    return c;
}

/* Any small convolution that is allowed; every option is often away from its
 * default, and height and width know nothing of each other. */
static slow_conv roll(dice *d)
{
    for (;;) {
        slow_conv t = {.n = dice_int(d, 1, 2),
                       .h = dice_int(d, 1, 9),
                       .w = dice_int(d, 1, 21)};
        ref_conv2d_params *p = &t.p;
        counts c;

        *p = REF_CONV2D_DEFAULTS;
        p->groups = dice_int(d, 1, 3);
        t.c_in = p->groups * dice_int(d, 1, 2);
        t.c_out = p->groups * dice_int(d, 1, 2);
        t.kh = dice_int(d, 1, 4);
        t.kw = dice_int(d, 1, 4);
        p->sh = dice_int(d, 1, 3);
        p->sw = dice_int(d, 1, 3);
        p->dh = dice_int(d, 1, 3);
        p->dw = dice_int(d, 1, 3);
        p->pt = dice_int(d, 0, 5);
        p->pb = dice_int(d, 0, 5);
        p->pl = dice_int(d, 0, 5);
        p->pr = dice_int(d, 0, 5);
        p->pad_mode = (ref_pad_mode)dice_int(d, 0, REF_PAD_MODE_COUNT - 1);
        c = count(&t);
        if (c.oh > 0 && c.ow > 0 && p->pt <= ref_pad_limit(p->pad_mode, t.h) &&
            p->pb <= ref_pad_limit(p->pad_mode, t.h) &&
            p->pl <= ref_pad_limit(p->pad_mode, t.w) &&
            p->pr <= ref_pad_limit(p->pad_mode, t.w))
            return t;
    }
}

static float *numbers(dice *d, size_t n, int integers, guard_side side)
{
    float *values = malloc(n * sizeof *values), *guarded;

    ck_assert_ptr_nonnull(values);
    for (size_t i = 0; i < n; i++)
        values[i] = integers ? (float)dice_int(d, -9, 9) : dice_float(d);
    guarded = guarded_copy(values, n * sizeof *values, side);
    free(values);
    return guarded;
}

/* What a test says of one output, given the true value, sum |terms|, and the
 * number of terms. */
typedef void judgement(float y, double exact, double magnitude, int terms);

/* One convolution between guard pages, every element judged. */
static void try_one(dice *d, int integers, guard_side side, judgement *judge)
{
    slow_conv t = roll(d);
    counts c = count(&t);
    int with_bias = dice_int(d, 0, 1), at = 0;
    float *x = numbers(d, c.x, integers, side);
    float *weight = numbers(d, c.weight, integers, side);
    float *bias = numbers(d, c.bias, integers, side);
    float *y = guarded_new(c.y * sizeof *y, side);

    t.x = x;
    t.weight = weight;
    t.bias = with_bias ? bias : NULL;
    ck_assert_int_eq(ref_conv2d(x, t.n, t.c_in, t.h, t.w, weight, t.c_out, t.kh,
                                t.kw, t.bias, &t.p, y),
                     REF_OK);
    for (int b = 0; b < t.n; b++)
        for (int o = 0; o < t.c_out; o++)
            for (int i = 0; i < c.oh; i++)
                for (int j = 0; j < c.ow; j++) {
                    double size, exact = slow_conv_at(&t, b, o, i, j, &size);

                    judge(y[at++], exact, size,
                          t.c_in / t.p.groups * t.kh * t.kw + with_bias);
                }
    guarded_free(x, c.x * sizeof *x);
    guarded_free(weight, c.weight * sizeof *weight);
    guarded_free(bias, c.bias * sizeof *bias);
    guarded_free(y, c.y * sizeof *y);
}

static void is_equal(float y, double exact, double magnitude, int terms)
{
    (void)magnitude;
    (void)terms;
    ck_assert_double_eq((double)y, exact);
}

static void is_near(float y, double exact, double magnitude, int terms)
{
    ck_assert_double_le(fabs((double)y - exact),
                        terms * 0x1.001p-24 * magnitude);
}

/* Integers: float32 is exact, so equal is equal. */
START_TEST(test_conv2d_random_shapes_integers)
{
    dice d = {1};

    for (int round = 0; round < 1500; round++)
        try_one(&d, 1, (guard_side)(round % 2), is_equal);
}
END_TEST

START_TEST(test_conv2d_random_shapes_reals)
{
    dice d = {2};

    for (int round = 0; round < 500; round++)
        try_one(&d, 0, (guard_side)(round % 2), is_near);
}
END_TEST

/* Padding far wider than the image, where the mode allows it. */
START_TEST(test_conv2d_wide_padding)
{
    static const ref_pad_mode modes[] = {REF_PAD_ZEROS, REF_PAD_SYMMETRIC,
                                         REF_PAD_REPLICATE};
    const float x[] = {1, 2, 4, 8, 16, 32}, k[] = {1, 100};

    for (int m = 0; m < 3; m++) {
        slow_conv t = {1, 1, 2, 3, 1, 1, 2, REF_CONV2D_DEFAULTS, x, k, NULL};
        float y[200];
        counts c;

        t.p.pad_mode = modes[m];
        t.p.pt = 3;
        t.p.pl = 11;
        t.p.pr = 7;
        t.p.sw = 2;
        t.p.dw = 4;
        c = count(&t);
        ck_assert_int_eq(ref_conv2d(x, 1, 1, 2, 3, k, 1, 1, 2, NULL, &t.p, y),
                         REF_OK);
        for (int i = 0; i < c.oh; i++)
            for (int j = 0; j < c.ow; j++)
                ck_assert_double_eq((double)y[i * c.ow + j],
                                    slow_conv_at(&t, 0, 0, i, j, NULL));
    }
}
END_TEST

/* Depthwise: channel c of y depends on channel c of x alone. */
START_TEST(test_conv2d_depthwise_by_hand)
{
    const float x[] = {1, 2, 3, 10, 20, 30}, k[] = {1, 1, 1, -1},
                bias[] = {0, 1000};
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    float y[4];

    p.groups = 2;
    ck_assert_int_eq(ref_conv2d(x, 1, 2, 1, 3, k, 2, 1, 2, bias, &p, y),
                     REF_OK);
    ck_assert_float_eq(y[0], 3);
    ck_assert_float_eq(y[1], 5);
    ck_assert_float_eq(y[2], 990);
    ck_assert_float_eq(y[3], 990);
}
END_TEST

/* Shifting a circular image shifts the result, and nothing else. */
START_TEST(test_conv2d_is_equivariant_to_translation)
{
    enum { H = 6, W = 9, DOWN = 2, RIGHT = 3 };
    float x[H * W], shifted[H * W], k[9], y[H * W], z[H * W];
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    dice d = {3};

    p.pt = p.pb = p.pl = p.pr = 1;
    p.pad_mode = REF_PAD_CIRCULAR;
    for (int i = 0; i < H * W; i++)
        x[i] = dice_float(&d);
    for (int i = 0; i < 9; i++)
        k[i] = dice_float(&d);
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
START_TEST(test_conv2d_is_linear)
{
    enum { COUNT = 2 * 5 * 7, OUT = 3 * 4 * 5 };
    float x[COUNT], z[COUNT], mix[COUNT], k[3 * 2 * 2 * 3];
    float yx[OUT], yz[OUT], ymix[OUT];
    dice d = {4};

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

/* A zero of the padding adds nothing, even against an infinite weight; a zero
 * of the image does take part. */
START_TEST(test_conv2d_nan_and_infinity)
{
    const float x[] = {0, 1, NAN}, k[] = {INFINITY, 1};
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    float y[4];

    p.pl = 1;
    p.pr = 1;
    ck_assert_int_eq(ref_conv2d(x, 1, 1, 1, 3, k, 1, 1, 2, NULL, &p, y),
                     REF_OK);
    ck_assert_float_eq(y[0], 0);
    ck_assert(isnan(y[1]));
    ck_assert(isnan(y[2]));
    ck_assert(isnan(y[3]));
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv2d_random_shapes_integers);
    suite_test(test_conv2d_random_shapes_reals);
    suite_test(test_conv2d_depthwise_by_hand);
    suite_case("edges");
    suite_test(test_conv2d_wide_padding);
    suite_test(test_conv2d_nan_and_infinity);
    suite_case("properties");
    suite_test(test_conv2d_is_equivariant_to_translation);
    suite_test(test_conv2d_is_linear);
}

int main(void)
{
    return suite_main("conv2d_direct", fill);
}
