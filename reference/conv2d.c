/* Two-dimensional convolution: checks the arguments, picks an algorithm,
 * calls it. No number of an image is computed here. */
#include "conv2d.h"

#include "check.h"
#include "conv2d_algorithms.h"
#include "shape.h"
#include "span.h"

ref_conv2d_task ref_conv2d_gather(const float *x, int n, int c_in, int h, int w,
                                  const float *weight, int c_out, int kh,
                                  int kw, const float *bias,
                                  const ref_conv2d_params *p)
{
    return (ref_conv2d_task){
        .x = x,
        .weight = weight,
        .bias = bias,
        .n = n,
        .c_in = c_in,
        .h = h,
        .w = w,
        .c_out = c_out,
        .kh = kh,
        .kw = kw,
        .p = p ? *p : REF_CONV2D_DEFAULTS,
    };
}

static ref_status check_groups(const ref_conv2d_task *t)
{
    int groups = t->p.groups;
    ref_status status = ref_check_least("n", t->n, 0, REF_ESIZE);

    if (status == REF_OK)
        status = ref_check_least("c_in", t->c_in, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("c_out", t->c_out, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least("groups", groups, 1, REF_EPARAM);
    if (status != REF_OK)
        return status;
    if (t->c_in % groups != 0 || t->c_out % groups != 0)
        return ref_fail(REF_EPARAM,
                        "argument 'groups' is %d; it must divide 'c_in' %d and "
                        "'c_out' %d",
                        groups, t->c_in, t->c_out);
    return REF_OK;
}

static ref_status check_limit(const char *name, int padding, ref_pad_mode mode,
                              int n)
{
    if (padding <= ref_pad_limit(mode, n))
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument '%s' is %d; with mode %s and a size of %d it "
                    "must be at most %d",
                    name, padding, ref_pad_mode_name(mode), n,
                    ref_pad_limit(mode, n));
}

/* Checks what happens along the two axes, and measures the output. */
static ref_status check_axes(ref_conv2d_task *t)
{
    const ref_conv2d_params *p = &t->p;
    const ref_axis down = {REF_AXIS_H, t->h, t->kh, p->sh, p->pt, p->pb, p->dh};
    const ref_axis across = {REF_AXIS_W, t->w,  t->kw, p->sw,
                             p->pl,      p->pr, p->dw};
    ref_status status;

    if ((int)p->pad_mode < 0 || (int)p->pad_mode >= REF_PAD_MODE_COUNT)
        return ref_fail(REF_EPARAM,
                        "argument 'pad_mode' is %d; it must be one of the %d "
                        "values of ref_pad_mode",
                        (int)p->pad_mode, REF_PAD_MODE_COUNT);
    status = ref_output_size(&down, &t->oh);
    if (status == REF_OK)
        status = ref_output_size(&across, &t->ow);
    if (status == REF_OK)
        status = check_limit("pt", p->pt, p->pad_mode, t->h);
    if (status == REF_OK)
        status = check_limit("pb", p->pb, p->pad_mode, t->h);
    if (status == REF_OK)
        status = check_limit("pl", p->pl, p->pad_mode, t->w);
    if (status == REF_OK)
        status = check_limit("pr", p->pr, p->pad_mode, t->w);
    return status;
}

/* Checks that the arrays exist, can be addressed, and that y is apart. */
static ref_status check_arrays(const ref_conv2d_task *t, const char *name,
                               const void *y, size_t element_bytes)
{
    const int image[4] = {t->n, t->c_in, t->h, t->w};
    const int kernels[4] = {t->c_out, t->c_in / t->p.groups, t->kh, t->kw};
    const int maps[4] = {t->n, t->c_out, t->oh, t->ow};
    const ref_span bias = {"bias", t->bias,
                           t->bias ? (size_t)t->c_out * sizeof(float) : 0};
    ref_span x, weight, out;
    ref_status status = ref_check_array("x", t->x, image, sizeof(float), &x);

    if (status == REF_OK)
        status = ref_check_array("weight", t->weight, kernels, sizeof(float),
                                 &weight);
    if (status == REF_OK)
        status = ref_check_array(name, y, maps, element_bytes, &out);
    if (status == REF_OK)
        status = ref_check_apart(out, x);
    if (status == REF_OK)
        status = ref_check_apart(out, weight);
    if (status == REF_OK)
        status = ref_check_apart(out, bias);
    return status;
}

ref_status ref_conv2d_check(ref_conv2d_task *t, const char *name, const void *y,
                            size_t element_bytes)
{
    ref_status status = check_groups(t);

    if (status == REF_OK)
        status = check_axes(t);
    if (status == REF_OK)
        status = check_arrays(t, name, y, element_bytes);
    return status;
}

ref_status ref_conv2d(const float *x, int n, int c_in, int h, int w,
                      const float *weight, int c_out, int kh, int kw,
                      const float *bias, const ref_conv2d_params *p, float *y)
{
    ref_conv2d_task t =
        ref_conv2d_gather(x, n, c_in, h, w, weight, c_out, kh, kw, bias, p);
    ref_status status = ref_conv2d_check(&t, "y", y, sizeof *y);

    if (status == REF_OK)
        ref_conv2d_direct(&t, y);
    return status;
}

ref_status ref_conv2d_output(int h, int w, int kh, int kw,
                             const ref_conv2d_params *p, int *oh, int *ow)
{
    ref_conv2d_task t =
        ref_conv2d_gather(NULL, 0, 1, h, w, NULL, 1, kh, kw, NULL, p);
    ref_status status = ref_check_pointer("oh", oh);

    if (status == REF_OK)
        status = ref_check_pointer("ow", ow);
    if (status == REF_OK)
        status = check_axes(&t);
    if (status != REF_OK)
        return status;
    *oh = t.oh;
    *ow = t.ow;
    return REF_OK;
}
