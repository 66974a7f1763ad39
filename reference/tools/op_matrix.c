/* What is a matrix or makes one, as commands: linear, unfold, fold, and the
 * two orders of axes. toeplitz has a file of its own. */
#include <stdio.h>
#include <string.h>

#include "../cost.h"
#include "../linear.h"
#include "../tensor.h"
#include "../unfold.h"
#include "sliding.h"
#include "speak.h"
#include "tensors.h"
#include "words.h"

/* Rows and features of a linear layer; leading axes are rows. */
typedef struct linear_call {
    int n, in_features, out_features;
} linear_call;

static int read_linear(const call *c, linear_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT], *weight = &c->in[ARG_WEIGHT];
    char because[SHAPE_BYTES];
    int dims[2];

    if (tensor_expect_rank(c, ARG_INPUT, 1, REF_ARRAY_MAX_RANK,
                           "(..., features)") != 0 ||
        tensor_expect_rank(c, ARG_WEIGHT, 2, 2, "(features_out, features)") !=
            0 ||
        tensor_product(x->dims, x->rank - 1, &t->n) != 0)
        return EXIT_BAD_INPUT;
    t->in_features = x->dims[x->rank - 1];
    t->out_features = weight->dims[0];
    dims[0] = t->out_features;
    dims[1] = t->in_features;
    (void)snprintf(because, sizeof because, "with %d features in the input",
                   dims[1]);
    if (tensor_expect(c, ARG_WEIGHT, 2, dims, because) != 0)
        return EXIT_BAD_INPUT;
    (void)snprintf(because, sizeof because, "with %d outputs", dims[0]);
    return tensor_expect(c, ARG_BIAS, 1, dims, because);
}

static int cost_linear(const call *c, ref_cost *cost)
{
    linear_call t;
    int status = read_linear(c, &t);

    if (status != 0)
        return status;
    return library_says(c, ref_linear_cost(t.in_features, t.out_features,
                                           c->has[ARG_BIAS], cost));
}

static int plan_linear(call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];
    int dims[REF_ARRAY_MAX_RANK];
    ref_cost cost;
    int status = cost_linear(c, &cost);

    if (status != 0)
        return status;
    memcpy(dims, x->dims, sizeof dims);
    dims[x->rank - 1] = c->in[ARG_WEIGHT].dims[0];
    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, x->rank, dims);
    return 0;
}

static int run_linear(call *c)
{
    linear_call t;
    int status = read_linear(c, &t);

    if (status != 0)
        return status;
    return library_says(
        c, ref_linear(tensor_floats(c, ARG_INPUT), t.n, t.in_features,
                      tensor_floats(c, ARG_WEIGHT), t.out_features,
                      tensor_floats(c, ARG_BIAS), tensor_out(c, ARG_OUTPUT)));
}

static ref_unfold_params unfold_params(const sliding *w)
{
    return (ref_unfold_params){.sh = w->s[1],
                               .sw = w->s[2],
                               .pt = w->before[1],
                               .pb = w->after[1],
                               .pl = w->before[2],
                               .pr = w->after[2],
                               .dh = w->d[1],
                               .dw = w->d[2]};
}

/* Gives an output of columns, with the batch axis that the input has. */
static void columns_out(call *c, const image *v, int rows, int columns)
{
    int dims[3] = {v->n, rows, columns};

    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, v->batched ? 3 : 2,
                 dims + (v->batched ? 0 : 1));
}

static int plan_unfold(call *c)
{
    image v;
    sliding w;
    ref_unfold_params p;
    int oh, ow, sizes[3], rows, columns;

    if (tensor_image(c, ARG_INPUT, 2, &v) != 0 ||
        sliding_read(c, 2, NULL, &w) != 0)
        return EXIT_BAD_INPUT;
    p = unfold_params(&w);
    if (library_says(c, ref_unfold_output(v.size[1], v.size[2], w.k[1], w.k[2],
                                          &p, &oh, &ow)) != 0)
        return EXIT_BAD_INPUT;
    sizes[0] = v.c;
    sizes[1] = w.k[1];
    sizes[2] = w.k[2];
    if (tensor_product(sizes, 3, &rows) != 0)
        return EXIT_BAD_INPUT;
    sizes[0] = oh;
    sizes[1] = ow;
    if (tensor_product(sizes, 2, &columns) != 0)
        return EXIT_BAD_INPUT;
    columns_out(c, &v, rows, columns);
    return 0;
}

static int run_unfold(call *c)
{
    image v;
    sliding w;
    ref_unfold_params p;

    if (tensor_image(c, ARG_INPUT, 2, &v) != 0 ||
        sliding_read(c, 2, NULL, &w) != 0)
        return EXIT_BAD_INPUT;
    p = unfold_params(&w);
    return library_says(c, ref_unfold(tensor_floats(c, ARG_INPUT), v.n, v.c,
                                      v.size[1], v.size[2], w.k[1], w.k[2], &p,
                                      tensor_out(c, ARG_OUTPUT)));
}

/* What fold has: columns, and the image that they are windows of. */
typedef struct fold_call {
    image y;
    sliding w;
    int oh, ow;
} fold_call;

/* The columns must be those of the windows. */
static int expect_columns(const call *c, const fold_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT];
    long long taps = (long long)t->w.k[1] * t->w.k[2];
    long long rows = t->y.c * taps, columns = (long long)t->oh * t->ow;
    char because[SHAPE_BYTES];
    int dims[3] = {t->y.n, (int)rows, (int)columns};

    if (rows > INT32_MAX || columns > INT32_MAX)
        return complain("%lld x %lld columns cannot be held", rows, columns);
    (void)snprintf(because, sizeof because,
                   "with windows of %d x %d at %d x %d places", t->w.k[1],
                   t->w.k[2], t->oh, t->ow);
    return tensor_expect(c, ARG_INPUT, x->rank, dims + 3 - x->rank, because);
}

static int read_fold(const call *c, fold_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT];
    ref_unfold_params p;
    long long taps;

    if (tensor_expect_rank(c, ARG_INPUT, 2, 3,
                           "(N, C * kH*kW, places) or (C * kH*kW, places)") !=
            0 ||
        sliding_read(c, 2, NULL, &t->w) != 0 ||
        arg_axes(&c->args, ARG_OUTPUT_SIZE, 2, t->y.size) != 0)
        return EXIT_BAD_INPUT;
    p = unfold_params(&t->w);
    if (library_says(c, ref_unfold_output(t->y.size[1], t->y.size[2], t->w.k[1],
                                          t->w.k[2], &p, &t->oh, &t->ow)) != 0)
        return EXIT_BAD_INPUT;
    taps = (long long)t->w.k[1] * t->w.k[2];
    t->y.batched = x->rank == 3;
    t->y.n = t->y.batched ? x->dims[0] : 1;
    t->y.c = (int)(x->dims[x->rank - 2] / taps);
    if (t->y.c == 0)
        t->y.c = 1; /* no channel at all: the shape says so */
    return expect_columns(c, t);
}

static int plan_fold(call *c)
{
    fold_call t;
    int status = read_fold(c, &t);

    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.y, 2, t.y.c, t.y.size);
    return status;
}

static int run_fold(call *c)
{
    fold_call t;
    ref_unfold_params p;
    int status = read_fold(c, &t);

    if (status != 0)
        return status;
    p = unfold_params(&t.w);
    return library_says(c, ref_fold(tensor_floats(c, ARG_INPUT), t.y.n, t.y.c,
                                    t.y.size[1], t.y.size[2], t.w.k[1],
                                    t.w.k[2], &p, tensor_out(c, ARG_OUTPUT)));
}

/* Four sizes, or three without the batch: first the batch, then a turn of the
 * rest. */
static void turn(call *c, int first, int second, int third)
{
    const ref_array *x = &c->in[ARG_INPUT];
    const int *rest = x->dims + x->rank - 3;
    int dims[4] = {x->dims[0], rest[first], rest[second], rest[third]};

    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, x->rank, dims + 4 - x->rank);
}

static int plan_to_nhwc(call *c)
{
    int status =
        tensor_expect_rank(c, ARG_INPUT, 3, 4, "(N, C, H, W) or (C, H, W)");

    if (status == 0)
        turn(c, 1, 2, 0);
    return status;
}

static int plan_to_nchw(call *c)
{
    int status =
        tensor_expect_rank(c, ARG_INPUT, 3, 4, "(N, H, W, C) or (H, W, C)");

    if (status == 0)
        turn(c, 2, 0, 1);
    return status;
}

static int run_to_nhwc(call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];
    const int *d = x->dims + x->rank - 3;
    int n = x->rank == 4 ? x->dims[0] : 1;

    return library_says(c, ref_nchw_to_nhwc(tensor_floats(c, ARG_INPUT), n,
                                            d[0], d[1], d[2],
                                            tensor_out(c, ARG_OUTPUT)));
}

static int run_to_nchw(call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];
    const int *d = x->dims + x->rank - 3;
    int n = x->rank == 4 ? x->dims[0] : 1;

    return library_says(c, ref_nhwc_to_nchw(tensor_floats(c, ARG_INPUT), n,
                                            d[0], d[1], d[2],
                                            tensor_out(c, ARG_OUTPUT)));
}

#define FILES (ARG(ARG_INPUT) | ARG(ARG_OUTPUT))
#define WINDOW                                                                 \
    (FILES | ARG(ARG_KERNEL_SIZE) | ARG(ARG_STRIDE) | ARG(ARG_PADDING) |       \
     ARG(ARG_PADS) | ARG(ARG_DILATION))

const operator_row op_matrix[] = {
    {"linear", GROUP_MATRICES, 0, FILES | ARG(ARG_WEIGHT) | ARG(ARG_BIAS),
     FILES | ARG(ARG_WEIGHT), "a fully connected layer",
     "y[...,o] = bias[o] + sum over k of x[...,k] * weight[o,k]\n"
     "  input   (..., features)\n"
     "  weight  (features_out, features)        bias  (features_out,)\n"
     "  output  (..., features_out)\n",
     "linear --input x.npy --weight w.npy --bias b.npy --output y.npy",
     plan_linear, run_linear, cost_linear},
    {"unfold", GROUP_MATRICES, 2, WINDOW, FILES | ARG(ARG_KERNEL_SIZE),
     "windows as the columns of a matrix (im2col)",
     "y[b, (c*kH + u)*kW + v, i*oW + j] = x[b,c, i*sh-ph+u*dh, j*sw-pw+v*dw]\n"
     "with stride s, padding p with zeros, dilation d\n"
     "  input   (N, C, H, W) or (C, H, W)\n"
     "  output  (N, C * kH*kW, oH*oW), oH and oW as conv2d has them\n",
     "unfold --input x.npy --kernel-size 3 --padding 1 --output y.npy",
     plan_unfold, run_unfold, NULL},
    {"fold", GROUP_MATRICES, 2, WINDOW | ARG(ARG_OUTPUT_SIZE),
     FILES | ARG(ARG_KERNEL_SIZE) | ARG(ARG_OUTPUT_SIZE),
     "columns added to the places of their windows (col2im)",
     "the transpose of unfold: where windows overlap, they add\n"
     "  input   (N, C * kH*kW, oH*oW) or (C * kH*kW, oH*oW), oH*oW windows\n"
     "  output  (N, C, H, W), H and W from --output-size\n",
     "fold --input x.npy --output-size 5,6 --kernel-size 3 --output y.npy",
     plan_fold, run_fold, NULL},
    {"nchw_to_nhwc", GROUP_MATRICES, 0, FILES, FILES,
     "channels to the last axis",
     "y[b,i,j,c] = x[b,c,i,j]\n"
     "  input   (N, C, H, W) or (C, H, W)\n"
     "  output  (N, H, W, C) or (H, W, C)\n",
     "nchw_to_nhwc --input x.npy --output y.npy", plan_to_nhwc, run_to_nhwc,
     NULL},
    {"nhwc_to_nchw", GROUP_MATRICES, 0, FILES, FILES,
     "channels to the axis before the rows",
     "y[b,c,i,j] = x[b,i,j,c]\n"
     "  input   (N, H, W, C) or (H, W, C)\n"
     "  output  (N, C, H, W) or (C, H, W)\n",
     "nhwc_to_nchw --input x.npy --output y.npy", plan_to_nchw, run_to_nchw,
     NULL},
    {.name = NULL},
};
