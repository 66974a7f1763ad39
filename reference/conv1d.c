/* One-dimensional convolution: the two-dimensional one on images of one row.
 * It has the same letters for its arguments, so its messages are right too. */
#include "conv1d.h"

#include "conv1d_as_2d.h"
#include "conv2d.h"

ref_conv2d_params ref_conv1d_as_2d(const ref_conv1d_params *p)
{
    ref_conv2d_params q = REF_CONV2D_DEFAULTS;

    if (p) {
        q.sw = p->sw;
        q.pl = p->pl;
        q.pr = p->pr;
        q.pad_mode = p->pad_mode;
        q.dw = p->dw;
        q.groups = p->groups;
    }
    return q;
}

ref_status ref_conv1d(const float *x, int n, int c_in, int w,
                      const float *weight, int c_out, int kw, const float *bias,
                      const ref_conv1d_params *p, float *y)
{
    ref_conv2d_params q = ref_conv1d_as_2d(p);

    return ref_conv2d(x, n, c_in, 1, w, weight, c_out, 1, kw, bias, &q, y);
}
