/* Tests of reference/conv_transpose.c: what is promised on paper, what is
 * refused. Any shape and option is in check_conv_transpose_loops.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/conv_transpose.h"
#include "tests/support/suite.h"

/* A row of one channel, one kernel, and the result as integers. */
static void row_gives(const float *x, int w, const float *k, int kw,
                      const ref_conv_transpose1d_params *p,
                      const float *expected, int ow)
{
    float y[32];
    int columns = -1;

    ck_assert_int_eq(ref_conv_transpose1d_output(w, kw, p, &columns), REF_OK);
    ck_assert_int_eq(columns, ow);
    ck_assert_int_eq(ref_conv_transpose1d(x, 1, 1, w, k, 1, kw, NULL, p, y),
                     REF_OK);
    for (int j = 0; j < ow; j++)
        ck_assert_float_eq(y[j], expected[j]);
}

/* Each number puts 1 10 100 of it into the row. Would pass unseen: a kernel
 * that is flipped, padding on the wrong side. */
START_TEST(test_conv_transpose1d_by_hand)
{
    const float x[] = {1, 2, 3}, k[] = {1, 10, 100};
    ref_conv_transpose1d_params p = REF_CONV_TRANSPOSE1D_DEFAULTS;

    row_gives(x, 3, k, 3, NULL, (float[]){1, 12, 123, 230, 300}, 5);
    p.pl = 1;
    row_gives(x, 3, k, 3, &p, (float[]){12, 123, 230, 300}, 4);
    p.pl = 0;
    p.pr = 2;
    row_gives(x, 3, k, 3, &p, (float[]){1, 12, 123}, 3);
    p.pr = 0;
    p.sw = 2;
    row_gives(x, 3, k, 3, &p, (float[]){1, 10, 102, 20, 203, 30, 300}, 7);
    p.aw = 1;
    row_gives(x, 3, k, 3, &p, (float[]){1, 10, 102, 20, 203, 30, 300, 0}, 8);
    p.pl = p.pr = 2;
    row_gives(x, 3, k, 3, &p, (float[]){102, 20, 203, 30}, 4);
    p = REF_CONV_TRANSPOSE1D_DEFAULTS;
    p.dw = 2;
    row_gives(x, 3, k, 3, &p, (float[]){1, 2, 13, 20, 130, 200, 300}, 7);
    p.sw = 3;
    p.dw = 1;
    row_gives(x, 2, k, 2, &p, (float[]){1, 10, 0, 2, 20}, 5);
}
END_TEST

START_TEST(test_conv_transpose2d_by_hand)
{
    const float x[] = {1, 2, 3, 4}, k[] = {1, 10, 100, 1000}, bias[] = {5000};
    const float whole[] = {1, 12, 20, 103, 1234, 2040, 300, 3400, 4000};
    const float strided[] = {100, 1200, 3, 34, 300, 3400, 0, 0};
    ref_conv_transpose2d_params p = REF_CONV_TRANSPOSE2D_DEFAULTS;
    float y[16];

    ck_assert_int_eq(
        ref_conv_transpose2d(x, 1, 1, 2, 2, k, 1, 2, 2, bias, NULL, y), REF_OK);
    for (int i = 0; i < 9; i++)
        ck_assert_float_eq(y[i], 5000 + whole[i]);
    p.sh = 2;
    p.pt = p.pr = 1;
    p.ah = 1;
    ck_assert_int_eq(
        ref_conv_transpose2d(x, 1, 1, 2, 2, k, 1, 2, 2, bias, &p, y), REF_OK);
    for (int i = 0; i < 8; i++)
        ck_assert_float_eq(y[i], 5000 + strided[i]);
}
END_TEST

/* Two planes, kernels of two planes: the depth, and only the depth. */
START_TEST(test_conv_transpose3d_by_hand)
{
    const float x[] = {1, 2, 3, 4}, k[] = {1, 10};
    const float expected[] = {10, 20, 3, 4, 30, 40, 0, 0};
    ref_conv_transpose3d_params p = REF_CONV_TRANSPOSE3D_DEFAULTS;
    float y[16];
    int od, oh, ow;

    p.sd = 2;
    p.ad = 1;
    p.pf = 1;
    ck_assert_int_eq(
        ref_conv_transpose3d_output(2, 1, 2, 2, 1, 1, &p, &od, &oh, &ow),
        REF_OK);
    ck_assert_int_eq(od, 4);
    ck_assert_int_eq(oh, 1);
    ck_assert_int_eq(ow, 2);
    ck_assert_int_eq(
        ref_conv_transpose3d(x, 1, 1, 2, 1, 2, k, 1, 2, 1, 1, NULL, &p, y),
        REF_OK);
    for (int i = 0; i < 8; i++)
        ck_assert_float_eq(y[i], expected[i]);
}
END_TEST

/* The weight is c_in x c_out/groups: would pass unseen if it were read as
 * c_out x c_in. */
START_TEST(test_conv_transpose_channels_and_groups)
{
    const float x[] = {1, 10}, weight[] = {2, 3, 5, 7};
    const float grouped[] = {2, 3, 50, 70};
    ref_conv_transpose1d_params p = REF_CONV_TRANSPOSE1D_DEFAULTS;
    float y[4];

    ck_assert_int_eq(
        ref_conv_transpose1d(x, 1, 2, 1, weight, 2, 1, NULL, &p, y), REF_OK);
    ck_assert_float_eq(y[0], 52);
    ck_assert_float_eq(y[1], 73);
    p.groups = 2;
    ck_assert_int_eq(
        ref_conv_transpose1d(x, 1, 2, 1, weight, 4, 1, NULL, &p, y), REF_OK);
    for (int o = 0; o < 4; o++)
        ck_assert_float_eq(y[o], grouped[o]);
}
END_TEST

/* A row of one channel, and which of its results are NaN or infinite: what
 * PyTorch 1.13 gives. */
static void kinds(const float *k, int kw, const ref_conv_transpose1d_params *p,
                  const char *expected)
{
    float y[32];

    ck_assert_int_eq(
        ref_conv_transpose1d((float[]){1, 0, 2}, 1, 1, 3, k, 1, kw, NULL, p, y),
        REF_OK);
    for (int j = 0; expected[j] != '\0'; j++)
        ck_assert_int_eq(isnan(y[j])   ? 'n'
                         : isinf(y[j]) ? 'i'
                                       : '.',
                         expected[j]);
}

/* Would pass unseen: zeros put between the elements of x and multiplied, and
 * a kernel's cut-off part that still arrives. */
START_TEST(test_conv_transpose_specials)
{
    ref_conv_transpose1d_params p = REF_CONV_TRANSPOSE1D_DEFAULTS;

    kinds((float[]){1, INFINITY, 3}, 3, &p, ".ini.");
    p.sw = 2;
    kinds((float[]){1, INFINITY, 3}, 3, &p, ".i.n.i.");
    p.pl = p.pr = 1;
    kinds((float[]){1, INFINITY, 3}, 3, &p, "i.n.i");
    p.aw = 1;
    kinds((float[]){INFINITY, 2, 3}, 3, &p, ".n.i..");
}
END_TEST

/* A call that is right in everything; tests change one thing of it. */
typedef struct call {
    const float *x;
    int n, c_in, d, h, w;
    const float *weight;
    int c_out, kd, kh, kw;
    const float *bias;
    ref_conv_transpose3d_params p;
    float *y;
} call;

static float input[64], weight[64], bias[8], output[256];

/* 2 images, 4 channels of 1x2x3 to 2 of 1x2x4, 2 groups: all sizes differ
 * where they can. */
static call good_call(void)
{
    call c = {input,
              2,
              4,
              1,
              2,
              3,
              weight,
              2,
              1,
              1,
              2,
              bias,
              REF_CONV_TRANSPOSE3D_DEFAULTS,
              output};

    c.p.groups = 2;
    return c;
}

static ref_status run(const call *c)
{
    return ref_conv_transpose3d(c->x, c->n, c->c_in, c->d, c->h, c->w,
                                c->weight, c->c_out, c->kd, c->kh, c->kw,
                                c->bias, &c->p, c->y);
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

START_TEST(test_conv_transpose_good_call_is_good)
{
    call c = good_call();

    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_conv_transpose_refuses_null)
{
    REFUSES(x, NULL, REF_ENULL, "'x' is NULL");
    REFUSES(weight, NULL, REF_ENULL, "'weight' is NULL");
    REFUSES(y, NULL, REF_ENULL, "'y' is NULL");
}
END_TEST

START_TEST(test_conv_transpose_refuses_sizes)
{
    REFUSES(n, -1, REF_ESIZE, "'n' is -1");
    REFUSES(c_in, 0, REF_ESIZE, "'c_in' is 0");
    REFUSES(c_out, 0, REF_ESIZE, "'c_out' is 0");
    REFUSES(d, 0, REF_ESIZE, "'d' is 0");
    REFUSES(h, 0, REF_ESIZE, "'h' is 0");
    REFUSES(w, -3, REF_ESIZE, "'w' is -3");
    REFUSES(kd, -1, REF_ESIZE, "'kd' is -1");
    REFUSES(kh, 0, REF_ESIZE, "'kh' is 0");
    REFUSES(kw, INT_MIN, REF_ESIZE, "'kw' is -2147483648");
    REFUSES(p.pl, 4, REF_ESIZE, "'pl' and 'pr' are 4 and 0");
    REFUSES(p.pb, 2, REF_ESIZE, "'pt' and 'pb' are 0 and 2");
    REFUSES(p.pk, INT_MAX, REF_ESIZE, "'pf' and 'pk'");
}
END_TEST

START_TEST(test_conv_transpose_refuses_options)
{
    REFUSES(p.sd, 0, REF_EPARAM, "'sd' is 0; it must be at least 1");
    REFUSES(p.sh, 0, REF_EPARAM, "'sh' is 0");
    REFUSES(p.sw, -2, REF_EPARAM, "'sw' is -2");
    REFUSES(p.dd, 0, REF_EPARAM, "'dd' is 0");
    REFUSES(p.dh, 0, REF_EPARAM, "'dh' is 0");
    REFUSES(p.dw, INT_MIN, REF_EPARAM, "'dw'");
    REFUSES(p.pf, -1, REF_EPARAM, "'pf' is -1");
    REFUSES(p.pk, -1, REF_EPARAM, "'pk' is -1");
    REFUSES(p.pt, -1, REF_EPARAM, "'pt' is -1");
    REFUSES(p.pb, -1, REF_EPARAM, "'pb' is -1");
    REFUSES(p.pl, -1, REF_EPARAM, "'pl' is -1");
    REFUSES(p.pr, INT_MIN, REF_EPARAM, "'pr'");
    REFUSES(p.ad, 1, REF_EPARAM, "'ad' is 1; it must be less than 'sd' 1");
    REFUSES(p.ah, -1, REF_EPARAM, "'ah' is -1");
    REFUSES(p.aw, INT_MAX, REF_EPARAM, "'aw' is 2147483647");
    REFUSES(p.groups, 0, REF_EPARAM, "'groups' is 0");
    REFUSES(p.groups, 4, REF_EPARAM, "'groups' is 4; it must divide");
    REFUSES(c_in, 3, REF_EPARAM, "'c_in' 3");
}
END_TEST

START_TEST(test_conv_transpose_refuses_absurd_products)
{
    call absurd = good_call();

    REFUSES(w, INT_MAX, REF_EOVERFLOW, "'w' is 2147483647");
    REFUSES(p.sw, INT_MAX, REF_EOVERFLOW, "'w' is 3");
    REFUSES(p.dw, INT_MAX, REF_EOVERFLOW, "'w' is 3");
    REFUSES(kh, INT_MAX, REF_EOVERFLOW, "'h' is 2");
    absurd.n = absurd.c_in = absurd.h = INT_MAX - 1;
    refuses(absurd, REF_EOVERFLOW, "'x'");
    absurd = good_call();
    absurd.c_in = absurd.c_out = 2000000000;
    absurd.n = absurd.h = absurd.w = absurd.p.groups = 1;
    refuses(absurd, REF_EOVERFLOW, "'weight'");
    absurd = good_call();
    absurd.p.sh = absurd.p.sw = INT_MAX / 2 - 10;
    refuses(absurd, REF_EOVERFLOW, "'y'");
}
END_TEST

/* One float of overlap on either end. */
START_TEST(test_conv_transpose_refuses_overlap)
{
    static float memory[200];
    enum { y_count = 2 * 2 * 2 * 4, x_count = 2 * 4 * 2 * 3, w_count = 8 };
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

START_TEST(test_conv_transpose_empty_batch)
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

/* The channels are not known: groups that divide nothing are no matter. */
START_TEST(test_conv_transpose_output_refuses)
{
    ref_conv_transpose2d_params p = REF_CONV_TRANSPOSE2D_DEFAULTS;
    int oh = 7, ow = 8;

    p.groups = 5;
    ck_assert_int_eq(ref_conv_transpose2d_output(3, 3, 2, 2, &p, NULL, &ow),
                     REF_ENULL);
    ck_assert_int_eq(ref_conv_transpose2d_output(3, 3, 2, 2, &p, &oh, NULL),
                     REF_ENULL);
    ck_assert_int_eq(ref_conv_transpose2d_output(0, 3, 2, 2, &p, &oh, &ow),
                     REF_ESIZE);
    ck_assert_int_eq(ref_conv_transpose1d_output(3, 2, NULL, NULL), REF_ENULL);
    p.aw = 1;
    ck_assert_int_eq(ref_conv_transpose2d_output(3, 3, 2, 2, &p, &oh, &ow),
                     REF_EPARAM);
    p.sw = INT_MAX;
    ck_assert_int_eq(ref_conv_transpose2d_output(3, 3, 2, 2, &p, &oh, &ow),
                     REF_EOVERFLOW);
    ck_assert_int_eq(oh, 7);
    ck_assert_int_eq(ow, 8);
    p.sw = 4;
    ck_assert_int_eq(ref_conv_transpose2d_output(3, 3, 2, 2, &p, &oh, &ow),
                     REF_OK);
    ck_assert_int_eq(oh, 4);
    ck_assert_int_eq(ow, 11);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv_transpose1d_by_hand);
    suite_test(test_conv_transpose2d_by_hand);
    suite_test(test_conv_transpose3d_by_hand);
    suite_test(test_conv_transpose_channels_and_groups);
    suite_case("edges");
    suite_test(test_conv_transpose_specials);
    suite_test(test_conv_transpose_empty_batch);
    suite_test(test_conv_transpose_refuses_absurd_products);
    suite_case("manners");
    suite_test(test_conv_transpose_good_call_is_good);
    suite_test(test_conv_transpose_refuses_null);
    suite_test(test_conv_transpose_refuses_sizes);
    suite_test(test_conv_transpose_refuses_options);
    suite_test(test_conv_transpose_refuses_overlap);
    suite_test(test_conv_transpose_output_refuses);
}

int main(void)
{
    return suite_main("conv_transpose", fill);
}
