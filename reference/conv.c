/* Convolution in one, two and three dimensions: gathers the arguments, checks
 * them, picks an algorithm, calls it. No number of an image is computed here.
 */
#include "conv.h"

#include "check.h"
#include "conv_method.h"
#include "conv_task.h"

ref_conv_task ref_conv1d_task(const float *x, int n, int c_in, int w,
                              const float *weight, int c_out, int kw,
                              const float *bias, const ref_conv1d_params *p)
{
    const ref_conv1d_params q = p ? *p : REF_CONV1D_DEFAULTS;
    const ref_window window = REF_WINDOW1D(w, kw, q);

    return (ref_conv_task){x,      weight,      bias,     n,
                           c_in,   c_out,       q.groups, q.pad_mode,
                           window, q.algorithm, q.threads};
}

ref_conv_task ref_conv2d_task(const float *x, int n, int c_in, int h, int w,
                              const float *weight, int c_out, int kh, int kw,
                              const float *bias, const ref_conv2d_params *p)
{
    const ref_conv2d_params q = p ? *p : REF_CONV2D_DEFAULTS;
    const ref_window window = REF_WINDOW2D(h, w, kh, kw, q);

    return (ref_conv_task){x,      weight,      bias,     n,
                           c_in,   c_out,       q.groups, q.pad_mode,
                           window, q.algorithm, q.threads};
}

ref_conv_task ref_conv3d_task(const float *x, int n, int c_in, int d, int h,
                              int w, const float *weight, int c_out, int kd,
                              int kh, int kw, const float *bias,
                              const ref_conv3d_params *p)
{
    const ref_conv3d_params q = p ? *p : REF_CONV3D_DEFAULTS;
    const ref_window window = REF_WINDOW3D(d, h, w, kd, kh, kw, q);

    return (ref_conv_task){x,      weight,      bias,     n,
                           c_in,   c_out,       q.groups, q.pad_mode,
                           window, q.algorithm, q.threads};
}

ref_status ref_check_channels(int n, int c_in, int c_out, int groups)
{
    REF_TRY(ref_check_least("n", n, 0, REF_ESIZE));
    REF_TRY(ref_check_least("c_in", c_in, 1, REF_ESIZE));
    REF_TRY(ref_check_least("c_out", c_out, 1, REF_ESIZE));
    REF_TRY(ref_check_least("groups", groups, 1, REF_EPARAM));
    if (c_in % groups != 0 || c_out % groups != 0)
        return ref_fail(REF_EPARAM,
                        "argument 'groups' is %d; it must divide 'c_in' %d and "
                        "'c_out' %d",
                        groups, c_in, c_out);
    return REF_OK;
}

ref_status ref_conv_measure(ref_conv_task *t)
{
    const ref_axis *a = t->window.axis;

    REF_TRY(ref_check_channels(t->n, t->c_in, t->c_out, t->groups));
    REF_TRY(ref_window_measure(&t->window));
    REF_TRY(ref_window_check_mode(&t->window, t->pad_mode));
    REF_TRY(ref_check_least("threads", t->threads, 0, REF_EPARAM));
    REF_TRY(ref_check_choice("algorithm", (int)t->algorithm,
                             REF_CONV_ALGORITHM_COUNT, "ref_conv_algorithm"));
    if (t->algorithm == REF_CONV_DIRECT || t->algorithm == REF_CONV_FASTEST ||
        ref_conv_winograd_fits(t))
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument 'algorithm' is Winograd's, which is for two "
                    "dimensions, a kernel of 3 x 3, stride 1 and dilation 1; "
                    "the kernel is %d x %d x %d",
                    a[0].k, a[1].k, a[2].k);
}

ref_status ref_conv_check(ref_conv_task *t, const ref_conv_output *outputs,
                          int count)
{
    enum { INPUTS = 3, MOST = INPUTS + 2 };
    const ref_axis *a = t->window.axis;
    const int *out = t->window.out;

    REF_TRY(ref_conv_measure(t));
    ref_operand list[MOST] = {
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c_in, a[0].n, a[1].n, a[2].n),
        REF_ARRAY("weight", t->weight, REF_IN, t->c_out, group_in(t), a[0].k,
                  a[1].k, a[2].k),
        REF_ARRAY("bias", t->bias, REF_IN_OPTIONAL, t->c_out),
    };

    for (int i = 0; i < count && i < MOST - INPUTS; i++)
        list[INPUTS + i] =
            (ref_operand){outputs[i].name,
                          outputs[i].data,
                          REF_OUT,
                          outputs[i].element_bytes,
                          5,
                          {t->n, t->c_out, out[0], out[1], out[2]}};
    return ref_check_operands(list, INPUTS + count);
}

/* What all three do once their arguments are gathered. */
static ref_status convolve(ref_conv_task t, float *y)
{
    const ref_conv_output output = {"y", y, sizeof *y};

    REF_TRY(ref_conv_check(&t, &output, 1));
    return ref_conv_once(&t, y);
}

ref_status ref_conv1d(const float *x, int n, int c_in, int w,
                      const float *weight, int c_out, int kw, const float *bias,
                      const ref_conv1d_params *p, float *y)
{
    return convolve(ref_conv1d_task(x, n, c_in, w, weight, c_out, kw, bias, p),
                    y);
}

ref_status ref_conv2d(const float *x, int n, int c_in, int h, int w,
                      const float *weight, int c_out, int kh, int kw,
                      const float *bias, const ref_conv2d_params *p, float *y)
{
    return convolve(
        ref_conv2d_task(x, n, c_in, h, w, weight, c_out, kh, kw, bias, p), y);
}

ref_status ref_conv3d(const float *x, int n, int c_in, int d, int h, int w,
                      const float *weight, int c_out, int kd, int kh, int kw,
                      const float *bias, const ref_conv3d_params *p, float *y)
{
    return convolve(ref_conv3d_task(x, n, c_in, d, h, w, weight, c_out, kd, kh,
                                    kw, bias, p),
                    y);
}

/* A task of sizes only: those of its output, from axis first on. The channels
 * are not known there. */
static ref_status measure_only(ref_conv_task t, int first, int *od, int *oh,
                               int *ow)
{
    t.groups = 1;
    REF_TRY(ref_conv_measure(&t));
    return ref_window_give(&t.window, first, od, oh, ow);
}

ref_status ref_conv1d_output(int w, int kw, const ref_conv1d_params *p, int *ow)
{
    return measure_only(ref_conv1d_task(NULL, 0, 1, w, NULL, 1, kw, NULL, p),
                        REF_AXIS_W, NULL, NULL, ow);
}

ref_status ref_conv2d_output(int h, int w, int kh, int kw,
                             const ref_conv2d_params *p, int *oh, int *ow)
{
    return measure_only(
        ref_conv2d_task(NULL, 0, 1, h, w, NULL, 1, kh, kw, NULL, p), REF_AXIS_H,
        NULL, oh, ow);
}

ref_status ref_conv3d_output(int d, int h, int w, int kd, int kh, int kw,
                             const ref_conv3d_params *p, int *od, int *oh,
                             int *ow)
{
    return measure_only(
        ref_conv3d_task(NULL, 0, 1, d, h, w, NULL, 1, kd, kh, kw, NULL, p),
        REF_AXIS_D, od, oh, ow);
}
