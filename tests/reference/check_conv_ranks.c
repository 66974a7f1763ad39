/* Tests of reference/conv.c in one and three dimensions, and of the sizes in
 * all of them. Two dimensions are in check_conv.c. */
#include <limits.h>
#include <string.h>

#include "reference/conv.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

/* L. Fillatre's signal, 1 4 -1 0 2 -2 by 1 2 3; and (1,2) * (2,-1,2), the
 * product of polynomials: the flipped kernel and full padding. */
START_TEST(test_conv1d_of_the_lectures)
{
    const float x[] = {1, 4, -1, 0, 2, -2}, k[] = {1, 2, 3};
    const float expected[] = {6, 2, 5, -2};
    const float polynomial[] = {2, -1, 2}, flipped[] = {2, 1};
    const float product[] = {2, 3, 0, 4};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;
    float y[4];

    ck_assert_int_eq(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, NULL, y), REF_OK);
    for (int j = 0; j < 4; j++)
        ck_assert_float_eq(y[j], expected[j]);
    p.pl = p.pr = 1;
    ck_assert_int_eq(
        ref_conv1d(polynomial, 1, 1, 3, flipped, 1, 2, NULL, &p, y), REF_OK);
    for (int j = 0; j < 4; j++)
        ck_assert_float_eq(y[j], product[j]);
}
END_TEST

/* A cube of 1 .. 8 by itself: 1+4+9+...+64 = 204. Depth 2 alone: 1*1 + 5*10
 * and so on; with stride 2 and a plane of padding in front, 1*10 and 5*1. */
START_TEST(test_conv3d_by_hand)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8}, k[] = {1, 10}, one[] = {1000};
    const float along[] = {1051, 1062, 1073, 1084};
    const float strided[] = {10, 20, 30, 40, 5, 6, 7, 8};
    ref_conv3d_params p = REF_CONV3D_DEFAULTS;
    float y[8];

    ck_assert_int_eq(ref_conv3d(x, 1, 1, 2, 2, 2, x, 1, 2, 2, 2, NULL, NULL, y),
                     REF_OK);
    ck_assert_float_eq(y[0], 204);
    ck_assert_int_eq(ref_conv3d(x, 1, 1, 2, 2, 2, k, 1, 2, 1, 1, one, NULL, y),
                     REF_OK);
    for (int j = 0; j < 4; j++)
        ck_assert_float_eq(y[j], along[j]);
    p.sd = 2;
    p.pf = p.pk = 1;
    ck_assert_int_eq(ref_conv3d(x, 1, 1, 2, 2, 2, k, 1, 2, 1, 1, NULL, &p, y),
                     REF_OK);
    for (int j = 0; j < 8; j++)
        ck_assert_float_eq(y[j], strided[j]);
}
END_TEST

/* The sizes of any small convolution, counted by the test; and groups that
 * divide no channels matter to no size. */
START_TEST(test_conv_output_counted)
{
    dice d = {1};

    for (int round = 0; round < 2000; round++) {
        slow_conv t = slow_conv_roll(&d, 3);
        const slow_axis *a = t.axis;
        ref_conv1d_params p1 = slow_conv_params1d(&t);
        ref_conv2d_params p2 = slow_conv_params2d(&t);
        ref_conv3d_params p3 = slow_conv_params3d(&t);
        int od = slow_output_size(&a[0]), oh = slow_output_size(&a[1]),
            ow = slow_output_size(&a[2]), got[6] = {0};

        p1.groups = p2.groups = p3.groups = 7;
        ck_assert_int_eq(ref_conv1d_output(a[2].n, a[2].k, &p1, &got[0]), 0);
        ck_assert_int_eq(ref_conv2d_output(a[1].n, a[2].n, a[1].k, a[2].k, &p2,
                                           &got[1], &got[2]),
                         0);
        ck_assert_int_eq(ref_conv3d_output(a[0].n, a[1].n, a[2].n, a[0].k,
                                           a[1].k, a[2].k, &p3, &got[3],
                                           &got[4], &got[5]),
                         0);
        ck_assert(got[0] == ow && got[1] == oh && got[2] == ow);
        ck_assert(got[3] == od && got[4] == oh && got[5] == ow);
    }
}
END_TEST

/* A batch of none is done, whatever the rank. */
START_TEST(test_conv1d_and_3d_empty_batch)
{
    const float k[2] = {0};

    ck_assert_int_eq(ref_conv1d(NULL, 0, 1, 6, k, 1, 2, NULL, NULL, NULL),
                     REF_OK);
    ck_assert_int_eq(
        ref_conv3d(NULL, 0, 1, 2, 3, 4, k, 1, 1, 1, 2, NULL, NULL, NULL),
        REF_OK);
}
END_TEST

static void says(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

/* Would pass unseen: an argument that the one-dimensional case hands on under
 * another's name. */
START_TEST(test_conv1d_refuses)
{
    float x[20] = {0}, k[4] = {0}, y[8] = {7};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

#define TRY(x, n, c_in, w, k, c_out, kw, y)                                    \
    ref_conv1d(x, n, c_in, w, k, c_out, kw, NULL, &p, y)
    says(TRY(NULL, 1, 1, 6, k, 1, 3, y), REF_ENULL, "'x'");
    says(TRY(x, 1, 1, 6, NULL, 1, 3, y), REF_ENULL, "'weight'");
    says(TRY(x, 1, 1, 6, k, 1, 3, NULL), REF_ENULL, "'y'");
    says(TRY(x, -1, 1, 6, k, 1, 3, y), REF_ESIZE, "'n'");
    says(TRY(x, 1, 0, 6, k, 1, 3, y), REF_ESIZE, "'c_in'");
    says(TRY(x, 1, 1, 0, k, 1, 3, y), REF_ESIZE, "'w'");
    says(TRY(x, 1, 1, 6, k, 0, 3, y), REF_ESIZE, "'c_out'");
    says(TRY(x, 1, 1, 2, k, 1, 3, y), REF_ESIZE, "'kw' is 3");
    says(TRY(x, INT_MAX, INT_MAX, INT_MAX, k, 1, 3, y), REF_EOVERFLOW, "'x'");
    says(TRY(x, 1, 1, 6, k, 1, 3, x + 5), REF_EOVERLAP, "'y' overlaps");
#undef TRY
#define TRY(field, value, words)                                               \
    p = REF_CONV1D_DEFAULTS;                                                   \
    p.field = (value);                                                         \
    says(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, &p, y), REF_EPARAM, words)
    TRY(sw, 0, "'sw' is 0");
    TRY(dw, 0, "'dw' is 0");
    TRY(pl, -1, "'pl' is -1");
    TRY(pr, -1, "'pr' is -1");
    TRY(groups, 2, "'groups' is 2");
    TRY(pad_mode, (ref_pad_mode)5, "'pad_mode' is 5");
    p.pr = 6;
    p.pad_mode = REF_PAD_REFLECT;
    says(ref_conv1d(x, 1, 1, 6, k, 1, 3, NULL, &p, y), REF_EPARAM,
         "'pr' is 6; with mode reflect");
#undef TRY
    ck_assert_float_eq(y[0], 7);
}
END_TEST

START_TEST(test_conv3d_refuses)
{
    float x[20] = {0}, k[4] = {0}, y[8] = {7};
    ref_conv3d_params p = REF_CONV3D_DEFAULTS;

#define TRY(x, d, h, w, k, kd, kh, kw, y)                                      \
    ref_conv3d(x, 1, 1, d, h, w, k, 1, kd, kh, kw, NULL, &p, y)
    says(TRY(NULL, 2, 2, 3, k, 1, 1, 2, y), REF_ENULL, "'x'");
    says(TRY(x, 2, 2, 3, NULL, 1, 1, 2, y), REF_ENULL, "'weight'");
    says(TRY(x, 2, 2, 3, k, 1, 1, 2, NULL), REF_ENULL, "'y'");
    says(TRY(x, 0, 2, 3, k, 1, 1, 2, y), REF_ESIZE, "'d' is 0");
    says(TRY(x, 2, 0, 3, k, 1, 1, 2, y), REF_ESIZE, "'h' is 0");
    says(TRY(x, 2, 2, 0, k, 1, 1, 2, y), REF_ESIZE, "'w' is 0");
    says(TRY(x, 2, 2, 3, k, 3, 1, 2, y), REF_ESIZE, "'kd' is 3");
    says(TRY(x, 2, 2, 3, k, 1, 3, 2, y), REF_ESIZE, "'kh' is 3");
    says(TRY(x, 2, 2, 3, k, 1, 1, 4, y), REF_ESIZE, "'kw' is 4");
    says(TRY(x, INT_MAX, INT_MAX, INT_MAX, k, 1, 1, 2, y), REF_EOVERFLOW,
         "'x'");
    says(TRY(x, 2, 2, 3, k, 1, 1, 2, x + 11), REF_EOVERLAP, "'x'");
    says(TRY(x, 2, 2, 3, k, 2, 1, 2, k + 3), REF_EOVERLAP, "'weight'");
    says(TRY(y + 7, 2, 2, 3, k, 1, 1, 2, y), REF_EOVERLAP, "'x'");
#undef TRY
#define TRY(field, value, words)                                               \
    p = REF_CONV3D_DEFAULTS;                                                   \
    p.field = (value);                                                         \
    says(ref_conv3d(x, 1, 1, 2, 2, 3, k, 1, 1, 1, 2, NULL, &p, y), REF_EPARAM, \
         words)
    TRY(sd, 0, "'sd' is 0");
    TRY(sh, 0, "'sh' is 0");
    TRY(sw, 0, "'sw' is 0");
    TRY(dd, 0, "'dd' is 0");
    TRY(dh, 0, "'dh' is 0");
    TRY(dw, 0, "'dw' is 0");
    TRY(pf, -1, "'pf' is -1");
    TRY(pk, -1, "'pk' is -1");
    TRY(pt, -1, "'pt' is -1");
    TRY(pb, -1, "'pb' is -1");
    TRY(pl, -1, "'pl' is -1");
    TRY(pr, -1, "'pr' is -1");
    TRY(groups, 2, "'groups' is 2");
    TRY(pad_mode, (ref_pad_mode)5, "'pad_mode' is 5");
    p.pk = 3;
    p.pad_mode = REF_PAD_CIRCULAR;
    says(ref_conv3d(x, 1, 1, 2, 2, 3, k, 1, 1, 1, 2, NULL, &p, y), REF_EPARAM,
         "'pk' is 3; with mode circular");
#undef TRY
    ck_assert_float_eq(y[0], 7);
}
END_TEST

START_TEST(test_conv1d_and_3d_output_refuse)
{
    ref_conv3d_params p = REF_CONV3D_DEFAULTS;
    int od = 6, oh = 7, ow = 8;

    says(ref_conv1d_output(3, 2, NULL, NULL), REF_ENULL, "'ow'");
    says(ref_conv1d_output(3, 4, NULL, &ow), REF_ESIZE, "'kw'");
    says(ref_conv3d_output(3, 3, 3, 1, 1, 1, NULL, NULL, &oh, &ow), REF_ENULL,
         "'od'");
    says(ref_conv3d_output(3, 3, 3, 1, 1, 1, NULL, &od, NULL, &ow), REF_ENULL,
         "'oh'");
    says(ref_conv3d_output(3, 3, 3, 1, 1, 1, NULL, &od, &oh, NULL), REF_ENULL,
         "'ow'");
    says(ref_conv3d_output(3, 3, 3, 4, 1, 1, NULL, &od, &oh, &ow), REF_ESIZE,
         "'kd'");
    p.pk = INT_MAX;
    says(ref_conv3d_output(3, 3, 3, 1, 1, 1, &p, &od, &oh, &ow), REF_EOVERFLOW,
         "'pk'");
    ck_assert(od == 6 && oh == 7 && ow == 8);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv1d_of_the_lectures);
    suite_test(test_conv3d_by_hand);
    suite_test(test_conv_output_counted);
    suite_case("edges");
    suite_test(test_conv1d_and_3d_empty_batch);
    suite_case("manners");
    suite_test(test_conv1d_refuses);
    suite_test(test_conv3d_refuses);
    suite_test(test_conv1d_and_3d_output_refuse);
}

int main(void)
{
    return suite_main("conv_ranks", fill);
}
