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

/* An array as outer x n x inner, n the axis in question; all 0 if it is
 * empty. */
typedef struct lines {
    size_t outer, inner;
    int n;
} lines;

static size_t product(const int *dims, int first, int end)
{
    size_t p = 1;

    for (int r = first; r < end; r++)
        p *= (size_t)dims[r];
    return p;
}

static ref_status check_axis(int rank, int dim)
{
    if (dim >= -rank && dim < rank)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument 'dim' is %d; with rank %d it must be %d to %d",
                    dim, rank, -rank, rank - 1);
}

/* Products of parts of the sizes cannot wrap around once that of all of them
 * has been seen to fit: ref_element_count does not let a 0 hide the rest. */
static ref_status measure(const float *x, const int *dims, int rank, int dim,
                          const float *y, lines *l)
{
    size_t count = 0;

    REF_TRY(ref_check_least("rank", rank, 1, REF_EPARAM));
    REF_TRY(ref_check_pointer("dims", dims));
    REF_TRY(ref_element_count("x", dims, rank, sizeof *x, &count));
    REF_TRY(check_axis(rank, dim));
    REF_TRY(ref_check_flat(x, count, y, count, REF_OUT_IN_PLACE));
    if (count == 0)
        return REF_OK;
    if (dim < 0)
        dim += rank;
    *l =
        (lines){product(dims, 0, dim), product(dims, dim + 1, rank), dims[dim]};
    return REF_OK;
}

static void apply(double (*function)(double, const ref_log_sum *),
                  const float *x, int n, size_t step, float *y)
{
    const ref_log_sum sum = ref_log_sum_of(x, n, (ptrdiff_t)step);

    for (int k = 0; k < n; k++)
        y[(size_t)k * step] =
            (float)function((double)x[(size_t)k * step], &sum);
}

static ref_status along_axis(double (*function)(double, const ref_log_sum *),
                             const float *x, const int *dims, int rank, int dim,
                             float *y)
{
    lines l = {0};

    REF_TRY(measure(x, dims, rank, dim, y, &l));
    for (size_t o = 0; o < l.outer; o++)
        for (size_t i = 0; i < l.inner; i++) {
            const size_t start = o * (size_t)l.n * l.inner + i;

            apply(function, x + start, l.n, l.inner, y + start);
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
