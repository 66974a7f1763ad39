/* Calls of the library in the lectures' own terms. */
#include "lecture.h"

#include <check.h>

#include "reference/cost.h"
#include "reference/max_pool.h"
#include "reference/receptive.h"
#include "reference/shape.h"

enum { ROOM = 200, LAYERS = 10 };

void lecture_equal(const float *y, const float *expected, int count)
{
    for (int i = 0; i < count; i++)
        ck_assert_msg(y[i] == expected[i], "[%d] is %g, must be %g", i,
                      (double)y[i], (double)expected[i]);
}

void lecture_conv2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, const ref_conv2d_params *p, const float *expected,
                    int count)
{
    float y[ROOM];
    int oh, ow;

    ck_assert_int_eq(ref_conv2d_output(h, w, kh, kw, p, &oh, &ow), REF_OK);
    ck_assert_int_eq(oh * ow, count);
    ck_assert_int_le(count, ROOM);
    ck_assert_int_eq(ref_conv2d(x, 1, 1, h, w, k, 1, kh, kw, NULL, p, y),
                     REF_OK);
    lecture_equal(y, expected, count);
}

void lecture_conv1d(const float *x, int w, const float *k, int kw,
                    const ref_conv1d_params *p, const float *expected,
                    int count)
{
    float y[ROOM];
    int ow;

    ck_assert_int_eq(ref_conv1d_output(w, kw, p, &ow), REF_OK);
    ck_assert_int_eq(ow, count);
    ck_assert_int_le(count, ROOM);
    ck_assert_int_eq(ref_conv1d(x, 1, 1, w, k, 1, kw, NULL, p, y), REF_OK);
    lecture_equal(y, expected, count);
}

void lecture_conv_sizes(const lecture_size *sizes, int count)
{
    for (int i = 0; i < count; i++) {
        const lecture_size *s = &sizes[i];
        const ref_conv2d_params p = {.sh = s->sh,
                                     .sw = s->sw,
                                     .pt = s->ph,
                                     .pb = s->ph,
                                     .pl = s->pw,
                                     .pr = s->pw,
                                     .dh = s->dh,
                                     .dw = s->dw,
                                     .groups = 1};
        int oh, ow;

        ck_assert_int_eq(
            ref_conv2d_output(s->h, s->w, s->kh, s->kw, &p, &oh, &ow), REF_OK);
        ck_assert_int_eq(oh, s->oh);
        ck_assert_int_eq(ow, s->ow);
    }
}

void lecture_pool_sizes(const lecture_size *sizes, int count)
{
    for (int i = 0; i < count; i++) {
        const lecture_size *s = &sizes[i];
        const ref_max_pool2d_params p = {
            .sh = s->sh, .sw = s->sw, .dh = s->dh, .dw = s->dw};
        int oh, ow;

        ck_assert_int_eq(
            ref_max_pool2d_output(s->h, s->w, s->kh, s->kw, &p, &oh, &ow),
            REF_OK);
        ck_assert_int_eq(oh, s->oh);
        ck_assert_int_eq(ow, s->ow);
    }
}

void lecture_axis_sizes(const int (*rows)[5], int count)
{
    for (int i = 0; i < count; i++) {
        const ref_axis a = {
            REF_AXIS_H, rows[i][0],     rows[i][1],
            rows[i][2], rows[i][3] / 2, rows[i][3] - rows[i][3] / 2,
            1};
        int out;

        ck_assert_int_eq(ref_output_size(&a, &out), REF_OK);
        ck_assert_int_eq(out, rows[i][4]);
    }
}

int64_t lecture_conv_weights(int c_in, int kh, int kw, int c_out, int bias)
{
    ref_cost cost;

    ck_assert_int_eq(
        ref_conv2d_cost(c_in, kh, kw, c_out, kh, kw, bias, NULL, &cost),
        REF_OK);
    return cost.parameters;
}

int64_t lecture_dense_weights(int in, int out, int bias)
{
    ref_cost cost;

    ck_assert_int_eq(ref_linear_cost(in, out, bias, &cost), REF_OK);
    return cost.parameters;
}

int64_t lecture_field(const int (*layers)[2], int count)
{
    ref_layer chain[LAYERS];
    ref_field fields[LAYERS];

    ck_assert_int_le(count, LAYERS);
    for (int i = 0; i < count; i++)
        chain[i] = (ref_layer){layers[i][0], layers[i][1], 0, 1};
    ck_assert_int_eq(ref_receptive_field(chain, count, fields), REF_OK);
    return fields[count - 1].size;
}
