/* Activations: an element, or a line of elements, at a time. Exponentials are
 * formed in double and rounded once. A line is read three times, for its
 * largest, its sum and its result, so that no memory is needed and the result
 * may take the place of the scores. */
#include "activation.h"

#include <math.h>

#include "check.h"
#include "log_sum.h"
#include "shape.h"

/* A comparison with NaN is false, so NaN stays. */
ref_status ref_relu(const float *x, size_t count, float *y)
{
    REF_TRY(ref_check_flat(x, count, y, count, REF_OUT_IN_PLACE));
    for (size_t i = 0; i < count; i++)
        y[i] = x[i] < 0 ? 0 : x[i];
    return REF_OK;
}

/* exp(-x) overflows to infinity only where 1 / (1 + exp(-x)) is 0 in float. */
ref_status ref_sigmoid(const float *x, size_t count, float *y)
{
    REF_TRY(ref_check_flat(x, count, y, count, REF_OUT_IN_PLACE));
    for (size_t i = 0; i < count; i++)
        y[i] = (float)(1 / (1 + exp(-(double)x[i])));
    return REF_OK;
}

ref_status ref_tanh(const float *x, size_t count, float *y)
{
    REF_TRY(ref_check_flat(x, count, y, count, REF_OUT_IN_PLACE));
    for (size_t i = 0; i < count; i++)
        y[i] = (float)tanh((double)x[i]);
    return REF_OK;
}

/* A function of one score and the sum over its line. */
typedef double of_score(double score, const ref_log_sum *sum);

/* The array as lines of n elements, step apart: step of them begin side by
 * side. Products of parts of the sizes cannot wrap around once that of all of
 * them has been seen to fit: ref_element_count does not let a 0 hide the
 * rest. */
static ref_status along_axis(of_score *function, const float *x,
                             const int *dims, int rank, int dim, float *y)
{
    size_t count = 0, n, step = 1;

    REF_TRY(ref_check_least("rank", rank, 1, REF_EPARAM));
    REF_TRY(ref_check_pointer("dims", dims));
    REF_TRY(ref_element_count("x", dims, rank, sizeof *x, &count));
    if (dim < -rank || dim >= rank)
        return ref_fail(REF_EPARAM,
                        "argument 'dim' is %d; with rank %d it must be %d to "
                        "%d",
                        dim, rank, -rank, rank - 1);
    REF_TRY(ref_check_flat(x, count, y, count, REF_OUT_IN_PLACE));
    if (dim < 0)
        dim += rank;
    n = (size_t)dims[dim];
    for (int r = dim + 1; r < rank; r++)
        step *= (size_t)dims[r];
    for (size_t first = 0; first < count; first += n * step)
        for (size_t line = first; line < first + step; line++) {
            const ref_log_sum sum =
                ref_log_sum_of(x + line, dims[dim], (ptrdiff_t)step);

            for (size_t at = line; at < line + n * step; at += step)
                y[at] = (float)function((double)x[at], &sum);
        }
    return REF_OK;
}

ref_status ref_softmax(const float *x, const int *dims, int rank, int dim,
                       float *y)
{
    return along_axis(ref_softmax_of, x, dims, rank, dim, y);
}

ref_status ref_log_softmax(const float *x, const int *dims, int rank, int dim,
                           float *y)
{
    return along_axis(ref_log_softmax_of, x, dims, rank, dim, y);
}
