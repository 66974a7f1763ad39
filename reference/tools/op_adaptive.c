/* Pools that are told what comes out, as commands: adaptive and global. */
#include "../adaptive_pool.h"
#include "../global_pool.h"
#include "speak.h"
#include "tensors.h"
#include "words.h"

/* The input's sizes and the output's. */
typedef struct pool_call {
    image x;
    int out[3];
} pool_call;

static int read_adaptive(const call *c, pool_call *t)
{
    if (tensor_image(c, ARG_INPUT, c->op->axes, &t->x) != 0)
        return EXIT_BAD_INPUT;
    return arg_axes(&c->args, ARG_OUTPUT_SIZE, c->op->axes, t->out);
}

static ref_status adaptive(int axes, const float *x, const pool_call *t,
                           float *y)
{
    const image *v = &t->x;
    const int *n = v->size, *out = t->out;

    if (axes == 1)
        return ref_adaptive_avg_pool1d(x, v->n, v->c, n[2], out[2], y);
    if (axes == 2)
        return ref_adaptive_avg_pool2d(x, v->n, v->c, n[1], n[2], out[1],
                                       out[2], y);
    return ref_adaptive_avg_pool3d(x, v->n, v->c, n[0], n[1], n[2], out[0],
                                   out[1], out[2], y);
}

/* The library has no function for these sizes alone: a batch of no images is
 * their check. */
static int plan_adaptive(call *c)
{
    pool_call t, none;
    int status = read_adaptive(c, &t);

    if (status != 0)
        return status;
    none = t;
    none.x.n = 0;
    status = library_says(c, adaptive(c->op->axes, NULL, &none, NULL));
    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &t.x, c->op->axes, t.x.c,
                         t.out);
    return status;
}

static int run_adaptive(call *c)
{
    pool_call t;
    int status = read_adaptive(c, &t);

    if (status != 0)
        return status;
    return library_says(c, adaptive(c->op->axes, tensor_floats(c, ARG_INPUT),
                                    &t, tensor_out(c, ARG_OUTPUT)));
}

/* One, two or three axes: whatever the input has beyond batch and channels. */
static int read_global(const call *c, image *v)
{
    if (tensor_expect_rank(c, ARG_INPUT, 3, 5,
                           "(N, C, W), (N, C, H, W) or (N, C, D, H, W)") != 0)
        return EXIT_BAD_INPUT;
    return tensor_image(c, ARG_INPUT, c->in[ARG_INPUT].rank - 2, v);
}

static int plan_global(call *c)
{
    static const int ones[3] = {1, 1, 1};
    image v;
    int status = read_global(c, &v);

    if (status == 0)
        tensor_image_out(c, ARG_OUTPUT, REF_FLOAT32, &v,
                         c->in[ARG_INPUT].rank - 2, v.c, ones);
    return status;
}

static int run_avg(call *c)
{
    image v;
    int status = read_global(c, &v);

    if (status != 0)
        return status;
    return library_says(c, ref_global_avg_pool(tensor_floats(c, ARG_INPUT), v.n,
                                               v.c, v.size[0], v.size[1],
                                               v.size[2],
                                               tensor_out(c, ARG_OUTPUT)));
}

static int run_max(call *c)
{
    image v;
    int status = read_global(c, &v);

    if (status != 0)
        return status;
    return library_says(c, ref_global_max_pool(tensor_floats(c, ARG_INPUT), v.n,
                                               v.c, v.size[0], v.size[1],
                                               v.size[2],
                                               tensor_out(c, ARG_OUTPUT)));
}

#define FILES (ARG(ARG_INPUT) | ARG(ARG_OUTPUT))
#define ADAPTIVE (FILES | ARG(ARG_OUTPUT_SIZE))
#define WINDOWS                                                                \
    "position i of oW averages the elements from floor(i*W/oW) to before\n"    \
    "ceil((i+1)*W/oW)"

const operator_row op_adaptive[] = {
    {"adaptive_avg_pool1d", GROUP_POOLING, 1, ADAPTIVE, ADAPTIVE,
     "averages, by the size that comes out",
     WINDOWS "\n  input   (N, C, W) or (C, W)\n"
             "  output  (N, C, oW), oW from --output-size\n",
     "adaptive_avg_pool1d --input x.npy --output-size 4 --output y.npy",
     plan_adaptive, run_adaptive, NULL},
    {"adaptive_avg_pool2d", GROUP_POOLING, 2, ADAPTIVE, ADAPTIVE,
     "averages, by the size that comes out",
     WINDOWS ", and so down the rows\n  input   (N, C, H, W) or (C, H, W)\n"
             "  output  (N, C, oH, oW), oH and oW from --output-size\n",
     "adaptive_avg_pool2d --input x.npy --output-size 6 --output y.npy",
     plan_adaptive, run_adaptive, NULL},
    {"adaptive_avg_pool3d", GROUP_POOLING, 3, ADAPTIVE, ADAPTIVE,
     "averages, by the size that comes out",
     WINDOWS ", and so along the others\n"
             "  input   (N, C, D, H, W) or (C, D, H, W)\n"
             "  output  (N, C, oD, oH, oW), the sizes from --output-size\n",
     "adaptive_avg_pool3d --input x.npy --output-size 2,4,4 --output y.npy",
     plan_adaptive, run_adaptive, NULL},
    {"global_avg_pool", GROUP_POOLING, 0, FILES, FILES,
     "the average of each channel",
     "y[b,c] = average of x[b,c] over its places\n"
     "  input   (N, C, W), (N, C, H, W) or (N, C, D, H, W)\n"
     "  output  (N, C, 1), (N, C, 1, 1) or (N, C, 1, 1, 1)\n",
     "global_avg_pool --input x.npy --output y.npy", plan_global, run_avg,
     NULL},
    {"global_max_pool", GROUP_POOLING, 0, FILES, FILES,
     "the largest of each channel",
     "y[b,c] = max of x[b,c] over its places\n"
     "  input   (N, C, W), (N, C, H, W) or (N, C, D, H, W)\n"
     "  output  (N, C, 1), (N, C, 1, 1) or (N, C, 1, 1, 1)\n",
     "global_max_pool --input x.npy --output y.npy", plan_global, run_max,
     NULL},
    {.name = NULL},
};
