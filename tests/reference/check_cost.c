/* Tests of reference/cost.c: the lectures' tables, counting, and sizes beyond
 * 63 bits. */
#include <limits.h>
#include <string.h>

#include "reference/cost.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

static ref_cost conv2d(int c_in, int size, int c_out, int k, int bias,
                       ref_conv2d_params p)
{
    ref_cost cost;

    ck_assert_int_eq(
        ref_conv2d_cost(c_in, size, size, c_out, k, k, bias, &p, &cost),
        REF_OK);
    return cost;
}

static ref_conv2d_params padded(int stride, int padding)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.sh = p.sw = stride;
    p.pt = p.pb = p.pl = p.pr = padding;
    return p;
}

static int64_t linear(int in, int out)
{
    ref_cost cost;

    ck_assert_int_eq(ref_linear_cost(in, out, 1, &cost), REF_OK);
    ck_assert_int_eq(cost.multiply_adds, (int64_t)in * out);
    ck_assert_int_eq(cost.outputs, out);
    return cost.parameters;
}

/* Layer by layer, as the lectures print it. */
START_TEST(test_cost_of_lenet5)
{
    ck_assert_int_eq(conv2d(1, 32, 6, 5, 1, padded(1, 0)).parameters, 156);
    ck_assert_int_eq(conv2d(1, 32, 6, 5, 1, padded(1, 0)).outputs, 6 * 28 * 28);
    ck_assert_int_eq(conv2d(6, 14, 16, 5, 1, padded(1, 0)).parameters, 2416);
    ck_assert_int_eq(conv2d(16, 5, 120, 5, 1, padded(1, 0)).parameters, 48120);
    ck_assert_int_eq(conv2d(16, 5, 120, 5, 1, padded(1, 0)).outputs, 120);
    ck_assert_int_eq(linear(120, 84), 10164);
    ck_assert_int_eq(linear(84, 10), 850);
}
END_TEST

START_TEST(test_cost_of_alexnet)
{
    ck_assert_int_eq(conv2d(3, 224, 64, 11, 1, padded(4, 2)).parameters, 23296);
    ck_assert_int_eq(conv2d(3, 224, 64, 11, 1, padded(4, 2)).outputs,
                     64 * 55 * 55);
    ck_assert_int_eq(conv2d(64, 27, 192, 5, 1, padded(1, 2)).parameters,
                     307392);
    ck_assert_int_eq(conv2d(192, 13, 384, 3, 1, padded(1, 1)).parameters,
                     663936);
    ck_assert_int_eq(conv2d(384, 13, 256, 3, 1, padded(1, 1)).parameters,
                     884992);
    ck_assert_int_eq(conv2d(256, 13, 256, 3, 1, padded(1, 1)).parameters,
                     590080);
    ck_assert_int_eq(linear(9216, 4096), 37752832);
    ck_assert_int_eq(linear(4096, 4096), 16781312);
    ck_assert_int_eq(linear(4096, 1000), 4097000);
}
END_TEST

/* VGG-16: 138 million parameters, 15.3e9 multiply-adds in its convolutions. */
START_TEST(test_cost_of_vgg16)
{
    static const int layers[][3] = {
        {3, 224, 64},   {64, 224, 64},  {64, 112, 128}, {128, 112, 128},
        {128, 56, 256}, {256, 56, 256}, {256, 56, 256}, {256, 28, 512},
        {512, 28, 512}, {512, 28, 512}, {512, 14, 512}, {512, 14, 512},
        {512, 14, 512}};
    int64_t parameters = 0, multiply_adds = 0;

    for (size_t l = 0; l < sizeof layers / sizeof layers[0]; l++) {
        ref_cost c = conv2d(layers[l][0], layers[l][1], layers[l][2], 3, 1,
                            padded(1, 1));

        parameters += c.parameters;
        multiply_adds += c.multiply_adds;
    }
    ck_assert_int_eq(multiply_adds, 15346630656);
    parameters += linear(512 * 7 * 7, 4096) + linear(4096, 4096);
    ck_assert_int_eq(parameters + linear(4096, 1000), 138357544);
}
END_TEST

/* What sharing weights saves, and what small kernels and depthwise layers
 * save. */
START_TEST(test_cost_of_the_lectures)
{
    ref_conv2d_params same = padded(1, 1), depthwise = padded(1, 1);
    ref_cost cost;

    ck_assert_int_eq(conv2d(3, 227, 96, 11, 1, padded(4, 0)).parameters, 34944);
    ck_assert_int_eq(conv2d(3, 227, 96, 11, 1, padded(4, 0)).outputs,
                     96 * 55 * 55);
    ck_assert_int_eq(conv2d(64, 9, 64, 7, 0, padded(1, 3)).parameters, 200704);
    ck_assert_int_eq(3 * conv2d(64, 9, 64, 3, 0, same).parameters, 110592);
    depthwise.groups = 8;
    ck_assert_int_eq(conv2d(8, 9, 16, 3, 0, same).parameters, 1152);
    ck_assert_int_eq(conv2d(8, 9, 8, 3, 0, depthwise).parameters +
                         conv2d(8, 9, 16, 1, 0, padded(1, 0)).parameters,
                     200);
    ck_assert_int_eq(linear(784, 100), 78500);
    ck_assert_int_eq(linear(640 * 480 * 3, 1000), 921601000);
    ck_assert_int_eq(ref_linear_cost(55 * 55 * 3, 55 * 55 * 96, 0, &cost),
                     REF_OK);
    ck_assert_int_eq(cost.parameters, 2635380000);
    ck_assert_int_eq(ref_conv2d_cost(4, 10, 3, 5, 2, 3, 1, NULL, &cost),
                     REF_OK);
    ck_assert_int_eq(cost.parameters, 125);
}
END_TEST

/* Weights and taps of any convolution, counted one by one. */
static ref_cost counted(const slow_conv *t, int with_bias)
{
    ref_cost c = {0, 0, 0};
    int places = 1, taps = 1;

    for (int a = 0; a < 3; a++) {
        places *= slow_output_size(&t->axis[a]);
        taps *= t->axis[a].k;
    }
    for (int o = 0; o < t->c_out; o++) {
        c.parameters += with_bias;
        c.outputs += places;
        for (int in = 0; in < t->c_in; in++)
            if (in / (t->c_in / t->groups) == o / (t->c_out / t->groups)) {
                c.parameters += taps;
                c.multiply_adds += (int64_t)places * taps;
            }
    }
    return c;
}

static int equal(ref_cost a, ref_cost b)
{
    return a.parameters == b.parameters && a.multiply_adds == b.multiply_adds &&
           a.outputs == b.outputs;
}

START_TEST(test_cost_of_random_convolutions)
{
    dice d = {1};

    for (int round = 0; round < 1000; round++)
        for (int rank = 1; rank <= 3; rank++) {
            slow_conv t = slow_conv_roll(&d, rank);
            const slow_axis *f = &t.axis[0], *h = &t.axis[1], *w = &t.axis[2];
            const ref_conv1d_params p1 = slow_conv_params1d(&t);
            const ref_conv2d_params p2 = slow_conv_params2d(&t);
            const ref_conv3d_params p3 = slow_conv_params3d(&t);
            int bias = dice_int(&d, 0, 1);
            ref_cost cost = {-1, -1, -1};
            ref_status status =
                rank == 1 ? ref_conv1d_cost(t.c_in, w->n, t.c_out, w->k, bias,
                                            &p1, &cost)
                : rank == 2
                    ? ref_conv2d_cost(t.c_in, h->n, w->n, t.c_out, h->k, w->k,
                                      bias, &p2, &cost)
                    : ref_conv3d_cost(t.c_in, f->n, h->n, w->n, t.c_out, f->k,
                                      h->k, w->k, bias, &p3, &cost);

            ck_assert_int_eq(status, REF_OK);
            ck_assert(equal(cost, counted(&t, bias)));
        }
}
END_TEST

/* 6 channels of 3x5 to 4 of 7x13, 2 groups, kernel 3x2, stride 2x3, output
 * padding 0x1 and padding 0x(1,1): 6*2*3*2 weights, each used at 15 places. */
START_TEST(test_cost_of_transposed_convolutions)
{
    ref_conv_transpose2d_params p2 = REF_CONV_TRANSPOSE2D_DEFAULTS;
    ref_conv_transpose1d_params p1 = REF_CONV_TRANSPOSE1D_DEFAULTS;
    ref_conv_transpose3d_params p3 = REF_CONV_TRANSPOSE3D_DEFAULTS;
    ref_cost c;

    p2.sh = 2;
    p2.sw = 3;
    p2.pl = p2.pr = 1;
    p2.aw = 1;
    p2.groups = 2;
    ck_assert_int_eq(ref_conv_transpose2d_cost(6, 3, 5, 4, 3, 2, 1, &p2, &c),
                     REF_OK);
    ck_assert(equal(c, (ref_cost){72 + 4, 72 * 15, 4 * 7 * 13}));
    p1.sw = 2;
    ck_assert_int_eq(ref_conv_transpose1d_cost(3, 4, 5, 3, 0, &p1, &c), REF_OK);
    ck_assert(equal(c, (ref_cost){45, 45 * 4, 5 * 9}));
    p3.sd = 2;
    ck_assert_int_eq(
        ref_conv_transpose3d_cost(2, 3, 4, 5, 1, 2, 3, 1, 1, &p3, &c), REF_OK);
    ck_assert(equal(c, (ref_cost){12 + 1, 12 * 60, 6 * 6 * 5}));
    ck_assert_int_eq(ref_conv_transpose1d_cost(3, 4, 5, 3, 1, NULL, &c),
                     REF_OK);
    ck_assert(equal(c, (ref_cost){45 + 5, 45 * 4, 5 * 6}));
}
END_TEST

static const ref_cost untouched = {-7, -8, -9};

/* The status, the words, and the cost as it was; then ready for the next. */
static void says(ref_status status, ref_status expected, const char *words,
                 ref_cost *cost)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    ck_assert(equal(*cost, untouched));
}

START_TEST(test_cost_refuses)
{
    ref_cost c = untouched;
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_conv_transpose1d_params t = REF_CONV_TRANSPOSE1D_DEFAULTS;

    says(ref_conv2d_cost(1, 3, 3, 1, 2, 2, 0, &p, NULL), REF_ENULL, "'cost'",
         &c);
    says(ref_conv2d_cost(0, 3, 3, 1, 2, 2, 0, &p, &c), REF_ESIZE, "'c_in'", &c);
    says(ref_conv2d_cost(1, 3, 3, 0, 2, 2, 0, &p, &c), REF_ESIZE, "'c_out'",
         &c);
    says(ref_conv2d_cost(1, 3, 3, 1, 4, 2, 0, &p, &c), REF_ESIZE, "'kh'", &c);
    says(ref_conv1d_cost(1, 3, 1, 4, 0, NULL, &c), REF_ESIZE, "'kw'", &c);
    says(ref_conv3d_cost(1, 3, 3, 3, 1, 4, 1, 1, 0, NULL, &c), REF_ESIZE,
         "'kd'", &c);
    p.groups = 2;
    says(ref_conv2d_cost(1, 3, 3, 2, 2, 2, 0, &p, &c), REF_EPARAM, "'groups'",
         &c);
    says(ref_conv_transpose1d_cost(1, 3, 1, 2, 0, &t, NULL), REF_ENULL,
         "'cost'", &c);
    says(ref_conv_transpose1d_cost(1, 0, 1, 2, 0, &t, &c), REF_ESIZE, "'w'",
         &c);
    says(ref_conv_transpose2d_cost(0, 3, 3, 1, 2, 2, 0, NULL, &c), REF_ESIZE,
         "'c_in'", &c);
    says(ref_conv_transpose3d_cost(1, 3, 3, 3, 1, 0, 1, 1, 0, NULL, &c),
         REF_ESIZE, "'kd'", &c);
    t.groups = 0;
    says(ref_conv_transpose1d_cost(1, 3, 1, 2, 0, &t, &c), REF_EPARAM,
         "'groups'", &c);
    says(ref_linear_cost(0, 3, 0, &c), REF_ESIZE, "'in_features'", &c);
    says(ref_linear_cost(3, -1, 0, &c), REF_ESIZE, "'out_features'", &c);
    says(ref_linear_cost(3, 3, 0, NULL), REF_ENULL, "'cost'", &c);
}
END_TEST

/* 2^21 channels to 2^21 by a kernel of 2^20: 2^62 weights fit, 2^63 do not;
 * nor do their multiply-adds at two places, nor 2^63 outputs. */
START_TEST(test_cost_refuses_overflow)
{
    enum { M = 1 << 21, K = 1 << 20 };
    ref_cost c = untouched;

    says(ref_conv1d_cost(M, 2 * K, M, 2 * K, 0, NULL, &c), REF_EOVERFLOW,
         "'parameters'", &c);
    says(ref_conv1d_cost(M, K + 1, M, K, 0, NULL, &c), REF_EOVERFLOW,
         "'multiply_adds'", &c);
    says(ref_conv3d_cost(1, M, M, M, 1, 1, 1, 1, 0, NULL, &c), REF_EOVERFLOW,
         "63 bits", &c);
    says(ref_conv_transpose3d_cost(1, M, M, M, 1, 1, 1, 1, 0, NULL, &c),
         REF_EOVERFLOW, "63 bits", &c);
    ck_assert_int_eq(ref_conv1d_cost(M, K, M, K, 1, NULL, &c), REF_OK);
    ck_assert(
        equal(c, (ref_cost){((int64_t)1 << 62) + M, (int64_t)1 << 62, M}));
    ck_assert_int_eq(ref_linear_cost(INT_MAX, INT_MAX, 1, &c), REF_OK);
    ck_assert_int_eq(c.parameters, (int64_t)INT_MAX * INT_MAX + INT_MAX);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_cost_of_lenet5);
    suite_test(test_cost_of_alexnet);
    suite_test(test_cost_of_vgg16);
    suite_test(test_cost_of_the_lectures);
    suite_test(test_cost_of_random_convolutions);
    suite_test(test_cost_of_transposed_convolutions);
    suite_case("manners");
    suite_test(test_cost_refuses);
    suite_test(test_cost_refuses_overflow);
}

int main(void)
{
    return suite_main("cost", fill);
}
