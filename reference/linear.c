/* Fully connected layer: a product of matrices, one dot product of two dense
 * rows for each output. The dot product keeps a fixed number of partial sums,
 * so each term passes through at most in_features roundings, and bias is one
 * more: m of them, the gamma_m of bound.h.
 *
 * The outer loop runs over rows of weight, the larger array in networks: it
 * is read from memory once, and all rows of x meet it while it is in the
 * cache. */
#include "linear.h"

#include <stddef.h>

#include "check.h"
#include "microkernels/microkernels.h"
#include "operand.h"

static ref_status check(const float *x, int n, int in_features,
                        const float *weight, int out_features,
                        const float *bias, const float *y)
{
    const ref_operand list[] = {
        {"x", x, REF_IN, sizeof *x, 2, {n, in_features}},
        {"weight",
         weight,
         REF_IN,
         sizeof *weight,
         2,
         {out_features, in_features}},
        {"bias", bias, REF_IN_OPTIONAL, sizeof *bias, 1, {out_features}},
        {"y", y, REF_OUT, sizeof *y, 2, {n, out_features}},
    };
    ref_status status = ref_check_least("n", n, 0, REF_ESIZE);

    if (status == REF_OK)
        status = ref_check_least("in_features", in_features, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("out_features", out_features, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_operands(list, (int)(sizeof list / sizeof list[0]));
    return status;
}

ref_status ref_linear(const float *x, int n, int in_features,
                      const float *weight, int out_features, const float *bias,
                      float *y)
{
    const ref_microkernels *run = ref_cpu_microkernels();
    ref_status status = check(x, n, in_features, weight, out_features, bias, y);

    if (status != REF_OK || n == 0)
        return status;
    for (int o = 0; o < out_features; o++) {
        const float *row = weight + (ptrdiff_t)o * in_features;

        for (int b = 0; b < n; b++) {
            float sum =
                run->dot(x + (ptrdiff_t)b * in_features, row, in_features);

            y[(ptrdiff_t)b * out_features + o] = bias ? sum + bias[o] : sum;
        }
    }
    return REF_OK;
}
