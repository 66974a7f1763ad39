/* Tests of reference/conv1d.c. */
#include <limits.h>
#include <string.h>

#include "reference/conv.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

/* L. Fillatre's signal: 1 4 -1 0 2 -2 by 1 2 3. */
START_TEST(test_conv1d_of_the_lecture)
{
    const float x[] = {1, 4, -1, 0, 2, -2}, k[] = {1, 2, 3};
    const float expected[] = {6, 2, 5, -2};
    float y[4];

    ck_assert_int_eq(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, NULL, y), REF_OK);
    for (int j = 0; j < 4; j++)
        ck_assert_float_eq(y[j], expected[j]);
}
END_TEST

/* (1,2) * (2,-1,2) = (2,3,0,4): the polynomial product is the correlation
 * with the flipped kernel and full padding. */
START_TEST(test_conv1d_polynomial_product)
{
    const float x[] = {2, -1, 2}, flipped[] = {2, 1};
    const float expected[] = {2, 3, 0, 4};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;
    float y[4];

    p.pl = p.pr = 1;
    ck_assert_int_eq(ref_conv1d(x, 1, 1, 3, flipped, 1, 2, NULL, &p, y),
                     REF_OK);
    for (int j = 0; j < 4; j++)
        ck_assert_float_eq(y[j], expected[j]);
}
END_TEST

/* Would pass unseen: an option that conv1d does not hand on. */
START_TEST(test_conv1d_every_option)
{
    enum { N = 2, C_IN = 4, W = 11, C_OUT = 2, KW = 3 };
    float x[N * C_IN * W], k[C_OUT * 2 * KW], bias[C_OUT], y[200];
    dice d = {5};

    for (int i = 0; i < N * C_IN * W; i++)
        x[i] = (float)dice_int(&d, -9, 9);
    for (int i = 0; i < C_OUT * 2 * KW; i++)
        k[i] = (float)dice_int(&d, -9, 9);
    bias[0] = 100;
    bias[1] = -100;
    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        const ref_conv1d_params p = {3, 2, 5, (ref_pad_mode)mode, 2, 2};
        const slow_conv t = {
            N,     C_IN, 1,   W,
            C_OUT, 1,    KW,  {1, 3, 0, 0, 2, 5, (ref_pad_mode)mode, 1, 2, 2},
            x,     k,    bias};
        int ow = slow_output_size(W, KW, 3, 2, 5, 2);

        ck_assert_int_eq(ref_conv1d(x, N, C_IN, W, k, C_OUT, KW, bias, &p, y),
                         REF_OK);
        for (int b = 0; b < N; b++)
            for (int o = 0; o < C_OUT; o++)
                for (int j = 0; j < ow; j++)
                    ck_assert_double_eq((double)y[(b * C_OUT + o) * ow + j],
                                        slow_conv_at(&t, b, o, 0, j, NULL));
    }
}
END_TEST

static void refuses(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

START_TEST(test_conv1d_refuses)
{
    float x[20] = {0}, k[4] = {0}, y[8] = {7};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    refuses(ref_conv1d(NULL, 1, 1, 6, k, 1, 3, NULL, NULL, y), REF_ENULL,
            "'x'");
    refuses(ref_conv1d(x, 1, 1, 6, NULL, 1, 3, NULL, NULL, y), REF_ENULL,
            "'weight'");
    refuses(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, NULL, NULL), REF_ENULL,
            "'y'");
    refuses(ref_conv1d(x, 1, 1, 2, k, 1, 3, NULL, NULL, y), REF_ESIZE,
            "'kw' is 3");
    refuses(ref_conv1d(x, 1, 1, 0, k, 1, 3, NULL, NULL, y), REF_ESIZE, "'w'");
    refuses(ref_conv1d(x, INT_MAX, INT_MAX, INT_MAX, k, 1, 3, NULL, NULL, y),
            REF_EOVERFLOW, "'x'");
    refuses(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, NULL, x + 5), REF_EOVERLAP,
            "'y' overlaps argument 'x'");
    p.sw = 0;
    refuses(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, &p, y), REF_EPARAM,
            "'sw' is 0");
    p.sw = 1;
    p.pr = 6;
    p.pad_mode = REF_PAD_REFLECT;
    refuses(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, &p, y), REF_EPARAM,
            "'pr' is 6");
    ck_assert_float_eq(y[0], 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv1d_of_the_lecture);
    suite_test(test_conv1d_polynomial_product);
    suite_test(test_conv1d_every_option);
    suite_case("manners");
    suite_test(test_conv1d_refuses);
}

int main(void)
{
    return suite_main("conv1d", fill);
}
