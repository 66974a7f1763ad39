/* Power-average pooling, window after window: powers and their sum in double,
 * so that the float it becomes is right but for the last rounding. Nothing is
 * shared between windows that overlap, and no memory is taken. */
#include "lp_pool.h"

#include <math.h>

#include "check.h"
#include "pool_task.h"

static ref_pool_task task2d(const float *x, int n, int c, int h, int w, int kh,
                            int kw, const ref_lp_pool2d_params *p)
{
    const ref_lp_pool2d_params q = p ? *p : REF_LP_POOL2D_DEFAULTS;
    const ref_window window = {.axis = {REF_NO_AXIS(REF_AXIS_D),
                                        {REF_AXIS_H, h, kh, q.sh, 0, 0, 1},
                                        {REF_AXIS_W, w, kw, q.sw, 0, 0, 1}}};

    return (ref_pool_task){x, n, c, q.ceil_mode, window};
}

/* x^p. PyTorch takes square roots, and pow differs from them at minus
 * infinity; the products are for speed. */
static double power(double x, double p)
{
    if (p == 1.0)
        return x;
    if (p == 2.0)
        return x * x;
    if (p == 0.5)
        return sqrt(x);
    if (p == -0.5)
        return 1.0 / sqrt(x);
    return pow(x, p);
}

/* The norm of the window at (i, j) of a plane. */
static double norm_at(const ref_axis *a, const float *x, double p, int i, int j)
{
    const ref_axis *height = &a[REF_AXIS_H], *width = &a[REF_AXIS_W];
    int rows = ref_pool_taps(height, i).end;
    int columns = ref_pool_taps(width, j).end;
    double area = (double)height->k * width->k, sum = 0.0;

    x += (ptrdiff_t)i * height->s * width->n + (ptrdiff_t)j * width->s;
    for (int u = 0; u < rows; u++, x += width->n)
        for (int v = 0; v < columns; v++)
            sum += power((double)x[v], p);
    return power(sum / ((double)rows * columns) * area, 1.0 / p);
}

ref_status ref_lp_pool2d(const float *x, int n, int c, int h, int w,
                         float norm_type, int kh, int kw,
                         const ref_lp_pool2d_params *p, float *y)
{
    ref_pool_task t = task2d(x, n, c, h, w, kh, kw, p);
    const int *out = t.window.out;

    if (!isfinite(norm_type) || norm_type == 0.0f)
        return ref_fail(REF_EPARAM,
                        "argument 'norm_type' is %g; it must be a finite "
                        "number other than 0",
                        (double)norm_type);
    REF_TRY(ref_pool_check(&t, y, NULL));
    for (ptrdiff_t k = 0; k < ref_pool_channels(&t); k++, x += (ptrdiff_t)h * w)
        for (int i = 0; i < out[REF_AXIS_H]; i++)
            for (int j = 0; j < out[REF_AXIS_W]; j++)
                *y++ =
                    (float)norm_at(t.window.axis, x, (double)norm_type, i, j);
    return REF_OK;
}

ref_status ref_lp_pool2d_output(int h, int w, int kh, int kw,
                                const ref_lp_pool2d_params *p, int *oh, int *ow)
{
    return ref_pool_give(task2d(NULL, 0, 1, h, w, kh, kw, p), REF_AXIS_H, NULL,
                         oh, ow);
}
