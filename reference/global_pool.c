/* Global pooling: checks, and a micro-kernel that makes one number of each
 * channel. */
#include "global_pool.h"

#include <stddef.h>

#include "check.h"
#include "microkernels/microkernels.h"
#include "operand.h"

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

/* A micro-kernel: mean or largest. */
typedef void each(const float *x, ptrdiff_t count, ptrdiff_t channels,
                  float *y);

/* What both do. */
static ref_status pool(const float *x, const int dims[5], each *run, float *y)
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

    if (status == REF_OK)
        status = ref_check_operands(list, 2);
    if (status != REF_OK)
        return status;
    run(x, (ptrdiff_t)dims[2] * dims[3] * dims[4], (ptrdiff_t)dims[0] * dims[1],
        y);
    return REF_OK;
}

ref_status ref_global_avg_pool(const float *x, int n, int c, int d, int h,
                               int w, float *y)
{
    return pool(x, (const int[]){n, c, d, h, w}, ref_cpu_microkernels()->mean,
                y);
}

ref_status ref_global_max_pool(const float *x, int n, int c, int d, int h,
                               int w, float *y)
{
    return pool(x, (const int[]){n, c, d, h, w},
                ref_cpu_microkernels()->largest, y);
}
