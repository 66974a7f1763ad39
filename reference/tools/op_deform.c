/* deform_conv2d as a command. Its sizes, weight and bias are a convolution's. */
#include "../deform_conv.h"

#include "op_conv.h"
#include "speak.h"

static ref_deform_conv2d_params params_of(const conv_call *t, int offset_groups)
{
    const sliding *w = &t->window;

    return (ref_deform_conv2d_params){.sh = w->s[1],
                                      .sw = w->s[2],
                                      .pt = w->before[1],
                                      .pb = w->after[1],
                                      .pl = w->before[2],
                                      .pr = w->after[2],
                                      .dh = w->d[1],
                                      .dw = w->d[2],
                                      .groups = t->groups,
                                      .offset_groups = offset_groups};
}

/* As many groups as the offset has channels for, as in torchvision. */
static int offset_groups(const call *c, const conv_call *t)
{
    const ref_array *offset = &c->in[ARG_OFFSET];
    long long each = 2LL * t->window.k[1] * t->window.k[2];
    int channels = offset->rank >= 3 ? offset->dims[offset->rank - 3] : 0;
    int groups = (int)(channels / each);

    return groups < 1 ? 1 : groups;
}

/* The offset has two numbers, the mask one, for each tap and position. */
static int expect(const call *c, const conv_call *t, const int out[3])
{
    const int *k = t->window.k;
    long long taps = (long long)offset_groups(c, t) * k[1] * k[2];
    int rank = c->in[ARG_INPUT].rank;
    char because[SHAPE_BYTES];
    int dims[4] = {t->x.n, (int)(2 * taps), out[1], out[2]};
    const int *shape = dims + 4 - rank;

    (void)snprintf(because, sizeof because,
                   "with a kernel of %d x %d and an output of %d x %d", k[1],
                   k[2], out[1], out[2]);
    if (tensor_expect(c, ARG_OFFSET, rank, shape, because) != 0)
        return EXIT_BAD_INPUT;
    dims[1] = (int)taps;
    return tensor_expect(c, ARG_MASK, rank, shape, because);
}

static int plan(call *c)
{
    conv_call t;
    ref_deform_conv2d_params p;
    ref_cost cost;
    int out[3] = {1, 1, 1}, status = conv_read(c, false, &t);

    if (status == 0)
        status = conv_allowed(c, conv_count(c, &t, &cost));
    if (status == 0)
        status = conv_expect(c, t.x.c, t.groups);
    if (status != 0)
        return status;
    p = params_of(&t, 1);
    status = library_says(
        c, ref_deform_conv2d_output(t.x.size[1], t.x.size[2], t.window.k[1],
                                    t.window.k[2], &p, &out[1], &out[2]));
    if (status == 0)
        status = expect(c, &t, out);
    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.x, 2, t.c_out, out);
    return status;
}

static int run(call *c)
{
    conv_call t;
    ref_deform_conv2d_params p;
    int status = conv_read(c, false, &t);

    if (status != 0)
        return status;
    p = params_of(&t, offset_groups(c, &t));
    return library_says(
        c,
        ref_deform_conv2d(
            tensor_floats(c, ARG_INPUT), t.x.n, t.x.c, t.x.size[1], t.x.size[2],
            tensor_floats(c, ARG_OFFSET), tensor_floats(c, ARG_MASK),
            tensor_floats(c, ARG_WEIGHT), t.c_out, t.window.k[1], t.window.k[2],
            tensor_floats(c, ARG_BIAS), &p, tensor_out(c, ARG_OUTPUT)));
}

#define FILES                                                                  \
    (ARG(ARG_INPUT) | ARG(ARG_WEIGHT) | ARG(ARG_OFFSET) | ARG(ARG_OUTPUT))

const operator_row op_deform[] = {
    {"deform_conv2d", GROUP_CONVOLUTION, 2,
     FILES | ARG(ARG_BIAS) | ARG(ARG_MASK) | ARG(ARG_STRIDE) |
         ARG(ARG_PADDING) | ARG(ARG_PADS) | ARG(ARG_DILATION) | ARG(ARG_GROUPS),
     FILES, "convolution whose taps are moved by offsets",
     "y[b,o,i,j] = bias[o] + sum over c,u,v of weight[o,c,u,v] *\n"
     "             mask[b,f,t,i,j] * X(i*sh-ph+u*dh + dy, j*sw-pw+v*dw + dx)\n"
     "with X the input's channel, bilinear between pixels and 0 outside,\n"
     "t = u*kW + v, dy and dx the offset[b,f,t,0,i,j] and [b,f,t,1,i,j]; f is\n"
     "the offset group of the channel, as many as the offset has channels for\n"
     "  input   (N, C_in, H, W) or (C_in, H, W)\n"
     "  weight  (C_out, C_in/groups, kH, kW)    bias  (C_out,)\n"
     "  offset  (N, offset groups * kH*kW * 2, oH, oW)\n"
     "  mask    (N, offset groups * kH*kW, oH, oW)\n"
     "  output  (N, C_out, oH, oW), as conv2d\n",
     "deform_conv2d --input x.npy --weight w.npy --offset o.npy "
     "--output y.npy",
     plan, run, conv_cost},
    {.name = NULL},
};
