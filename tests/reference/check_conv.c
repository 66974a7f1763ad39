/* Tests of reference/conv.c: what is promised, what is refused. What one
 * and three dimensions add is in check_conv_ranks.c; the loops are tested in
 * check_conv_direct.c. */
#include <limits.h>
#include <string.h>

#include "reference/conv.h"
#include "tests/support/suite.h"

/* One image, one channel, one kernel, and the result as integers. */
static void gives(const float *x, int h, int w, const float *k, int kh, int kw,
                  const ref_conv2d_params *p, const float *expected, int oh,
                  int ow)
{
    float y[64];
    int rows = -1, columns = -1;

    ck_assert_int_eq(ref_conv2d_output(h, w, kh, kw, p, &rows, &columns),
                     REF_OK);
    ck_assert_int_eq(rows, oh);
    ck_assert_int_eq(columns, ow);
    ck_assert_int_eq(ref_conv2d(x, 1, 1, h, w, k, 1, kh, kw, NULL, p, y),
                     REF_OK);
    for (int at = 0; at < oh * ow; at++)
        ck_assert_float_eq(y[at], expected[at]);
}

/* The examples that the lectures print, as numbers on paper. */
START_TEST(test_conv2d_of_the_lectures)
{
    /* Y. Lu: 3x3 by 2x2 */
    gives((float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3, (float[]){10, 20, 30, 40},
          2, 2, NULL, (float[]){370, 470, 670, 770}, 2, 2);
    /* L. Fillatre: the 5x5 of conv_arithmetic */
    gives((float[]){3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2,
                    2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1},
          5, 5, (float[]){0, 1, 2, 2, 2, 0, 0, 1, 2}, 3, 3, NULL,
          (float[]){12, 12, 17, 10, 17, 19, 9, 6, 14}, 3, 3);
    /* M.-T. Pham and M. Le Lain: the binary image */
    gives((float[]){1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
                    1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0},
          5, 5, (float[]){1, 0, 1, 0, 1, 0, 1, 0, 1}, 3, 3, NULL,
          (float[]){4, 3, 4, 2, 4, 3, 2, 3, 4}, 3, 3);
    /* the 4x4 by 2x2 that correlation gives and convolution does not */
    gives((float[]){1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 2}, 4, 4,
          (float[]){0, 1, 0, 1}, 2, 2, NULL,
          (float[]){2, 0, 2, 3, 0, 2, 1, 1, 3}, 3, 3);
}
END_TEST

START_TEST(test_conv2d_of_the_lectures_padding_and_stride)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    const float k[] = {10, 20, 30, 40, 50, 60, 30, 20, 10};
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.pt = p.pb = p.pl = p.pr = 1;
    gives(x, 3, 3, k, 3, 3, &p,
          (float[]){300, 600, 500, 800, 1370, 1000, 1060, 1540, 940}, 3, 3);
    p.sh = p.sw = 2;
    gives(x, 3, 3, k, 3, 3, &p, (float[]){300, 500, 1060, 940}, 2, 2);
    p.sh = p.sw = 1;
    p.pad_mode = REF_PAD_SYMMETRIC;
    gives((float[]){0, 1, 0, 1, 1, 0, 0, 1, 2, 2, 0, 1, 1,
                    1, 0, 1, 1, 0, 1, 2, 0, 1, 0, 0, 2},
          5, 5, (float[]){1, 0, 1, 0, 1, 2, 0, 1, 0}, 3, 3, &p,
          (float[]){3, 1, 5, 6, 7, 1, 3, 8, 8, 8, 3, 5, 5,
                    5, 6, 4, 3, 4, 6, 9, 4, 3, 2, 6, 11},
          5, 5);
}
END_TEST

/* Depthwise: channel c of y depends on channel c of x alone. */
START_TEST(test_conv2d_depthwise_by_hand)
{
    const float x[] = {1, 2, 3, 10, 20, 30}, k[] = {1, 1, 1, -1},
                b[] = {0, 1000}, expected[] = {3, 5, 990, 990};
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    float y[4];

    p.groups = 2;
    ck_assert_int_eq(ref_conv2d(x, 1, 2, 1, 3, k, 2, 1, 2, b, &p, y), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_float_eq(y[i], expected[i]);
}
END_TEST

/* A call that is right in everything; tests change one thing of it. */
typedef struct call {
    const float *x;
    int n, c_in, h, w;
    const float *weight;
    int c_out, kh, kw;
    const float *bias;
    ref_conv2d_params p;
    float *y;
} call;

static float input[64], weight[64], bias[8], output[256];

/* 2 images, 4 channels of 2x3 to 2 of 2x2, 2 groups: all sizes differ where
 * they can. */
static call good_call(void)
{
    call c = {input, 2, 4, 2, 3, weight, 2, 1, 2, bias, REF_CONV2D_DEFAULTS,
              output};

    c.p.groups = 2;
    return c;
}

static ref_status run(const call *c)
{
    return ref_conv2d(c->x, c->n, c->c_in, c->h, c->w, c->weight, c->c_out,
                      c->kh, c->kw, c->bias, &c->p, c->y);
}

/* The status, a message with the given words, and y as it was. */
static void refuses(call c, ref_status expected, const char *words)
{
    memset(output, 0x55, sizeof output);
    ck_assert_int_eq(run(&c), expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
}

#define REFUSES(field, value, status, words)                                   \
    do {                                                                       \
        call c = good_call();                                                  \
        c.field = (value);                                                     \
        refuses(c, status, words);                                             \
    } while (0)

START_TEST(test_conv2d_good_call_is_good)
{
    call c = good_call();

    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_conv2d_refuses_null)
{
    REFUSES(x, NULL, REF_ENULL, "'x' is NULL");
    REFUSES(weight, NULL, REF_ENULL, "'weight' is NULL");
    REFUSES(y, NULL, REF_ENULL, "'y' is NULL");
}
END_TEST

START_TEST(test_conv2d_refuses_sizes)
{
    REFUSES(n, -1, REF_ESIZE, "'n' is -1");
    REFUSES(c_in, 0, REF_ESIZE, "'c_in' is 0");
    REFUSES(c_out, 0, REF_ESIZE, "'c_out' is 0");
    REFUSES(h, 0, REF_ESIZE, "'h' is 0");
    REFUSES(w, -3, REF_ESIZE, "'w' is -3");
    REFUSES(kh, 0, REF_ESIZE, "'kh' is 0");
    REFUSES(kw, INT_MIN, REF_ESIZE, "'kw' is -2147483648");
    REFUSES(kh, 3, REF_ESIZE, "'kh' is 3");
    REFUSES(kw, INT_MAX, REF_ESIZE, "padded size 3");
}
END_TEST

START_TEST(test_conv2d_refuses_options)
{
    REFUSES(p.sh, 0, REF_EPARAM, "'sh' is 0; it must be at least 1");
    REFUSES(p.sw, -2, REF_EPARAM, "'sw' is -2");
    REFUSES(p.dh, 0, REF_EPARAM, "'dh' is 0");
    REFUSES(p.dw, INT_MIN, REF_EPARAM, "'dw'");
    REFUSES(p.pt, -1, REF_EPARAM, "'pt' is -1");
    REFUSES(p.pb, -1, REF_EPARAM, "'pb' is -1");
    REFUSES(p.pl, -1, REF_EPARAM, "'pl' is -1");
    REFUSES(p.pr, INT_MIN, REF_EPARAM, "'pr'");
    REFUSES(p.groups, 0, REF_EPARAM, "'groups' is 0");
    REFUSES(p.groups, 4, REF_EPARAM, "'groups' is 4; it must divide");
    REFUSES(p.groups, INT_MAX, REF_EPARAM, "'groups'");
    REFUSES(p.pad_mode, (ref_pad_mode)5, REF_EPARAM, "'pad_mode' is 5");
    REFUSES(p.pad_mode, (ref_pad_mode)-1, REF_EPARAM, "'pad_mode' is -1");
}
END_TEST

/* Would pass unseen: c_in divides but c_out does not. */
START_TEST(test_conv2d_refuses_groups_of_either_side)
{
    call c = good_call();

    c.c_out = 3;
    refuses(c, REF_EPARAM, "'c_out' 3");
    c = good_call();
    c.c_in = 3;
    refuses(c, REF_EPARAM, "'c_in' 3");
}
END_TEST

/* PyTorch: one mirror, one lap. */
START_TEST(test_conv2d_refuses_padding_beyond_the_mode)
{
    call c = good_call();

    c.p.pad_mode = REF_PAD_REFLECT;
    c.p.pl = 2;
    ck_assert_int_eq(run(&c), REF_OK);
    c.p.pl = 3;
    refuses(c, REF_EPARAM, "'pl' is 3; with mode reflect");
    c.p.pl = 0;
    c.p.pb = 2;
    refuses(c, REF_EPARAM, "at most 1");
    c.p.pad_mode = REF_PAD_CIRCULAR;
    ck_assert_int_eq(run(&c), REF_OK);
    c.p.pb = 0;
    c.p.pt = 3;
    refuses(c, REF_EPARAM, "'pt' is 3; with mode circular");
    c.p.pt = 0;
    c.p.pr = 4;
    refuses(c, REF_EPARAM, "'pr' is 4");
    c.p.pad_mode = REF_PAD_SYMMETRIC;
    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_conv2d_refuses_absurd_products)
{
    call c = good_call();

    c.n = c.c_in = c.h = c.w = INT_MAX - 1;
    refuses(c, REF_EOVERFLOW, "'x'");
    c = good_call();
    c.c_out = c.c_in = 2000000000;
    c.n = 1;
    c.kh = 2;
    c.kw = 3;
    c.p.groups = 1;
    refuses(c, REF_EOVERFLOW, "'weight'");
    c = good_call();
    c.p.pt = c.p.pl = INT_MAX - 10;
    refuses(c, REF_EOVERFLOW, "'y'");
    c.p.pt = INT_MAX - 1;
    refuses(c, REF_EOVERFLOW, "'pt'");
    c = good_call();
    c.p.pl = c.p.pr = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'pr'");
    c = good_call();
    c.n = 0;
    c.c_in = c.h = c.w = INT_MAX - 1;
    refuses(c, REF_EOVERFLOW, "'x'");
}
END_TEST

/* One float of overlap on either end, with each input. */
START_TEST(test_conv2d_refuses_overlap)
{
    static float memory[200];
    enum { y_count = 2 * 2 * 2 * 2, x_count = 2 * 4 * 2 * 3, w_count = 8 };
    call c = good_call();

    c.y = memory + 100;
    c.x = memory + 100 + y_count - 1;
    refuses(c, REF_EOVERLAP, "'x'");
    c.x = memory + 100 - x_count + 1;
    refuses(c, REF_EOVERLAP, "'x'");
    c.x = memory + 100 - x_count;
    ck_assert_int_eq(run(&c), REF_OK);
    c = good_call();
    c.y = memory + 100;
    c.weight = memory + 100 - w_count + 1;
    refuses(c, REF_EOVERLAP, "'weight'");
    c.weight = memory + 100 + y_count;
    ck_assert_int_eq(run(&c), REF_OK);
    c = good_call();
    c.y = memory + 100;
    c.bias = memory + 100 - 1;
    refuses(c, REF_EOVERLAP, "'bias'");
    c.bias = memory + 100 - 2;
    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_conv2d_empty_batch)
{
    call c = good_call();

    c.n = 0;
    c.x = NULL;
    c.y = NULL;
    ck_assert_int_eq(run(&c), REF_OK);
    c.h = 0;
    refuses(c, REF_ESIZE, "'h' is 0");
}
END_TEST

START_TEST(test_conv2d_output_refuses)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    int oh = 7, ow = 8;

    ck_assert_int_eq(ref_conv2d_output(3, 3, 2, 2, NULL, NULL, &ow), REF_ENULL);
    ck_assert_int_eq(ref_conv2d_output(3, 3, 2, 2, NULL, &oh, NULL), REF_ENULL);
    ck_assert_int_eq(ref_conv2d_output(3, 3, 4, 2, NULL, &oh, &ow), REF_ESIZE);
    ck_assert_int_eq(ref_conv2d_output(3, 3, 2, 4, NULL, &oh, &ow), REF_ESIZE);
    p.sw = 0;
    ck_assert_int_eq(ref_conv2d_output(3, 3, 2, 2, &p, &oh, &ow), REF_EPARAM);
    p.sw = 1;
    p.pt = INT_MAX;
    ck_assert_int_eq(ref_conv2d_output(3, 3, 2, 2, &p, &oh, &ow),
                     REF_EOVERFLOW);
    ck_assert_int_eq(oh, 7);
    ck_assert_int_eq(ow, 8);
}
END_TEST

/* L. Fillatre: the shape that PyTorch prints, (117,4,10,3) by (5,4,2,3). */
START_TEST(test_conv2d_shape_of_the_lecture)
{
    int oh, ow;

    ck_assert_int_eq(ref_conv2d_output(10, 3, 2, 3, NULL, &oh, &ow), REF_OK);
    ck_assert_int_eq(oh, 9);
    ck_assert_int_eq(ow, 1);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv2d_of_the_lectures);
    suite_test(test_conv2d_of_the_lectures_padding_and_stride);
    suite_test(test_conv2d_shape_of_the_lecture);
    suite_test(test_conv2d_depthwise_by_hand);
    suite_case("edges");
    suite_test(test_conv2d_empty_batch);
    suite_test(test_conv2d_refuses_absurd_products);
    suite_case("manners");
    suite_test(test_conv2d_good_call_is_good);
    suite_test(test_conv2d_refuses_null);
    suite_test(test_conv2d_refuses_sizes);
    suite_test(test_conv2d_refuses_options);
    suite_test(test_conv2d_refuses_groups_of_either_side);
    suite_test(test_conv2d_refuses_padding_beyond_the_mode);
    suite_test(test_conv2d_refuses_overlap);
    suite_test(test_conv2d_output_refuses);
}

int main(void)
{
    return suite_main("conv", fill);
}
