/* What works on elements or lines of any array, as commands. */
#include <string.h>

#include "../activation.h"
#include "../dropout.h"
#include "../pad.h"
#include "speak.h"
#include "tensors.h"
#include "words.h"

/* The output is as the input. */
static int plan_same(call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];

    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, x->rank, x->dims);
    return 0;
}

static int run_each(call *c,
                    ref_status (*f)(const float *x, size_t count, float *y))
{
    size_t count;
    int status = library_says(c, ref_array_count(&c->in[ARG_INPUT], &count));

    if (status != 0)
        return status;
    return library_says(
        c, f(tensor_floats(c, ARG_INPUT), count, tensor_out(c, ARG_OUTPUT)));
}

static int run_relu(call *c)
{
    return run_each(c, ref_relu);
}

static int run_sigmoid(call *c)
{
    return run_each(c, ref_sigmoid);
}

static int run_tanh(call *c)
{
    return run_each(c, ref_tanh);
}

static int run_dropout(call *c)
{
    const arg_value *v = c->args.value;
    size_t count;
    int status = library_says(c, ref_array_count(&c->in[ARG_INPUT], &count));

    if (status != 0)
        return status;
    return library_says(c, ref_dropout(tensor_floats(c, ARG_INPUT), count,
                                       v[ARG_P].number,
                                       (uint64_t)v[ARG_SEED].integer,
                                       tensor_out(c, ARG_OUTPUT)));
}

/* A single number is a line of one, as PyTorch has it. */
static int run_lines(call *c, ref_status (*f)(const float *x, const int *dims,
                                              int rank, int dim, float *y))
{
    static const int one[] = {1};
    const ref_array *x = &c->in[ARG_INPUT];
    int dim, status = arg_int(&c->args, ARG_DIM, &dim);

    if (status != 0)
        return status;
    return library_says(c, f(tensor_floats(c, ARG_INPUT),
                             x->rank ? x->dims : one, x->rank ? x->rank : 1,
                             dim, tensor_out(c, ARG_OUTPUT)));
}

static int run_softmax(call *c)
{
    return run_lines(c, ref_softmax);
}

static int run_log_softmax(call *c)
{
    return run_lines(c, ref_log_softmax);
}

/* What pad adds to each axis. */
typedef struct pad_call {
    int before[REF_ARRAY_MAX_RANK], after[REF_ARRAY_MAX_RANK];
    ref_pad_mode mode;
    bool constant;
} pad_call;

/* The word after --mode: one of the library's, or constant after them. */
static int read_mode(const call *c, pad_call *t)
{
    const arg_value *mode = &c->args.value[ARG_MODE];

    t->constant = mode->place == REF_PAD_MODE_COUNT;
    t->mode = t->constant ? REF_PAD_ZEROS : (ref_pad_mode)mode->place;
    if (!t->constant && t->mode != REF_PAD_ZEROS &&
        arg_given(&c->args, ARG_VALUE))
        return complain("--value does not go with --mode %s; it is for "
                        "constant",
                        mode->text);
    if (mode->given && !t->constant && t->mode == REF_PAD_ZEROS &&
        c->args.value[ARG_VALUE].number != 0.0f)
        return complain("--value %.40s does not go with --mode zeros; it is "
                        "for constant",
                        c->args.value[ARG_VALUE].text);
    return 0;
}

static int read_pad(const call *c, pad_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT];
    const arg_value *pads = &c->args.value[ARG_PADS];
    int axes = pads->count / 2, first = x->rank - axes;

    *t = (pad_call){.constant = true};
    if (pads->count % 2 != 0)
        return complain("--pads is %.60s, %d number%s; it must be an even "
                        "count: all the befores and then all the afters",
                        pads->text, pads->count, pads->count == 1 ? "" : "s");
    if (axes > x->rank)
        return complain("--pads is %.60s, for %d axes; the input has %d",
                        pads->text, axes, x->rank);
    for (int i = 0; i < axes; i++) {
        t->before[first + i] = pads->list[i];
        t->after[first + i] = pads->list[axes + i];
    }
    return read_mode(c, t);
}

static int plan_pad(call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];
    int dims[REF_ARRAY_MAX_RANK];
    pad_call t;
    int status = read_pad(c, &t);

    if (status == 0)
        status = library_says(c, ref_pad_output(x->dims, x->rank, t.before,
                                                t.after, t.mode, dims));
    if (status == 0)
        tensor_shape(c, ARG_OUTPUT, REF_FLOAT32, x->rank, dims);
    return status;
}

static int run_pad(call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];
    const float *from = tensor_floats(c, ARG_INPUT);
    float *to = tensor_out(c, ARG_OUTPUT);
    pad_call t;
    int status = read_pad(c, &t);

    if (status != 0)
        return status;
    if (t.constant)
        return library_says(
            c, ref_pad_constant(from, x->dims, x->rank, t.before, t.after,
                                c->args.value[ARG_VALUE].number, to));
    return library_says(
        c, ref_pad(from, x->dims, x->rank, t.before, t.after, t.mode, to));
}

#define FILES (ARG(ARG_INPUT) | ARG(ARG_OUTPUT))
#define ANY "  input, output  any shape\n"

const operator_row op_pointwise[] = {
    {"pad", GROUP_MATRICES, 0,
     FILES | ARG(ARG_PADS) | ARG(ARG_MODE) | ARG(ARG_VALUE),
     FILES | ARG(ARG_PADS), "more around the last axes, or less",
     "  constant   v v v | a b c d | v v v    zeros: v is 0\n"
     "  reflect    d c b | a b c d | c b a    the edge is the mirror\n"
     "  symmetric  c b a | a b c d | d c b    the mirror is beside it\n"
     "  replicate  a a a | a b c d | d d d\n"
     "  circular   b c d | a b c d | a b c\n"
     "of as many of the last axes as --pads has pairs; below 0 crops\n"
     "  input   any shape\n"
     "  output  each of these axes longer by what is before and after it\n",
     "pad --input x.npy --pads 1,2,1,2 --mode reflect --output y.npy", plan_pad,
     run_pad, NULL},
    {"relu", GROUP_LAYERS, 0, FILES, FILES, "max(x, 0)",
     "y = max(x, 0); NaN stays\n" ANY, "relu --input x.npy --output y.npy",
     plan_same, run_relu, NULL},
    {"sigmoid", GROUP_LAYERS, 0, FILES, FILES, "1 / (1 + exp(-x))",
     "y = 1 / (1 + exp(-x))\n" ANY, "sigmoid --input x.npy --output y.npy",
     plan_same, run_sigmoid, NULL},
    {"tanh", GROUP_LAYERS, 0, FILES, FILES, "the hyperbolic tangent",
     "y = tanh(x)\n" ANY, "tanh --input x.npy --output y.npy", plan_same,
     run_tanh, NULL},
    {"softmax", GROUP_LAYERS, 0, FILES | ARG(ARG_DIM), FILES | ARG(ARG_DIM),
     "scores into probabilities, along an axis",
     "y[i] = exp(x[i]) / sum over k of exp(x[k]), along the axis --dim\n" ANY,
     "softmax --input x.npy --dim 1 --output y.npy", plan_same, run_softmax,
     NULL},
    {"log_softmax", GROUP_LAYERS, 0, FILES | ARG(ARG_DIM), FILES | ARG(ARG_DIM),
     "the logarithm of softmax",
     "y[i] = x[i] - log(sum over k of exp(x[k])), along the axis --dim\n" ANY,
     "log_softmax --input x.npy --dim -1 --output y.npy", plan_same,
     run_log_softmax, NULL},
    {"dropout", GROUP_LAYERS, 0, FILES | ARG(ARG_P) | ARG(ARG_SEED), FILES,
     "some elements lost at random, as in training",
     "y[i] = 0 with probability p, otherwise x[i] / (1 - p). What is lost\n"
     "depends on the seed and on i only; PyTorch's random numbers are "
     "others\n" ANY,
     "dropout --input x.npy --p 0.5 --seed 7 --output y.npy", plan_same,
     run_dropout, NULL},
    {.name = NULL},
};
