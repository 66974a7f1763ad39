/* What layers cost: sizes only, products only. Convolution, transposed
 * convolution and dense layer have one rule: each weight is used once at each
 * position, and there are as many weights as
 *     c_out * c_in/groups * kernel = c_in * c_out/groups * kernel
 * The positions are those of the output for a convolution, of the input for
 * its transpose, and one for a dense layer. */
#include "cost.h"

#include "check.h"
#include "conv_task.h"

/* What the rule needs of a layer; positions and outputs along each axis. */
typedef struct layer {
    int c_in, c_out, groups, with_bias;
    int kernel[REF_AXES], positions[REF_AXES], out[REF_AXES];
} layer;

/* Multiplies a count by the sizes of three axes, each >= 1.
 * Errors   REF_EOVERFLOW */
static ref_status multiply(const char *what, const int sizes[REF_AXES],
                           int64_t *count)
{
    for (int a = 0; a < REF_AXES; a++) {
        if (*count > INT64_MAX / sizes[a])
            return ref_fail(REF_EOVERFLOW,
                            "the layer has more '%s' than 63 bits can count",
                            what);
        *count *= sizes[a];
    }
    return REF_OK;
}

/* The rule. Two ints' product always fits; weights that just fit may not do so
 * with their biases. */
static ref_status count(const layer *l, ref_cost *cost)
{
    int64_t weights = (int64_t)l->c_out * (l->c_in / l->groups);
    int64_t multiply_adds, outputs = l->c_out;
    int64_t biases = l->with_bias ? l->c_out : 0;

    REF_TRY(multiply("parameters", l->kernel, &weights));
    multiply_adds = weights;
    REF_TRY(multiply("multiply_adds", l->positions, &multiply_adds));
    REF_TRY(multiply("outputs", l->out, &outputs));
    if (weights > INT64_MAX - biases)
        return ref_fail(REF_EOVERFLOW,
                        "the layer has more 'parameters' than 63 bits can "
                        "count");
    *cost = (ref_cost){weights + biases, multiply_adds, outputs};
    return REF_OK;
}

static ref_status conv_cost(ref_conv_task t, int with_bias, ref_cost *cost)
{
    layer l = {t.c_in, t.c_out, t.groups, with_bias, {0}, {0}, {0}};

    REF_TRY(ref_check_pointer("cost", cost));
    REF_TRY(ref_conv_measure(&t));
    for (int a = 0; a < REF_AXES; a++) {
        l.kernel[a] = t.window.axis[a].k;
        l.positions[a] = l.out[a] = t.window.out[a];
    }
    return count(&l, cost);
}

ref_status ref_conv1d_cost(int c_in, int w, int c_out, int kw, int with_bias,
                           const ref_conv1d_params *p, ref_cost *cost)
{
    return conv_cost(
        ref_conv1d_task(NULL, 1, c_in, w, NULL, c_out, kw, NULL, p), with_bias,
        cost);
}

ref_status ref_conv2d_cost(int c_in, int h, int w, int c_out, int kh, int kw,
                           int with_bias, const ref_conv2d_params *p,
                           ref_cost *cost)
{
    return conv_cost(
        ref_conv2d_task(NULL, 1, c_in, h, w, NULL, c_out, kh, kw, NULL, p),
        with_bias, cost);
}

ref_status ref_conv3d_cost(int c_in, int d, int h, int w, int c_out, int kd,
                           int kh, int kw, int with_bias,
                           const ref_conv3d_params *p, ref_cost *cost)
{
    return conv_cost(ref_conv3d_task(NULL, 1, c_in, d, h, w, NULL, c_out, kd,
                                     kh, kw, NULL, p),
                     with_bias, cost);
}

/* The rest, once the output of a transposed convolution was measured. */
static ref_status transpose_cost(const layer *l, ref_cost *cost)
{
    REF_TRY(ref_check_channels(1, l->c_in, l->c_out, l->groups));
    REF_TRY(ref_check_pointer("cost", cost));
    return count(l, cost);
}

ref_status ref_conv_transpose1d_cost(int c_in, int w, int c_out, int kw,
                                     int with_bias,
                                     const ref_conv_transpose1d_params *p,
                                     ref_cost *cost)
{
    layer l = {c_in,       c_out,     p ? p->groups : 1, with_bias,
               {1, 1, kw}, {1, 1, w}, {1, 1, 1}};

    REF_TRY(ref_conv_transpose1d_output(w, kw, p, &l.out[2]));
    return transpose_cost(&l, cost);
}

ref_status ref_conv_transpose2d_cost(int c_in, int h, int w, int c_out, int kh,
                                     int kw, int with_bias,
                                     const ref_conv_transpose2d_params *p,
                                     ref_cost *cost)
{
    layer l = {c_in,        c_out,     p ? p->groups : 1, with_bias,
               {1, kh, kw}, {1, h, w}, {1, 1, 1}};

    REF_TRY(ref_conv_transpose2d_output(h, w, kh, kw, p, &l.out[1], &l.out[2]));
    return transpose_cost(&l, cost);
}

ref_status ref_conv_transpose3d_cost(int c_in, int d, int h, int w, int c_out,
                                     int kd, int kh, int kw, int with_bias,
                                     const ref_conv_transpose3d_params *p,
                                     ref_cost *cost)
{
    layer l = {c_in,         c_out,     p ? p->groups : 1, with_bias,
               {kd, kh, kw}, {d, h, w}, {1, 1, 1}};

    REF_TRY(ref_conv_transpose3d_output(d, h, w, kd, kh, kw, p, &l.out[0],
                                        &l.out[1], &l.out[2]));
    return transpose_cost(&l, cost);
}

ref_status ref_linear_cost(int in_features, int out_features, int with_bias,
                           ref_cost *cost)
{
    const layer l = {in_features, out_features, 1,        with_bias,
                     {1, 1, 1},   {1, 1, 1},    {1, 1, 1}};

    REF_TRY(ref_check_least("in_features", in_features, 1, REF_ESIZE));
    REF_TRY(ref_check_least("out_features", out_features, 1, REF_ESIZE));
    REF_TRY(ref_check_pointer("cost", cost));
    return count(&l, cost);
}
