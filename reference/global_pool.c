/* Global pooling: one pass over each channel. The sum is formed in double, for
 * a plane has thousands of terms. */
#include "global_pool.h"

#include <math.h>
#include <stddef.h>

#include "check.h"
#include "operand.h"

static float average_of(const float *x, ptrdiff_t count)
{
    double sum = 0.0;

    for (ptrdiff_t k = 0; k < count; k++)
        sum += (double)x[k];
    return (float)(sum / (double)count);
}

/* x != x: only NaN is not itself, and nothing is larger than one. */
static float largest_of(const float *x, ptrdiff_t count)
{
    float best = -INFINITY;

    for (ptrdiff_t k = 0; k < count; k++)
        if (x[k] > best || x[k] != x[k])
            best = x[k];
    return best;
}

static ref_status check_sizes(int n, int c, int d, int h, int w)
{
    ref_status status = ref_check_batch(n, c);

    if (status == REF_OK)
        status = ref_check_least("d", d, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("h", h, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("w", w, 1, REF_ESIZE);
    return status;
}

/* What both do; of makes one number of a channel. */
static ref_status pool(const float *x, const int dims[5],
                       float (*of)(const float *x, ptrdiff_t count), float *y)
{
    const ref_operand list[] = {
        {"x",
         x,
         REF_IN,
         sizeof *x,
         5,
         {dims[0], dims[1], dims[2], dims[3], dims[4]}},
        {"y", y, REF_OUT, sizeof *y, 2, {dims[0], dims[1]}},
    };
    ref_status status =
        check_sizes(dims[0], dims[1], dims[2], dims[3], dims[4]);
    ptrdiff_t volume, channels;

    if (status == REF_OK)
        status = ref_check_operands(list, 2);
    if (status != REF_OK)
        return status;
    volume = (ptrdiff_t)dims[2] * dims[3] * dims[4];
    channels = (ptrdiff_t)dims[0] * dims[1];
    for (ptrdiff_t k = 0; k < channels; k++)
        y[k] = of(x + k * volume, volume);
    return REF_OK;
}

ref_status ref_global_avg_pool(const float *x, int n, int c, int d, int h,
                               int w, float *y)
{
    return pool(x, (const int[]){n, c, d, h, w}, average_of, y);
}

ref_status ref_global_max_pool(const float *x, int n, int c, int d, int h,
                               int w, float *y)
{
    return pool(x, (const int[]){n, c, d, h, w}, largest_of, y);
}
