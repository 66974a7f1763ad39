/* Global pooling: checks, and a micro-kernel that makes one number of each
 * channel. */
#include "global_pool.h"

#include "check.h"
#include "microkernels/microkernels.h"

/* A micro-kernel: mean or largest. */
typedef void each(const float *x, ptrdiff_t count, ptrdiff_t channels,
                  float *y);

/* What both do. */
static ref_status pool(const float *x, int n, int c, int d, int h, int w,
                       each *run, float *y)
{
    REF_TRY(ref_check_batch(n, c));
    REF_TRY(ref_check_least("d", d, 1, REF_ESIZE));
    REF_TRY(ref_check_least("h", h, 1, REF_ESIZE));
    REF_TRY(ref_check_least("w", w, 1, REF_ESIZE));
    REF_TRY(REF_CHECK_OPERANDS(REF_ARRAY("x", x, REF_IN, n, c, d, h, w),
                               REF_ARRAY("y", y, REF_OUT, n, c)));
    run(x, (ptrdiff_t)d * h * w, (ptrdiff_t)n * c, y);
    return REF_OK;
}

ref_status ref_global_avg_pool(const float *x, int n, int c, int d, int h,
                               int w, float *y)
{
    return pool(x, n, c, d, h, w, ref_cpu_microkernels()->mean, y);
}

ref_status ref_global_max_pool(const float *x, int n, int c, int d, int h,
                               int w, float *y)
{
    return pool(x, n, c, d, h, w, ref_cpu_microkernels()->largest, y);
}
