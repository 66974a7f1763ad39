/* Fully connected layer: a product of matrices, one dot product of two dense
 * rows for each output. The dot product keeps a fixed number of partial sums,
 * so each term passes through at most in_features roundings, and bias is one
 * more: m of them, the gamma_m of bound.h.
 *
 * The outer loop runs over rows of weight, the larger array in networks: it
 * is read from memory once, and all rows of x meet it while it is in the
 * cache. */
#include "linear.h"

#include "check.h"
#include "microkernels/microkernels.h"

ref_status ref_linear(const float *x, int n, int in_features,
                      const float *weight, int out_features, const float *bias,
                      float *y)
{
    const ref_microkernels *run = ref_cpu_microkernels();

    REF_TRY(ref_check_least("n", n, 0, REF_ESIZE));
    REF_TRY(ref_check_least("in_features", in_features, 1, REF_ESIZE));
    REF_TRY(ref_check_least("out_features", out_features, 1, REF_ESIZE));
    REF_TRY(REF_CHECK_OPERANDS(
        REF_ARRAY("x", x, REF_IN, n, in_features),
        REF_ARRAY("weight", weight, REF_IN, out_features, in_features),
        REF_ARRAY("bias", bias, REF_IN_OPTIONAL, out_features),
        REF_ARRAY("y", y, REF_OUT, n, out_features)));
    for (ptrdiff_t o = 0; o < out_features; o++)
        for (ptrdiff_t b = 0; b < n; b++) {
            float sum = run->dot(x + b * in_features, weight + o * in_features,
                                 in_features);

            y[b * out_features + o] = bias ? sum + bias[o] : sum;
        }
    return REF_OK;
}
