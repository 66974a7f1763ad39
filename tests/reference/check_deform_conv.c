/* Tests of reference/deform_conv.c: what is promised on paper, what is
 * refused. Any shape and option is in check_deform_conv_loops.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/deform_conv.h"
#include "tests/support/suite.h"

/* What one tap of weight 1 gives at the middle of the 3x3 image 1 .. 9, sent
 * elsewhere. */
static float look(float dy, float dx)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, one = 1;
    float offset[18] = {0}, y[9];

    offset[4] = dy;
    offset[9 + 4] = dx;
    ck_assert_int_eq(ref_deform_conv2d(x, 1, 1, 3, 3, offset, NULL, &one, 1, 1,
                                       1, NULL, NULL, y),
                     REF_OK);
    for (int i = 0; i < 9; i++)
        if (i != 4)
            ck_assert_float_eq(y[i], x[i]);
    return y[4];
}

/* Would pass unseen: dx before dy. */
START_TEST(test_deform_conv_whole_offsets)
{
    ck_assert_float_eq(look(0, 0), 5);
    ck_assert_float_eq(look(1, 0), 8);
    ck_assert_float_eq(look(0, 1), 6);
    ck_assert_float_eq(look(-1, 1), 3);
    ck_assert_float_eq(look(1, -1), 7);
    ck_assert_float_eq(look(-2, 0), 0);
    ck_assert_float_eq(look(0, 2), 0);
    ck_assert_float_eq(look(1e30f, 0), 0);
    ck_assert_float_eq(look(0, -1e30f), 0);
}
END_TEST

/* Between pixels, and between the last pixels and the zeros. */
START_TEST(test_deform_conv_parts_of_a_pixel)
{
    ck_assert_float_eq(look(0.5f, 0), 6.5f);
    ck_assert_float_eq(look(0, -0.5f), 4.5f);
    ck_assert_float_eq(look(0.5f, 0.5f), 7);    /* (5+6+8+9)/4 */
    ck_assert_float_eq(look(-0.25f, 0), 4.25f); /* 5*3/4 + 2/4 */
    ck_assert_float_eq(look(0.25f, 0.75f), 6.5f);
    ck_assert_float_eq(look(-1.5f, 0), 1);
    ck_assert_float_eq(look(1.5f, 0), 4);
    ck_assert_float_eq(look(1.5f, 1.5f), 2.25f);
    ck_assert_float_eq(look(-1.75f, -1.5f), 0.125f);
}
END_TEST

/* A call without padding, with p, and its results. */
static void gives(const float *x, int c_in, int w, const float *offset,
                  const float *mask, const float *weight, int kw,
                  const float *bias, const ref_deform_conv2d_params *p,
                  const float *expected)
{
    float y[8];
    int oh = -1, ow = -1;

    ck_assert_int_eq(ref_deform_conv2d_output(1, w, 1, kw, p, &oh, &ow),
                     REF_OK);
    ck_assert_int_eq(oh, 1);
    ck_assert_int_eq(ow, w - kw + 1);
    ck_assert_int_eq(ref_deform_conv2d(x, 1, c_in, 1, w, offset, mask, weight,
                                       1, 1, kw, bias, p, y),
                     REF_OK);
    for (int j = 0; j < ow; j++)
        ck_assert_float_eq(y[j], expected[j]);
}

/* Each tap looks with its own offset, and its find counts by its own mask. */
START_TEST(test_deform_conv_taps_and_mask)
{
    const float x[] = {1, 10, 100, 1000}, weight[] = {1, 2}, bias[] = {7};
    const float offset[] = {
        /* first tap: dy, dx */ 0, 0, 0, 2,  0, -1,
        /* second tap */ 0,        1, 0, -1, 0, 0.5f};
    const float mask[] = {1, 2, 3, 4, 5, 0.5f};

    /* the taps find 100 10 10 and 1 0 500 */
    gives(x, 1, 4, offset, NULL, weight, 2, bias, NULL,
          (float[]){7 + 100 + 2, 7 + 10, 7 + 10 + 1000});
    gives(x, 1, 4, offset, mask, weight, 2, bias, NULL,
          (float[]){7 + 100 + 8, 7 + 20, 7 + 30 + 500});
    gives(x, 1, 4, offset, mask, weight, 2, NULL, NULL,
          (float[]){100 + 8, 20, 30 + 500});
}
END_TEST

/* Two channels that look with offsets and masks of their own. */
START_TEST(test_deform_conv_offset_groups)
{
    const float x[] = {1, 10, 100, 1000}, weight[] = {1, 1};
    const float offset[] = {
        /* channel 0: dy, dx */ 0, 0, 1, 0,
        /* channel 1 */ 0,         0, 0, 0};
    const float mask[] = {2, 3, 5, 7};
    ref_deform_conv2d_params p = REF_DEFORM_CONV2D_DEFAULTS;

    p.offset_groups = 2;
    gives(x, 2, 2, offset, NULL, weight, 1, NULL, &p, (float[]){110, 1010});
    gives(x, 2, 2, offset, mask, weight, 1, NULL, &p, (float[]){520, 7030});
    p.offset_groups = 1;
    gives(x, 2, 2, offset, mask, weight, 1, NULL, &p,
          (float[]){2 * 1010, 3 * 1010});
}
END_TEST

/* As look, with a pixel of infinity, a mask, a weight: 'n' for NaN, 'i' for
 * infinity, '0' for 0, '.' for any other. */
static char look_kind(float dy, float dx, int infinite, float at_mask, float w)
{
    float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, offset[18] = {0}, mask[9] = {0};
    float y[9];

    if (infinite >= 0)
        x[infinite] = INFINITY;
    offset[4] = dy;
    offset[9 + 4] = dx;
    mask[4] = at_mask;
    ck_assert_int_eq(ref_deform_conv2d(x, 1, 1, 3, 3, offset, mask, &w, 1, 1, 1,
                                       NULL, NULL, y),
                     REF_OK);
    return isnan(y[4]) ? 'n' : isinf(y[4]) ? 'i' : y[4] == 0.0f ? '0' : '.';
}

/* What torchvision 0.14 gives, but where a NaN position stops it. */
START_TEST(test_deform_conv_offsets_that_are_no_numbers)
{
    ck_assert_int_eq(look_kind(NAN, 0, -1, 1, 1), 'n');
    ck_assert_int_eq(look_kind(0, NAN, -1, 1, 1), 'n');
    ck_assert_int_eq(look_kind(NAN, NAN, -1, 1, 1), 'n');
    ck_assert_int_eq(look_kind(NAN, 0, -1, 0, 1), 'n');
    ck_assert_int_eq(look_kind(5, NAN, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(NAN, -5, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(INFINITY, 0, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(0, -INFINITY, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(NAN, INFINITY, -1, 1, 1), '0');
    /* the first places that are outside: -1 and the size */
    ck_assert_int_eq(look_kind(-2, NAN, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(2, NAN, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(NAN, -2, -1, 1, 1), '0');
    ck_assert_int_eq(look_kind(NAN, 2, -1, 1, 1), '0');
}
END_TEST

START_TEST(test_deform_conv_infinite_numbers)
{
    enum { ABOVE = 1, LEFT = 3, MIDDLE = 4, RIGHT = 5, BELOW = 7 };

    ck_assert_int_eq(look_kind(0, 0, MIDDLE, 1, 1), 'i');
    ck_assert_int_eq(look_kind(0, 0, RIGHT, 1, 1), 'n');
    ck_assert_int_eq(look_kind(0, 0, BELOW, 1, 1), 'n');
    ck_assert_int_eq(look_kind(0, 0, LEFT, 1, 1), '.');
    ck_assert_int_eq(look_kind(0, 0.5f, RIGHT, 1, 1), 'i');
    ck_assert_int_eq(look_kind(0, -0.5f, RIGHT, 1, 1), '.');
    ck_assert_int_eq(look_kind(0, 1, RIGHT, 1, 1), 'i');
    ck_assert_int_eq(look_kind(-2, 0, ABOVE, 1, 1), '0');
    ck_assert_int_eq(look_kind(0, -2, LEFT, 1, 1), '0');
    ck_assert_int_eq(look_kind(-1.5f, 0, ABOVE, 1, 1), 'i');
    ck_assert_int_eq(look_kind(0, 0, MIDDLE, 0, 1), 'n');
    ck_assert_int_eq(look_kind(0, 0, MIDDLE, 1, 0), 'n');
    ck_assert_int_eq(look_kind(9, 0, -1, INFINITY, 1), 'n');
    ck_assert_int_eq(look_kind(9, 0, -1, NAN, 1), 'n');
    ck_assert_int_eq(look_kind(9, 0, -1, 1, INFINITY), 'n');
    ck_assert_int_eq(look_kind(0, 0, -1, INFINITY, 1), 'i');
}
END_TEST

/* A call that is right in everything; tests change one thing of it. */
typedef struct call {
    const float *x;
    int n, c_in, h, w;
    const float *offset, *mask, *weight;
    int c_out, kh, kw;
    const float *bias;
    ref_deform_conv2d_params p;
    float *y;
} call;

enum {
    X_COUNT = 2 * 4 * 2 * 3,
    PLACES = 2 * 2 * 2 * 2 * 2, /* images, offset groups, taps, y's rows and
                                   columns */
    WEIGHT_COUNT = 2 * 2 * 2,
    Y_COUNT = 2 * 2 * 2 * 2
};

static float input[X_COUNT], offsets[2 * PLACES], masks[PLACES];
static float weight[WEIGHT_COUNT], bias[2], output[Y_COUNT];

/* 2 images, 4 channels of 2x3 to 2 of 2x2, 2 groups of either kind. */
static call good_call(void)
{
    call c = {input,
              2,
              4,
              2,
              3,
              offsets,
              masks,
              weight,
              2,
              1,
              2,
              bias,
              REF_DEFORM_CONV2D_DEFAULTS,
              output};

    c.p.groups = c.p.offset_groups = 2;
    return c;
}

static ref_status run(const call *c)
{
    return ref_deform_conv2d(c->x, c->n, c->c_in, c->h, c->w, c->offset,
                             c->mask, c->weight, c->c_out, c->kh, c->kw,
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

START_TEST(test_deform_conv_good_call_is_good)
{
    call c = good_call();

    ck_assert_int_eq(run(&c), REF_OK);
    c.mask = c.bias = NULL;
    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_deform_conv_refuses_null)
{
    REFUSES(x, NULL, REF_ENULL, "'x' is NULL");
    REFUSES(offset, NULL, REF_ENULL, "'offset' is NULL");
    REFUSES(weight, NULL, REF_ENULL, "'weight' is NULL");
    REFUSES(y, NULL, REF_ENULL, "'y' is NULL");
}
END_TEST

START_TEST(test_deform_conv_refuses_sizes)
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

START_TEST(test_deform_conv_refuses_options)
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
    REFUSES(p.offset_groups, 0, REF_EPARAM, "'offset_groups' is 0");
    REFUSES(p.offset_groups, 3, REF_EPARAM, "'offset_groups' is 3; it must");
    REFUSES(p.offset_groups, INT_MAX, REF_EPARAM, "'c_in' 4");
}
END_TEST

START_TEST(test_deform_conv_refuses_absurd_products)
{
    call c = good_call();

    c.n = c.c_in = c.h = c.w = INT_MAX - 1;
    refuses(c, REF_EOVERFLOW, "'x'");
    c = good_call();
    c.p.pt = c.p.pl = INT_MAX / 2;
    refuses(c, REF_EOVERFLOW, "'offset'");
    c.p.pt = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'pt'");
    c = good_call();
    c.n = c.h = c.w = c.kw = 1;
    c.c_in = c.c_out = INT_MAX;
    c.p.groups = c.p.offset_groups = 1;
    refuses(c, REF_EOVERFLOW, "'weight'");
}
END_TEST

/* One float of overlap on either end, with each input. */
START_TEST(test_deform_conv_refuses_overlap)
{
    static float memory[300];
    call c = good_call();

    c.y = memory + 150;
    c.x = memory + 150 + Y_COUNT - 1;
    refuses(c, REF_EOVERLAP, "'x'");
    c.x = memory + 150 - X_COUNT;
    c.offset = memory + 150 - 2 * PLACES + 1;
    refuses(c, REF_EOVERLAP, "'offset'");
    c.offset = memory + 150 - 2 * PLACES;
    c.mask = memory + 150 - PLACES + 1;
    refuses(c, REF_EOVERLAP, "'mask'");
    c.mask = memory + 150 - PLACES;
    c.weight = memory + 150 - WEIGHT_COUNT + 1;
    refuses(c, REF_EOVERLAP, "'weight'");
    c.weight = memory + 150 - WEIGHT_COUNT;
    c.bias = memory + 150 + Y_COUNT - 1;
    refuses(c, REF_EOVERLAP, "'bias'");
    c.bias = memory + 150 + Y_COUNT;
    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_deform_conv_empty_batch)
{
    call c = good_call();

    c.n = 0;
    c.x = c.offset = c.mask = NULL;
    c.y = NULL;
    ck_assert_int_eq(run(&c), REF_OK);
    c.h = 0;
    refuses(c, REF_ESIZE, "'h' is 0");
}
END_TEST

/* The channels are not known: groups that divide nothing are no matter. */
START_TEST(test_deform_conv_output_refuses)
{
    ref_deform_conv2d_params p = REF_DEFORM_CONV2D_DEFAULTS;
    int oh = 7, ow = 8;

    p.groups = p.offset_groups = 5;
    ck_assert_int_eq(ref_deform_conv2d_output(3, 3, 2, 2, &p, NULL, &ow),
                     REF_ENULL);
    ck_assert_int_eq(ref_deform_conv2d_output(3, 3, 2, 2, &p, &oh, NULL),
                     REF_ENULL);
    ck_assert_int_eq(ref_deform_conv2d_output(3, 3, 4, 2, &p, &oh, &ow),
                     REF_ESIZE);
    p.sw = 0;
    ck_assert_int_eq(ref_deform_conv2d_output(3, 3, 2, 2, &p, &oh, &ow),
                     REF_EPARAM);
    p.sw = 2;
    p.pt = INT_MAX;
    ck_assert_int_eq(ref_deform_conv2d_output(3, 3, 2, 2, &p, &oh, &ow),
                     REF_EOVERFLOW);
    ck_assert_int_eq(oh, 7);
    ck_assert_int_eq(ow, 8);
    p.pt = 1;
    ck_assert_int_eq(ref_deform_conv2d_output(3, 4, 2, 2, &p, &oh, &ow),
                     REF_OK);
    ck_assert_int_eq(oh, 3);
    ck_assert_int_eq(ow, 2);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_deform_conv_whole_offsets);
    suite_test(test_deform_conv_parts_of_a_pixel);
    suite_test(test_deform_conv_taps_and_mask);
    suite_test(test_deform_conv_offset_groups);
    suite_case("edges");
    suite_test(test_deform_conv_offsets_that_are_no_numbers);
    suite_test(test_deform_conv_infinite_numbers);
    suite_test(test_deform_conv_empty_batch);
    suite_test(test_deform_conv_refuses_absurd_products);
    suite_case("manners");
    suite_test(test_deform_conv_good_call_is_good);
    suite_test(test_deform_conv_refuses_null);
    suite_test(test_deform_conv_refuses_sizes);
    suite_test(test_deform_conv_refuses_options);
    suite_test(test_deform_conv_refuses_overlap);
    suite_test(test_deform_conv_output_refuses);
}

int main(void)
{
    return suite_main("deform_conv", fill);
}
