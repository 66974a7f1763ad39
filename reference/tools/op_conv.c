/* conv1d conv2d conv3d as commands. */
#include "../conv.h"

#include "../cost.h"
#include "op_conv.h"
#include "speak.h"
#include "tensors.h"

ref_conv1d_params conv1d_params(const conv_call *t)
{
    const sliding *w = &t->window;

    return (ref_conv1d_params){.sw = w->s[2],
                               .pl = w->before[2],
                               .pr = w->after[2],
                               .pad_mode = t->pad_mode,
                               .dw = w->d[2],
                               .groups = t->groups,
                               .algorithm = t->algorithm,
                               .threads = t->threads};
}

ref_conv2d_params conv2d_params(const conv_call *t)
{
    const sliding *w = &t->window;

    return (ref_conv2d_params){.sh = w->s[1],
                               .sw = w->s[2],
                               .pt = w->before[1],
                               .pb = w->after[1],
                               .pl = w->before[2],
                               .pr = w->after[2],
                               .pad_mode = t->pad_mode,
                               .dh = w->d[1],
                               .dw = w->d[2],
                               .groups = t->groups,
                               .algorithm = t->algorithm,
                               .threads = t->threads};
}

static ref_conv3d_params conv3d_params(const conv_call *t)
{
    const sliding *w = &t->window;

    return (ref_conv3d_params){.sd = w->s[0],
                               .sh = w->s[1],
                               .sw = w->s[2],
                               .pf = w->before[0],
                               .pk = w->after[0],
                               .pt = w->before[1],
                               .pb = w->after[1],
                               .pl = w->before[2],
                               .pr = w->after[2],
                               .pad_mode = t->pad_mode,
                               .dd = w->d[0],
                               .dh = w->d[1],
                               .dw = w->d[2],
                               .groups = t->groups,
                               .algorithm = t->algorithm,
                               .threads = t->threads};
}

/* What the first two axes of a weight are; the kernel's come after them. */
static const char *const weight_shapes[2][3] = {
    {"(C_out, C_in / groups, W)", "(C_out, C_in / groups, H, W)",
     "(C_out, C_in / groups, D, H, W)"},
    {"(C_in, C_out / groups, W)", "(C_in, C_out / groups, H, W)",
     "(C_in, C_out / groups, D, H, W)"},
};

int conv_read(const call *c, bool transposed, conv_call *t)
{
    const ref_array *weight = &c->in[ARG_WEIGHT];
    int axes = c->op->axes, kernel[3] = {1, 1, 1};

    if (tensor_image(c, ARG_INPUT, axes, &t->x) != 0 ||
        tensor_expect_rank(c, ARG_WEIGHT, axes + 2, axes + 2,
                           weight_shapes[transposed][axes - 1]) != 0)
        return EXIT_BAD_INPUT;
    t->c_out = weight->dims[0];
    for (int i = 0; i < axes; i++)
        kernel[3 - axes + i] = weight->dims[2 + i];
    t->pad_mode = (ref_pad_mode)c->args.value[ARG_PADDING_MODE].place;
    if (arg_int(&c->args, ARG_GROUPS, &t->groups) != 0)
        return EXIT_BAD_INPUT;
    t->algorithm = REF_CONV_DIRECT;
    t->threads = 0;
    if (c->op->takes & ARG(ARG_ALGORITHM)) {
        t->algorithm = (ref_conv_algorithm)c->args.value[ARG_ALGORITHM].place;
        if (arg_int(&c->args, ARG_THREADS, &t->threads) != 0)
            return EXIT_BAD_INPUT;
    }
    return sliding_read(c, axes, kernel, &t->window);
}

ref_status conv_count(const call *c, const conv_call *t, ref_cost *cost)
{
    const int *n = t->x.size, *k = t->window.k;
    const ref_conv1d_params p1 = conv1d_params(t);
    const ref_conv2d_params p2 = conv2d_params(t);
    const ref_conv3d_params p3 = conv3d_params(t);
    int bias = c->has[ARG_BIAS];

    if (c->op->axes == 1)
        return ref_conv1d_cost(t->x.c, n[2], t->c_out, k[2], bias, &p1, cost);
    if (c->op->axes == 2)
        return ref_conv2d_cost(t->x.c, n[1], n[2], t->c_out, k[1], k[2], bias,
                               &p2, cost);
    return ref_conv3d_cost(t->x.c, n[0], n[1], n[2], t->c_out, k[0], k[1], k[2],
                           bias, &p3, cost);
}

int conv_allowed(const call *c, ref_status counted)
{
    return counted == REF_EOVERFLOW ? 0 : library_says(c, counted);
}

static ref_status measure(const call *c, const conv_call *t, int out[3])
{
    const int *n = t->x.size, *k = t->window.k;
    const ref_conv1d_params p1 = conv1d_params(t);
    const ref_conv2d_params p2 = conv2d_params(t);
    const ref_conv3d_params p3 = conv3d_params(t);

    if (c->op->axes == 1)
        return ref_conv1d_output(n[2], k[2], &p1, &out[2]);
    if (c->op->axes == 2)
        return ref_conv2d_output(n[1], n[2], k[1], k[2], &p2, &out[1], &out[2]);
    return ref_conv3d_output(n[0], n[1], n[2], k[0], k[1], k[2], &p3, &out[0],
                             &out[1], &out[2]);
}

int conv_expect(const call *c, int c_in, int groups)
{
    const ref_array *weight = &c->in[ARG_WEIGHT];
    int dims[REF_ARRAY_MAX_RANK];
    char because[SHAPE_BYTES];

    for (int i = 0; i < weight->rank; i++)
        dims[i] = weight->dims[i];
    dims[1] = c_in / groups;
    (void)snprintf(because, sizeof because,
                   "with %d input channels and --groups %d", c_in, groups);
    if (tensor_expect(c, ARG_WEIGHT, weight->rank, dims, because) != 0)
        return EXIT_BAD_INPUT;
    (void)snprintf(because, sizeof because, "with %d output channels",
                   weight->dims[0]);
    return tensor_expect(c, ARG_BIAS, 1, weight->dims, because);
}

static int plan(call *c)
{
    conv_call t;
    ref_cost cost;
    int out[3], status = conv_read(c, false, &t);

    if (status == 0)
        status = conv_allowed(c, conv_count(c, &t, &cost));
    if (status == 0)
        status = conv_expect(c, t.x.c, t.groups);
    if (status == 0)
        status = library_says(c, measure(c, &t, out));
    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.x, c->op->axes, t.c_out,
                         out);
    return status;
}

int conv_cost(const call *c, ref_cost *cost)
{
    conv_call t;
    int status = conv_read(c, false, &t);

    return status == 0 ? library_says(c, conv_count(c, &t, cost)) : status;
}

static ref_status convolve(call *c, const conv_call *t)
{
    const float *x = tensor_floats(c, ARG_INPUT);
    const float *weight = tensor_floats(c, ARG_WEIGHT);
    const float *bias = tensor_floats(c, ARG_BIAS);
    float *y = tensor_out(c, ARG_OUTPUT);
    const image *v = &t->x;
    const int *n = v->size, *k = t->window.k;
    const ref_conv1d_params p1 = conv1d_params(t);
    const ref_conv2d_params p2 = conv2d_params(t);
    const ref_conv3d_params p3 = conv3d_params(t);

    if (c->op->axes == 1)
        return ref_conv1d(x, v->n, v->c, n[2], weight, t->c_out, k[2], bias,
                          &p1, y);
    if (c->op->axes == 2)
        return ref_conv2d(x, v->n, v->c, n[1], n[2], weight, t->c_out, k[1],
                          k[2], bias, &p2, y);
    return ref_conv3d(x, v->n, v->c, n[0], n[1], n[2], weight, t->c_out, k[0],
                      k[1], k[2], bias, &p3, y);
}

static int run(call *c)
{
    conv_call t;
    int status = conv_read(c, false, &t);

    return status == 0 ? library_says(c, convolve(c, &t)) : status;
}

#define TAKES                                                                  \
    (ARG(ARG_INPUT) | ARG(ARG_WEIGHT) | ARG(ARG_BIAS) | ARG(ARG_OUTPUT) |      \
     ARG(ARG_STRIDE) | ARG(ARG_PADDING) | ARG(ARG_PADS) |                      \
     ARG(ARG_PADDING_MODE) | ARG(ARG_DILATION) | ARG(ARG_GROUPS) |             \
     ARG(ARG_ALGORITHM) | ARG(ARG_THREADS))
#define NEEDS (ARG(ARG_INPUT) | ARG(ARG_WEIGHT) | ARG(ARG_OUTPUT))

const operator_row op_conv[] = {
    {"conv1d", GROUP_CONVOLUTION, 1, TAKES, NEEDS, "convolution of signals",
     "y[b,o,j] = bias[o] + sum over c,v of\n"
     "           x[b, g*cg+c, j*stride-padding+v*dilation] * weight[o,c,v]\n"
     "with cg = C_in/groups and g the group of o; the kernel is not flipped\n"
     "  input   (N, C_in, W) or (C_in, W)\n"
     "  weight  (C_out, C_in/groups, kW)        bias  (C_out,)\n"
     "  output  (N, C_out, oW), oW = floor((W + padding - dilation*(kW-1) - "
     "1)\n"
     "          / stride) + 1, padding of both sides together\n",
     "conv1d --input x.npy --weight w.npy --padding same --output y.npy", plan,
     run, conv_cost},
    {"conv2d", GROUP_CONVOLUTION, 2, TAKES, NEEDS, "convolution of images",
     "y[b,o,i,j] = bias[o] + sum over c,u,v of weight[o,c,u,v] *\n"
     "             x[b, g*cg+c, i*sh-ph+u*dh, j*sw-pw+v*dw]\n"
     "with stride s, padding p, dilation d, cg = C_in/groups and g the group\n"
     "of o; the kernel is not flipped\n"
     "  input   (N, C_in, H, W) or (C_in, H, W)\n"
     "  weight  (C_out, C_in/groups, kH, kW)    bias  (C_out,)\n"
     "  output  (N, C_out, oH, oW), oH = floor((H + padding -\n"
     "          dilation*(kH-1) - 1) / stride) + 1, padding of both sides\n"
     "          together; oW likewise\n",
     "conv2d --input x.npy --weight w.npy --stride 2,1 --padding 1 "
     "--output y.npy",
     plan, run, conv_cost},
    {"conv3d", GROUP_CONVOLUTION, 3, TAKES, NEEDS,
     "convolution of volumes and films",
     "y[b,o,l,i,j] = bias[o] + sum over c,t,u,v of weight[o,c,t,u,v] *\n"
     "               x[b, g*cg+c, l*sd-pd+t*dd, i*sh-ph+u*dh, j*sw-pw+v*dw]\n"
     "with stride s, padding p, dilation d, cg = C_in/groups and g the group\n"
     "of o; the kernel is not flipped\n"
     "  input   (N, C_in, D, H, W) or (C_in, D, H, W)\n"
     "  weight  (C_out, C_in/groups, kD, kH, kW)    bias  (C_out,)\n"
     "  output  (N, C_out, oD, oH, oW), oD = floor((D + padding -\n"
     "          dilation*(kD-1) - 1) / stride) + 1, padding of both sides\n"
     "          together; oH and oW likewise\n",
     "conv3d --input x.npy --weight w.npy --groups 2 --output y.npy", plan, run,
     conv_cost},
    {.name = NULL},
};
