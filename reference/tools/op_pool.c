/* Pools with a sliding window, and max_unpool2d, as commands. */
#include "../avg_pool.h"
#include "../lp_pool.h"
#include "../max_pool.h"
#include "sliding.h"
#include "speak.h"
#include "tensors.h"
#include "words.h"

/* A pool as the command line says it. */
typedef struct pool_call {
    image x;
    sliding w;
    int ceil_mode, count_include_pad, divisor;
    int out[3];
} pool_call;

/* An override of 0 divides by nothing; to the library it is no override. */
static int read_divisor(const call *c, int *divisor)
{
    *divisor = 0;
    if (!arg_given(&c->args, ARG_DIVISOR_OVERRIDE))
        return 0;
    if (arg_int(&c->args, ARG_DIVISOR_OVERRIDE, divisor) != 0)
        return EXIT_BAD_INPUT;
    return *divisor != 0
               ? 0
               : complain("--divisor-override is 0; it must not be 0");
}

static int read_call(const call *c, pool_call *t)
{
    const arg_value *v = c->args.value;

    if (tensor_image(c, ARG_INPUT, c->op->axes, &t->x) != 0 ||
        sliding_read(c, c->op->axes, NULL, &t->w) != 0)
        return EXIT_BAD_INPUT;
    t->ceil_mode = v[ARG_CEIL_MODE].flag;
    t->count_include_pad = v[ARG_COUNT_INCLUDE_PAD].flag;
    return read_divisor(c, &t->divisor);
}

static ref_max_pool1d_params max1(const pool_call *t)
{
    const sliding *w = &t->w;

    return (ref_max_pool1d_params){.sw = w->s[2],
                                   .pl = w->before[2],
                                   .pr = w->after[2],
                                   .dw = w->d[2],
                                   .ceil_mode = t->ceil_mode};
}

static ref_max_pool2d_params max2(const pool_call *t)
{
    const sliding *w = &t->w;

    return (ref_max_pool2d_params){.sh = w->s[1],
                                   .sw = w->s[2],
                                   .pt = w->before[1],
                                   .pb = w->after[1],
                                   .pl = w->before[2],
                                   .pr = w->after[2],
                                   .dh = w->d[1],
                                   .dw = w->d[2],
                                   .ceil_mode = t->ceil_mode};
}

static ref_max_pool3d_params max3(const pool_call *t)
{
    const sliding *w = &t->w;

    return (ref_max_pool3d_params){.sd = w->s[0],
                                   .sh = w->s[1],
                                   .sw = w->s[2],
                                   .pf = w->before[0],
                                   .pk = w->after[0],
                                   .pt = w->before[1],
                                   .pb = w->after[1],
                                   .pl = w->before[2],
                                   .pr = w->after[2],
                                   .dd = w->d[0],
                                   .dh = w->d[1],
                                   .dw = w->d[2],
                                   .ceil_mode = t->ceil_mode};
}

static ref_avg_pool1d_params avg1(const pool_call *t)
{
    const sliding *w = &t->w;

    return (ref_avg_pool1d_params){.sw = w->s[2],
                                   .pl = w->before[2],
                                   .pr = w->after[2],
                                   .ceil_mode = t->ceil_mode,
                                   .count_include_pad = t->count_include_pad,
                                   .divisor_override = t->divisor};
}

static ref_avg_pool2d_params avg2(const pool_call *t)
{
    const sliding *w = &t->w;

    return (ref_avg_pool2d_params){.sh = w->s[1],
                                   .sw = w->s[2],
                                   .pt = w->before[1],
                                   .pb = w->after[1],
                                   .pl = w->before[2],
                                   .pr = w->after[2],
                                   .ceil_mode = t->ceil_mode,
                                   .count_include_pad = t->count_include_pad,
                                   .divisor_override = t->divisor};
}

static ref_avg_pool3d_params avg3(const pool_call *t)
{
    const sliding *w = &t->w;

    return (ref_avg_pool3d_params){.sd = w->s[0],
                                   .sh = w->s[1],
                                   .sw = w->s[2],
                                   .pf = w->before[0],
                                   .pk = w->after[0],
                                   .pt = w->before[1],
                                   .pb = w->after[1],
                                   .pl = w->before[2],
                                   .pr = w->after[2],
                                   .ceil_mode = t->ceil_mode,
                                   .count_include_pad = t->count_include_pad,
                                   .divisor_override = t->divisor};
}

static ref_lp_pool2d_params lp2(const pool_call *t)
{
    return (ref_lp_pool2d_params){
        .sh = t->w.s[1], .sw = t->w.s[2], .ceil_mode = t->ceil_mode};
}

/* Sizes of the output, by rank. */
static ref_status measure_max(int axes, pool_call *t)
{
    const int *n = t->x.size, *k = t->w.k;
    const ref_max_pool1d_params p1 = max1(t);
    const ref_max_pool2d_params p2 = max2(t);
    const ref_max_pool3d_params p3 = max3(t);

    if (axes == 1)
        return ref_max_pool1d_output(n[2], k[2], &p1, &t->out[2]);
    if (axes == 2)
        return ref_max_pool2d_output(n[1], n[2], k[1], k[2], &p2, &t->out[1],
                                     &t->out[2]);
    return ref_max_pool3d_output(n[0], n[1], n[2], k[0], k[1], k[2], &p3,
                                 &t->out[0], &t->out[1], &t->out[2]);
}

static ref_status measure_avg(int axes, pool_call *t)
{
    const int *n = t->x.size, *k = t->w.k;
    const ref_avg_pool1d_params p1 = avg1(t);
    const ref_avg_pool2d_params p2 = avg2(t);
    const ref_avg_pool3d_params p3 = avg3(t);

    if (axes == 1)
        return ref_avg_pool1d_output(n[2], k[2], &p1, &t->out[2]);
    if (axes == 2)
        return ref_avg_pool2d_output(n[1], n[2], k[1], k[2], &p2, &t->out[1],
                                     &t->out[2]);
    return ref_avg_pool3d_output(n[0], n[1], n[2], k[0], k[1], k[2], &p3,
                                 &t->out[0], &t->out[1], &t->out[2]);
}

static ref_status measure_lp(int axes, pool_call *t)
{
    const ref_lp_pool2d_params p = lp2(t);

    (void)axes; /* there is one rank only */
    return ref_lp_pool2d_output(t->x.size[1], t->x.size[2], t->w.k[1],
                                t->w.k[2], &p, &t->out[1], &t->out[2]);
}

/* What all pools plan, given how they are measured. */
static int plan(call *c, ref_status (*measure)(int axes, pool_call *t))
{
    const int axes = c->op->axes;
    pool_call t;
    int status = read_call(c, &t);

    if (status == 0)
        status = library_says(c, measure(axes, &t));
    if (status != 0)
        return status;
    tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.x, axes, t.x.c, t.out);
    tensor_image_out(c, ARG_RETURN_INDICES, REF_INT64, &t.x, axes, t.x.c,
                     t.out);
    return 0;
}

static int plan_max(call *c)
{
    return plan(c, measure_max);
}

static int plan_avg(call *c)
{
    return plan(c, measure_avg);
}

static int plan_lp(call *c)
{
    return plan(c, measure_lp);
}

static ref_status max_pool(call *c, const pool_call *t)
{
    const float *x = tensor_floats(c, ARG_INPUT);
    float *y = tensor_out(c, ARG_OUTPUT);
    int64_t *indices = tensor_out_integers(c, ARG_RETURN_INDICES);
    const image *v = &t->x;
    const int *n = v->size, *k = t->w.k;
    const ref_max_pool1d_params p1 = max1(t);
    const ref_max_pool2d_params p2 = max2(t);
    const ref_max_pool3d_params p3 = max3(t);

    if (c->op->axes == 1)
        return ref_max_pool1d(x, v->n, v->c, n[2], k[2], &p1, y, indices);
    if (c->op->axes == 2)
        return ref_max_pool2d(x, v->n, v->c, n[1], n[2], k[1], k[2], &p2, y,
                              indices);
    return ref_max_pool3d(x, v->n, v->c, n[0], n[1], n[2], k[0], k[1], k[2],
                          &p3, y, indices);
}

static ref_status avg_pool(call *c, const pool_call *t)
{
    const float *x = tensor_floats(c, ARG_INPUT);
    float *y = tensor_out(c, ARG_OUTPUT);
    const image *v = &t->x;
    const int *n = v->size, *k = t->w.k;
    const ref_avg_pool1d_params p1 = avg1(t);
    const ref_avg_pool2d_params p2 = avg2(t);
    const ref_avg_pool3d_params p3 = avg3(t);

    if (c->op->axes == 1)
        return ref_avg_pool1d(x, v->n, v->c, n[2], k[2], &p1, y);
    if (c->op->axes == 2)
        return ref_avg_pool2d(x, v->n, v->c, n[1], n[2], k[1], k[2], &p2, y);
    return ref_avg_pool3d(x, v->n, v->c, n[0], n[1], n[2], k[0], k[1], k[2],
                          &p3, y);
}

static int run_max(call *c)
{
    pool_call t;
    int status = read_call(c, &t);

    return status == 0 ? library_says(c, max_pool(c, &t)) : status;
}

static int run_avg(call *c)
{
    pool_call t;
    int status = read_call(c, &t);

    return status == 0 ? library_says(c, avg_pool(c, &t)) : status;
}

static int run_lp(call *c)
{
    pool_call t;
    ref_lp_pool2d_params p;
    int status = read_call(c, &t);

    if (status != 0)
        return status;
    p = lp2(&t);
    return library_says(
        c, ref_lp_pool2d(tensor_floats(c, ARG_INPUT), t.x.n, t.x.c, t.x.size[1],
                         t.x.size[2], c->args.value[ARG_NORM_TYPE].number,
                         t.w.k[1], t.w.k[2], &p, tensor_out(c, ARG_OUTPUT)));
}

/* PyTorch takes any output whose pool could have this size: less than a stride
 * away from the smallest. */
static int read_unpooled_size(const call *c, pool_call *t)
{
    int least[3] = {t->out[0], t->out[1], t->out[2]};

    if (!arg_given(&c->args, ARG_OUTPUT_SIZE))
        return 0;
    if (arg_axes(&c->args, ARG_OUTPUT_SIZE, 2, t->out) != 0)
        return EXIT_BAD_INPUT;
    for (int i = 1; i < 3; i++) {
        int s = t->w.s[i] ? t->w.s[i] : t->w.k[i];

        if (t->out[i] <= least[i] - s ||
            (long long)t->out[i] >= (long long)least[i] + s)
            return complain("--output-size is %.60s; along the %s it must be "
                            "less than %d away from %d",
                            c->args.value[ARG_OUTPUT_SIZE].text,
                            i == 1 ? "height" : "width", s, least[i]);
    }
    return 0;
}

static int read_unpool(const call *c, pool_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT];
    ref_max_pool2d_params p;
    int status = read_call(c, t);

    if (status == 0)
        status =
            tensor_expect(c, ARG_INDICES, x->rank, x->dims, "as the input");
    if (status != 0)
        return status;
    p = max2(t);
    status = library_says(c, ref_max_unpool2d_output(t->x.size[1], t->x.size[2],
                                                     t->w.k[1], t->w.k[2], &p,
                                                     &t->out[1], &t->out[2]));
    return status == 0 ? read_unpooled_size(c, t) : status;
}

static int plan_unpool(call *c)
{
    pool_call t;
    int status = read_unpool(c, &t);

    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.x, 2, t.x.c, t.out);
    return status;
}

static int run_unpool(call *c)
{
    pool_call t;
    int status = read_unpool(c, &t);

    if (status != 0)
        return status;
    return library_says(c, ref_max_unpool2d(tensor_floats(c, ARG_INPUT),
                                            tensor_integers(c, ARG_INDICES),
                                            t.x.n, t.x.c, t.x.size[1],
                                            t.x.size[2], t.out[1], t.out[2],
                                            tensor_out(c, ARG_OUTPUT)));
}

#define WINDOW                                                                 \
    (ARG(ARG_INPUT) | ARG(ARG_OUTPUT) | ARG(ARG_KERNEL_SIZE) | ARG(ARG_STRIDE))
#define PADDED (ARG(ARG_PADDING) | ARG(ARG_PADS))
#define MAX                                                                    \
    (WINDOW | PADDED | ARG(ARG_DILATION) | ARG(ARG_CEIL_MODE) |                \
     ARG(ARG_RETURN_INDICES))
#define AVG                                                                    \
    (WINDOW | PADDED | ARG(ARG_CEIL_MODE) | ARG(ARG_COUNT_INCLUDE_PAD) |       \
     ARG(ARG_DIVISOR_OVERRIDE))
#define NEEDS (ARG(ARG_INPUT) | ARG(ARG_OUTPUT) | ARG(ARG_KERNEL_SIZE))
#define SIZES                                                                  \
    "oW = floor((W + padding - span) / stride) + 1,\n"                         \
    "          padding of both sides together, span = "

const operator_row op_pool[] = {
    {"max_pool1d", GROUP_POOLING, 1, MAX, NEEDS, "the largest in each window",
     "y[b,c,j] = max over v of x[b,c, j*stride-padding+v*dilation]\n"
     "the padding never wins; of equal numbers the index is the first's\n"
     "  input   (N, C, W) or (C, W)\n"
     "  output  (N, C, oW), " SIZES "dilation*(kW-1) + 1;\n"
     "          rounded up in ceil mode\n",
     "max_pool1d --input x.npy --kernel-size 2 --output y.npy", plan_max,
     run_max, NULL},
    {"max_pool2d", GROUP_POOLING, 2, MAX, NEEDS, "the largest in each window",
     "y[b,c,i,j] = max over u,v of x[b,c, i*sh-ph+u*dh, j*sw-pw+v*dw]\n"
     "with stride s, padding p, which never wins, and dilation d; an index "
     "is\n"
     "row*W + column in the input's plane, of equal numbers the first's\n"
     "  input   (N, C, H, W) or (C, H, W)\n"
     "  output  (N, C, oH, oW), " SIZES "dilation*(kW-1) + 1;\n"
     "          rounded up in ceil mode; oH likewise\n",
     "max_pool2d --input x.npy --kernel-size 3 --stride 2 --return-indices "
     "i.npy --output y.npy",
     plan_max, run_max, NULL},
    {"max_pool3d", GROUP_POOLING, 3, MAX, NEEDS, "the largest in each window",
     "y[b,c,l,i,j] = max over t,u,v of\n"
     "               x[b,c, l*sd-pd+t*dd, i*sh-ph+u*dh, j*sw-pw+v*dw]\n"
     "with stride s, padding p, which never wins, and dilation d; an index "
     "is\n"
     "(plane*H + row)*W + column in the input, of equal numbers the "
     "first's\n"
     "  input   (N, C, D, H, W) or (C, D, H, W)\n"
     "  output  (N, C, oD, oH, oW), " SIZES "dilation*(kW-1) + 1;\n"
     "          rounded up in ceil mode; oD and oH likewise\n",
     "max_pool3d --input x.npy --kernel-size 2 --output y.npy", plan_max,
     run_max, NULL},
    {"max_unpool2d", GROUP_POOLING, 2,
     WINDOW | PADDED | ARG(ARG_INDICES) | ARG(ARG_OUTPUT_SIZE),
     NEEDS | ARG(ARG_INDICES), "each maximum back at its place, among zeros",
     "y[b,c,k] = x[b,c,i,j] where indices[b,c,i,j] = k, else 0; k = row*oW "
     "+\n"
     "column, as max_pool2d --return-indices gives it\n"
     "  input, indices  (N, C, H, W) or (C, H, W)\n"
     "  output          (N, C, oH, oW); without --output-size\n"
     "                  oH = (H-1)*stride - padding + kH, oW likewise\n",
     "max_unpool2d --input y.npy --indices i.npy --kernel-size 2 --output "
     "x.npy",
     plan_unpool, run_unpool, NULL},
    {"avg_pool1d", GROUP_POOLING, 1, AVG, NEEDS, "the average of each window",
     "y[b,c,j] = sum over v of x[b,c, j*stride-padding+v] / divisor\n"
     "  input   (N, C, W) or (C, W)\n"
     "  output  (N, C, oW), " SIZES "kW;\n"
     "          rounded up in ceil mode\n",
     "avg_pool1d --input x.npy --kernel-size 2 --output y.npy", plan_avg,
     run_avg, NULL},
    {"avg_pool2d", GROUP_POOLING, 2, AVG, NEEDS, "the average of each window",
     "y[b,c,i,j] = sum over u,v of x[b,c, i*sh-ph+u, j*sw-pw+v] / divisor\n"
     "with stride s and padding p\n"
     "  input   (N, C, H, W) or (C, H, W)\n"
     "  output  (N, C, oH, oW), " SIZES "kW;\n"
     "          rounded up in ceil mode; oH likewise\n",
     "avg_pool2d --input x.npy --kernel-size 3 --padding 1 "
     "--count-include-pad false --output y.npy",
     plan_avg, run_avg, NULL},
    {"avg_pool3d", GROUP_POOLING, 3, AVG, NEEDS, "the average of each window",
     "y[b,c,l,i,j] = sum over t,u,v of\n"
     "               x[b,c, l*sd-pd+t, i*sh-ph+u, j*sw-pw+v] / divisor\n"
     "with stride s and padding p\n"
     "  input   (N, C, D, H, W) or (C, D, H, W)\n"
     "  output  (N, C, oD, oH, oW), " SIZES "kW;\n"
     "          rounded up in ceil mode; oD and oH likewise\n",
     "avg_pool3d --input x.npy --kernel-size 2 --output y.npy", plan_avg,
     run_avg, NULL},
    {"lp_pool2d", GROUP_POOLING, 2,
     WINDOW | ARG(ARG_CEIL_MODE) | ARG(ARG_NORM_TYPE),
     NEEDS | ARG(ARG_NORM_TYPE), "the p-norm of each window",
     "y[b,c,i,j] = (sum over u,v of x[b,c, i*sh+u, j*sw+v]^p)^(1/p)\n"
     "with stride s and p the norm type; signs stay, as in PyTorch. A window\n"
     "that hangs over counts as if the whole were like the part inside\n"
     "  input   (N, C, H, W) or (C, H, W)\n"
     "  output  (N, C, oH, oW), oW = floor((W - kW) / stride) + 1, "
     "rounded\n"
     "          up in ceil mode; oH likewise\n",
     "lp_pool2d --input x.npy --norm-type 2 --kernel-size 2 --output y.npy",
     plan_lp, run_lp, NULL},
    {.name = NULL},
};
