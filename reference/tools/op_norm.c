/* Normalisation as commands. */
#include <stdio.h>
#include <string.h>

#include "../batch_norm.h"
#include "../local_response_norm.h"
#include "speak.h"
#include "tensors.h"
#include "words.h"

/* Batch, channels, and all places of a channel as one axis. */
static int read_channels(const call *c, int least, const char *shapes, image *v)
{
    const ref_array *x = &c->in[ARG_INPUT];

    if (tensor_expect_rank(c, ARG_INPUT, least, REF_ARRAY_MAX_RANK, shapes) !=
        0)
        return EXIT_BAD_INPUT;
    *v = (image){.n = x->dims[0], .c = x->dims[1], .size = {1, 1, 1}};
    return tensor_product(x->dims + 2, x->rank - 2, &v->size[2]);
}

static int as_input(call *c, arg_name which)
{
    const ref_array *x = &c->in[ARG_INPUT];

    tensor_shape(c, which, REF_FLOAT32, x->rank, x->dims);
    return 0;
}

/* Which files go together: the running values are read in inference, and in
 * training they are updated, if anybody wants them. */
static int check_running(const call *c)
{
    static const arg_name running[] = {ARG_RUNNING_MEAN, ARG_RUNNING_VAR};
    static const arg_name updated[] = {ARG_UPDATED_MEAN, ARG_UPDATED_VAR};
    bool training = c->args.value[ARG_TRAINING].flag;

    for (int i = 0; i < 2; i++) {
        const char *one = arg_table[running[i]].name;
        const char *other = arg_table[updated[i]].name;
        bool given = arg_given(&c->args, running[i]);

        if (!training && arg_given(&c->args, updated[i]))
            return complain("%s goes with --training only", other);
        if (arg_given(&c->args, updated[i]) && !given)
            return complain("%s needs %s to start from", other, one);
        if (!given && !training)
            return complain("batch_norm needs %s, or --training", one);
    }
    return 0;
}

static int plan_batch_norm(call *c)
{
    static const arg_name each[] = {ARG_RUNNING_MEAN, ARG_RUNNING_VAR,
                                    ARG_WEIGHT, ARG_BIAS};
    char because[SHAPE_BYTES];
    image v;

    if (read_channels(c, 2, "(N, C, ...)", &v) != 0)
        return EXIT_BAD_INPUT;
    (void)snprintf(because, sizeof because, "with %d channels", v.c);
    for (int i = 0; i < 4; i++)
        if (tensor_expect(c, each[i], 1, &v.c, because) != 0)
            return EXIT_BAD_INPUT;
    tensor_shape(c, ARG_UPDATED_MEAN, REF_FLOAT32, 1, &v.c);
    tensor_shape(c, ARG_UPDATED_VAR, REF_FLOAT32, 1, &v.c);
    return as_input(c, ARG_OUTPUT);
}

/* A copy of a running value where its update goes; NULL if that is not wanted.
 */
static float *updated(call *c, arg_name from, arg_name to, int channels)
{
    float *copy = tensor_out(c, to);

    if (copy)
        memcpy(copy, tensor_floats(c, from), (size_t)channels * sizeof *copy);
    return copy;
}

static int train(call *c, const image *v)
{
    float *mean = updated(c, ARG_RUNNING_MEAN, ARG_UPDATED_MEAN, v->c);
    float *var = updated(c, ARG_RUNNING_VAR, ARG_UPDATED_VAR, v->c);
    const arg_value *value = c->args.value;

    return library_says(
        c, ref_batch_norm_train(
               tensor_floats(c, ARG_INPUT), v->n, v->c, 1, v->size[2],
               tensor_floats(c, ARG_WEIGHT), tensor_floats(c, ARG_BIAS),
               value[ARG_EPS].number, value[ARG_MOMENTUM].number, mean, var,
               tensor_out(c, ARG_OUTPUT)));
}

static int run_batch_norm(call *c)
{
    image v;

    if (check_running(c) != 0 || read_channels(c, 2, "(N, C, ...)", &v) != 0)
        return EXIT_BAD_INPUT;
    if (c->args.value[ARG_TRAINING].flag)
        return train(c, &v);
    return library_says(
        c, ref_batch_norm(
               tensor_floats(c, ARG_INPUT), v.n, v.c, 1, v.size[2],
               tensor_floats(c, ARG_RUNNING_MEAN),
               tensor_floats(c, ARG_RUNNING_VAR), tensor_floats(c, ARG_WEIGHT),
               tensor_floats(c, ARG_BIAS), c->args.value[ARG_EPS].number,
               tensor_out(c, ARG_OUTPUT)));
}

static int plan_lrn(call *c)
{
    image v;

    if (read_channels(c, 3, "(N, C, W), (N, C, H, W) or more", &v) != 0)
        return EXIT_BAD_INPUT;
    return as_input(c, ARG_OUTPUT);
}

static int run_lrn(call *c)
{
    const arg_value *value = c->args.value;
    ref_lrn_params p = {.alpha = value[ARG_ALPHA].number,
                        .beta = value[ARG_BETA].number,
                        .k = value[ARG_K].number};
    image v;

    if (read_channels(c, 3, "(N, C, W), (N, C, H, W) or more", &v) != 0 ||
        arg_int(&c->args, ARG_SIZE, &p.size) != 0)
        return EXIT_BAD_INPUT;
    return library_says(c, ref_local_response_norm(tensor_floats(c, ARG_INPUT),
                                                   v.n, v.c, 1, v.size[2], &p,
                                                   tensor_out(c, ARG_OUTPUT)));
}

#define FILES (ARG(ARG_INPUT) | ARG(ARG_OUTPUT))

const operator_row op_norm[] = {
    {"batch_norm", GROUP_LAYERS, 0,
     FILES | ARG(ARG_RUNNING_MEAN) | ARG(ARG_RUNNING_VAR) | ARG(ARG_WEIGHT) |
         ARG(ARG_BIAS) | ARG(ARG_TRAINING) | ARG(ARG_MOMENTUM) | ARG(ARG_EPS) |
         ARG(ARG_UPDATED_MEAN) | ARG(ARG_UPDATED_VAR),
     FILES, "each channel to mean 0 and variance 1, scaled and shifted",
     "y = (x - mean[c]) / sqrt(var[c] + eps) * weight[c] + bias[c]\n"
     "with the running mean and variance; in training, with the input's own,\n"
     "and then running = (1 - momentum) * running + momentum * own\n"
     "  input, output            (N, C, ...)\n"
     "  running, weight, bias    (C,)\n",
     "batch_norm --input x.npy --running-mean m.npy --running-var v.npy "
     "--output y.npy",
     plan_batch_norm, run_batch_norm, NULL},
    {"local_response_norm", GROUP_LAYERS, 0,
     FILES | ARG(ARG_SIZE) | ARG(ARG_ALPHA) | ARG(ARG_BETA) | ARG(ARG_K),
     FILES | ARG(ARG_SIZE), "each number by those in channels beside it",
     "y[b,c,...] = x[b,c,...] / (k + alpha * mean over size channels of\n"
     "             x[b,c',...]^2)^beta, c' from c - size/2, zeros outside\n"
     "  input, output  (N, C, W), (N, C, H, W) or more\n",
     "local_response_norm --input x.npy --size 5 --k 2 --output y.npy",
     plan_lrn, run_lrn, NULL},
    {.name = NULL},
};
