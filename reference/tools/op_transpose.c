/* conv_transpose1d conv_transpose2d conv_transpose3d as commands. */
#include "../conv_transpose.h"

#include <limits.h>

#include "op_conv.h"
#include "speak.h"

static ref_conv_transpose1d_params params1(const conv_call *t)
{
    const sliding *w = &t->window;

    return (ref_conv_transpose1d_params){.sw = w->s[2],
                                         .pl = w->before[2],
                                         .pr = w->after[2],
                                         .aw = w->extra[2],
                                         .dw = w->d[2],
                                         .groups = t->groups};
}

static ref_conv_transpose2d_params params2(const conv_call *t)
{
    const sliding *w = &t->window;

    return (ref_conv_transpose2d_params){.sh = w->s[1],
                                         .sw = w->s[2],
                                         .pt = w->before[1],
                                         .pb = w->after[1],
                                         .pl = w->before[2],
                                         .pr = w->after[2],
                                         .ah = w->extra[1],
                                         .aw = w->extra[2],
                                         .dh = w->d[1],
                                         .dw = w->d[2],
                                         .groups = t->groups};
}

static ref_conv_transpose3d_params params3(const conv_call *t)
{
    const sliding *w = &t->window;

    return (ref_conv_transpose3d_params){.sd = w->s[0],
                                         .sh = w->s[1],
                                         .sw = w->s[2],
                                         .pf = w->before[0],
                                         .pk = w->after[0],
                                         .pt = w->before[1],
                                         .pb = w->after[1],
                                         .pl = w->before[2],
                                         .pr = w->after[2],
                                         .ad = w->extra[0],
                                         .ah = w->extra[1],
                                         .aw = w->extra[2],
                                         .dd = w->d[0],
                                         .dh = w->d[1],
                                         .dw = w->d[2],
                                         .groups = t->groups};
}

/* The weight has the outputs of one group; groups below 1 are the library's to
 * refuse. */
static int read_call(const call *c, conv_call *t)
{
    long long c_out;
    int status = conv_read(c, true, t);

    if (status != 0)
        return status;
    c_out =
        (long long)c->in[ARG_WEIGHT].dims[1] * (t->groups < 1 ? 1 : t->groups);
    if (c_out > INT_MAX)
        return complain("--groups is %d; it would make %lld output channels, "
                        "at most %d can be held",
                        t->groups, c_out, INT_MAX);
    t->c_out = (int)c_out;
    return 0;
}

/* Also the check of all sizes and options. */
static ref_status count(const call *c, const conv_call *t, ref_cost *cost)
{
    const int *n = t->x.size, *k = t->window.k;
    const ref_conv_transpose1d_params p1 = params1(t);
    const ref_conv_transpose2d_params p2 = params2(t);
    const ref_conv_transpose3d_params p3 = params3(t);
    int bias = c->has[ARG_BIAS];

    if (c->op->axes == 1)
        return ref_conv_transpose1d_cost(t->x.c, n[2], t->c_out, k[2], bias,
                                         &p1, cost);
    if (c->op->axes == 2)
        return ref_conv_transpose2d_cost(t->x.c, n[1], n[2], t->c_out, k[1],
                                         k[2], bias, &p2, cost);
    return ref_conv_transpose3d_cost(t->x.c, n[0], n[1], n[2], t->c_out, k[0],
                                     k[1], k[2], bias, &p3, cost);
}

static ref_status measure(const call *c, const conv_call *t, int out[3])
{
    const int *n = t->x.size, *k = t->window.k;
    const ref_conv_transpose1d_params p1 = params1(t);
    const ref_conv_transpose2d_params p2 = params2(t);
    const ref_conv_transpose3d_params p3 = params3(t);

    if (c->op->axes == 1)
        return ref_conv_transpose1d_output(n[2], k[2], &p1, &out[2]);
    if (c->op->axes == 2)
        return ref_conv_transpose2d_output(n[1], n[2], k[1], k[2], &p2, &out[1],
                                           &out[2]);
    return ref_conv_transpose3d_output(n[0], n[1], n[2], k[0], k[1], k[2], &p3,
                                       &out[0], &out[1], &out[2]);
}

/* The weight has a kernel for each input channel; the bias is as long as there
 * are outputs. */
static int expect(const call *c, const conv_call *t)
{
    const ref_array *weight = &c->in[ARG_WEIGHT];
    char because[SHAPE_BYTES];
    int dims[REF_ARRAY_MAX_RANK];

    for (int i = 0; i < weight->rank; i++)
        dims[i] = weight->dims[i];
    dims[0] = t->x.c;
    (void)snprintf(because, sizeof because, "with %d input channels", t->x.c);
    if (tensor_expect(c, ARG_WEIGHT, weight->rank, dims, because) != 0)
        return EXIT_BAD_INPUT;
    (void)snprintf(because, sizeof because, "with %d output channels",
                   t->c_out);
    return tensor_expect(c, ARG_BIAS, 1, &t->c_out, because);
}

static int plan(call *c)
{
    conv_call t;
    ref_cost cost;
    int out[3], status = read_call(c, &t);

    if (status == 0)
        status = conv_allowed(c, count(c, &t, &cost));
    if (status == 0)
        status = expect(c, &t);
    if (status == 0)
        status = library_says(c, measure(c, &t, out));
    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.x, c->op->axes, t.c_out,
                         out);
    return status;
}

static int cost(const call *c, ref_cost *cost)
{
    conv_call t;
    int status = read_call(c, &t);

    return status == 0 ? library_says(c, count(c, &t, cost)) : status;
}

static ref_status convolve(call *c, const conv_call *t)
{
    const float *x = tensor_floats(c, ARG_INPUT);
    const float *weight = tensor_floats(c, ARG_WEIGHT);
    const float *bias = tensor_floats(c, ARG_BIAS);
    float *y = tensor_out(c, ARG_OUTPUT);
    const image *v = &t->x;
    const int *n = v->size, *k = t->window.k;
    const ref_conv_transpose1d_params p1 = params1(t);
    const ref_conv_transpose2d_params p2 = params2(t);
    const ref_conv_transpose3d_params p3 = params3(t);

    if (c->op->axes == 1)
        return ref_conv_transpose1d(x, v->n, v->c, n[2], weight, t->c_out, k[2],
                                    bias, &p1, y);
    if (c->op->axes == 2)
        return ref_conv_transpose2d(x, v->n, v->c, n[1], n[2], weight, t->c_out,
                                    k[1], k[2], bias, &p2, y);
    return ref_conv_transpose3d(x, v->n, v->c, n[0], n[1], n[2], weight,
                                t->c_out, k[0], k[1], k[2], bias, &p3, y);
}

static int run(call *c)
{
    conv_call t;
    int status = read_call(c, &t);

    return status == 0 ? library_says(c, convolve(c, &t)) : status;
}

#define TAKES                                                                  \
    (ARG(ARG_INPUT) | ARG(ARG_WEIGHT) | ARG(ARG_BIAS) | ARG(ARG_OUTPUT) |      \
     ARG(ARG_STRIDE) | ARG(ARG_PADDING) | ARG(ARG_PADS) |                      \
     ARG(ARG_OUTPUT_PADDING) | ARG(ARG_DILATION) | ARG(ARG_GROUPS))
#define NEEDS (ARG(ARG_INPUT) | ARG(ARG_WEIGHT) | ARG(ARG_OUTPUT))
#define FORMULA                                                                \
    "each input number puts the kernel, times itself, into the output, a\n"    \
    "stride further for the next; padding is cut off: the gradient of a\n"     \
    "convolution with respect to its input\n"
#define SIZES                                                                  \
    "oW = (W-1)*stride - padding +\n"                                          \
    "          dilation*(kW-1) + output padding + 1, padding of both sides\n"  \
    "          together"

const operator_row op_transpose[] = {
    {"conv_transpose1d", GROUP_CONVOLUTION, 1, TAKES, NEEDS,
     "transposed convolution of signals",
     FORMULA "  input   (N, C_in, W) or (C_in, W)\n"
             "  weight  (C_in, C_out/groups, kW)        bias  (C_out,)\n"
             "  output  (N, C_out, oW), " SIZES "\n",
     "conv_transpose1d --input x.npy --weight w.npy --stride 2 --output y.npy",
     plan, run, cost},
    {"conv_transpose2d", GROUP_CONVOLUTION, 2, TAKES, NEEDS,
     "transposed convolution of images",
     FORMULA "  input   (N, C_in, H, W) or (C_in, H, W)\n"
             "  weight  (C_in, C_out/groups, kH, kW)    bias  (C_out,)\n"
             "  output  (N, C_out, oH, oW), " SIZES "; oH likewise\n",
     "conv_transpose2d --input x.npy --weight w.npy --stride 2 "
     "--output-padding 1 --output y.npy",
     plan, run, cost},
    {"conv_transpose3d", GROUP_CONVOLUTION, 3, TAKES, NEEDS,
     "transposed convolution of volumes and films",
     FORMULA "  input   (N, C_in, D, H, W) or (C_in, D, H, W)\n"
             "  weight  (C_in, C_out/groups, kD, kH, kW)    bias  (C_out,)\n"
             "  output  (N, C_out, oD, oH, oW), " SIZES
             "; oD and oH likewise\n",
     "conv_transpose3d --input x.npy --weight w.npy --padding 1 "
     "--output y.npy",
     plan, run, cost},
    {.name = NULL},
};
