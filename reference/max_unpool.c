/* The way back from a maximum pool: zeros, and each number at its place. All
 * indices are seen before anything is written. */
#include <inttypes.h>
#include <stddef.h>

#include "check.h"
#include "max_pool.h"
#include "operand.h"
#include "pool_task.h"

static ref_status check_sizes(int n, int c, int h, int w, int oh, int ow)
{
    ref_status status = ref_check_images(n, c, h, w);

    if (status == REF_OK)
        status = ref_check_least("oh", oh, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("ow", ow, 1, REF_ESIZE);
    return status;
}

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

/* One plane, in the order of memory: of two that meet, the later stays. */
static void unpool_plane(const float *x, const int64_t *indices,
                         ptrdiff_t count, float *y, ptrdiff_t places)
{
    for (ptrdiff_t k = 0; k < places; k++)
        y[k] = 0.0f;
    for (ptrdiff_t k = 0; k < count; k++)
        y[indices[k]] = x[k];
}

ref_status ref_max_unpool2d(const float *x, const int64_t *indices, int n,
                            int c, int h, int w, int oh, int ow, float *y)
{
    const ref_operand list[] = {
        {"x", x, REF_IN, sizeof *x, 4, {n, c, h, w}},
        {"indices", indices, REF_IN, sizeof *indices, 4, {n, c, h, w}},
        {"y", y, REF_OUT, sizeof *y, 4, {n, c, oh, ow}},
    };
    ref_status status = check_sizes(n, c, h, w, oh, ow);
    ptrdiff_t count, places;

    if (status == REF_OK)
        status = ref_check_operands(list, 3);
    if (status != REF_OK)
        return status;
    count = (ptrdiff_t)h * w;
    places = (ptrdiff_t)oh * ow;
    status = check_indices(indices, list[1].dims, places);
    if (status != REF_OK)
        return status;
    for (ptrdiff_t k = 0; k < (ptrdiff_t)n * c; k++)
        unpool_plane(x + k * count, indices + k * count, count, y + k * places,
                     places);
    return REF_OK;
}

ref_status ref_max_unpool2d_output(int h, int w, int kh, int kw,
                                   const ref_max_pool2d_params *p, int *oh,
                                   int *ow)
{
    const ref_max_pool2d_params q = p ? *p : REF_MAX_POOL2D_DEFAULTS;
    ref_window t = {
        .axis = {REF_NO_AXIS(REF_AXIS_D),
                 ref_pool_axis(REF_AXIS_H, h, kh, q.sh, q.pt, q.pb, q.dh),
                 ref_pool_axis(REF_AXIS_W, w, kw, q.sw, q.pl, q.pr, q.dw)}};
    ref_status status = REF_OK;

    for (int a = 0; a < REF_AXES && status == REF_OK; a++)
        status = ref_transposed_size(&t.axis[a], 0, &t.out[a]);
    if (status == REF_OK)
        status = ref_window_give(&t, REF_AXIS_H, NULL, oh, ow);
    return status;
}
