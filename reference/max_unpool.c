/* The way back from a maximum pool: zeros, and each number at its place. All
 * indices are seen before anything is written. */
#include <inttypes.h>

#include "check.h"
#include "max_pool.h"
#include "pool_task.h"

/* Each index names a place of a plane of the given number of places.
 *   dims  in   n, c, h, w of the indices */
static ref_status check_indices(const int64_t *indices, const int dims[4],
                                ptrdiff_t places)
{
    ptrdiff_t w = dims[3], plane = dims[2] * w, channels = dims[1];
    ptrdiff_t count = dims[0] * channels * plane;

    for (ptrdiff_t at = 0; at < count; at++)
        if (indices[at] < 0 || indices[at] >= places)
            return ref_fail(REF_EPARAM,
                            "argument 'indices' at [%td,%td,%td,%td] is "
                            "%" PRId64 "; it must be from 0 to %td",
                            at / plane / channels, at / plane % channels,
                            at % plane / w, at % w, indices[at], places - 1);
    return REF_OK;
}

ref_status ref_max_unpool2d(const float *x, const int64_t *indices, int n,
                            int c, int h, int w, int oh, int ow, float *y)
{
    const ptrdiff_t count = (ptrdiff_t)h * w, places = (ptrdiff_t)oh * ow;

    REF_TRY(ref_check_images(n, c, h, w));
    REF_TRY(ref_check_least("oh", oh, 1, REF_ESIZE));
    REF_TRY(ref_check_least("ow", ow, 1, REF_ESIZE));
    REF_TRY(
        REF_CHECK_OPERANDS(REF_ARRAY("x", x, REF_IN, n, c, h, w),
                           REF_ARRAY("indices", indices, REF_IN, n, c, h, w),
                           REF_ARRAY("y", y, REF_OUT, n, c, oh, ow)));
    REF_TRY(check_indices(indices, (const int[]){n, c, h, w}, places));
    for (ptrdiff_t k = 0; k < (ptrdiff_t)n * c; k++, y += places) {
        for (ptrdiff_t at = 0; at < places; at++)
            y[at] = 0.0f;
        for (ptrdiff_t at = 0; at < count; at++) /* the later of two stays */
            y[*indices++] = *x++;
    }
    return REF_OK;
}

ref_status ref_max_unpool2d_output(int h, int w, int kh, int kw,
                                   const ref_max_pool2d_params *p, int *oh,
                                   int *ow)
{
    const ref_max_pool2d_params q = p ? *p : REF_MAX_POOL2D_DEFAULTS;
    ref_window t = REF_WINDOW2D(h, w, kh, kw, q);

    ref_pool_strides(&t);
    for (int a = 0; a < REF_AXES; a++)
        REF_TRY(ref_transposed_size(&t.axis[a], 0, &t.out[a]));
    return ref_window_give(&t, REF_AXIS_H, NULL, oh, ow);
}
