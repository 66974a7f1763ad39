/* Losses as commands. */
#include <string.h>

#include "../loss.h"
#include "speak.h"
#include "tensors.h"
#include "words.h"

/* A loss as the command line says it: scores of n x c x places. */
typedef struct loss_call {
    int n, c, places;
    ref_loss_params p;
} loss_call;

static bool is_shares(const call *c)
{
    return c->has[ARG_TARGET] && c->in[ARG_TARGET].dtype == REF_FLOAT32;
}

/* The shape of one loss for each position: the scores' without the classes.
 * Returns  its rank */
static int positions(const ref_array *x, int dims[REF_ARRAY_MAX_RANK])
{
    int rank = 0;

    for (int r = 0; r < x->rank; r++)
        if (r != (x->rank == 1 ? 0 : 1))
            dims[rank++] = x->dims[r];
    return rank;
}

static int expect_target(const call *c)
{
    const ref_array *x = &c->in[ARG_INPUT];
    int dims[REF_ARRAY_MAX_RANK], rank = positions(x, dims);

    if (is_shares(c))
        return tensor_expect(c, ARG_TARGET, x->rank, x->dims,
                             "as probabilities");
    return tensor_expect(c, ARG_TARGET, rank, dims, "for these scores");
}

static int read_call(const call *c, loss_call *t)
{
    const ref_array *x = &c->in[ARG_INPUT];
    const arg_value *v = c->args.value;

    if (tensor_expect_rank(c, ARG_INPUT, 1, REF_ARRAY_MAX_RANK,
                           "(C), (N, C) or (N, C, ...)") != 0)
        return EXIT_BAD_INPUT;
    t->n = x->rank == 1 ? 1 : x->dims[0];
    t->c = x->dims[x->rank == 1 ? 0 : 1];
    t->p = (ref_loss_params){.reduction = (ref_reduction)v[ARG_REDUCTION].place,
                             .ignore_index = v[ARG_IGNORE_INDEX].integer,
                             .label_smoothing = v[ARG_LABEL_SMOOTHING].number};
    if (tensor_product(x->dims + 2, x->rank > 2 ? x->rank - 2 : 0,
                       &t->places) != 0 ||
        expect_target(c) != 0)
        return EXIT_BAD_INPUT;
    return tensor_expect(c, ARG_WEIGHT, 1, &t->c, "with a weight per class");
}

static int plan(call *c)
{
    int dims[REF_ARRAY_MAX_RANK], rank;
    loss_call t;

    if (read_call(c, &t) != 0)
        return EXIT_BAD_INPUT;
    rank = positions(&c->in[ARG_INPUT], dims);
    tensor_shape(c, ARG_OUTPUT, REF_FLOAT32,
                 t.p.reduction == REF_REDUCTION_NONE ? rank : 0, dims);
    return 0;
}

/* Only cross_entropy has probabilities as targets. */
static int plan_nll(call *c)
{
    char name[SHAPE_BYTES];

    if (!is_shares(c))
        return plan(c);
    tensor_name(c, ARG_TARGET, name);
    return complain("%s holds numbers with a point; classes must be integers",
                    name);
}

static int run_nll(call *c)
{
    loss_call t;

    if (read_call(c, &t) != 0)
        return EXIT_BAD_INPUT;
    return library_says(c,
                        ref_nll_loss(tensor_floats(c, ARG_INPUT), t.n, t.c, 1,
                                     t.places, tensor_integers(c, ARG_TARGET),
                                     tensor_floats(c, ARG_WEIGHT), &t.p,
                                     tensor_out(c, ARG_OUTPUT)));
}

static int run_cross_entropy(call *c)
{
    const float *x = tensor_floats(c, ARG_INPUT);
    const float *weight = tensor_floats(c, ARG_WEIGHT);
    float *y = tensor_out(c, ARG_OUTPUT);
    loss_call t;

    if (read_call(c, &t) != 0)
        return EXIT_BAD_INPUT;
    if (is_shares(c))
        return library_says(
            c, ref_cross_entropy_probabilities(x, t.n, t.c, 1, t.places,
                                               tensor_floats(c, ARG_TARGET),
                                               weight, &t.p, y));
    return library_says(c, ref_cross_entropy(x, t.n, t.c, 1, t.places,
                                             tensor_integers(c, ARG_TARGET),
                                             weight, &t.p, y));
}

#define NEEDS (ARG(ARG_INPUT) | ARG(ARG_TARGET) | ARG(ARG_OUTPUT))
#define TAKES                                                                  \
    (NEEDS | ARG(ARG_WEIGHT) | ARG(ARG_REDUCTION) | ARG(ARG_IGNORE_INDEX))
#define SHAPES                                                                 \
    "  input   (N, C), (N, C, ...) or (C), C classes\n"                        \
    "  target  (N,), (N, ...) or ()            weight  (C,)\n"                 \
    "  output  (); as the target with --reduction none\n"

const operator_row op_loss[] = {
    {"nll_loss", GROUP_LOSSES, 0, TAKES, NEEDS,
     "negative log-likelihood of the right classes",
     "l[b] = -weight[t] * x[b,t], t = target[b]; the mean is divided by the\n"
     "sum of weight[t]. The input is what log_softmax gives\n" SHAPES,
     "nll_loss --input x.npy --target t.npy --output y.npy", plan_nll, run_nll,
     NULL},
    {"cross_entropy", GROUP_LOSSES, 0, TAKES | ARG(ARG_LABEL_SMOOTHING), NEEDS,
     "log_softmax and nll_loss in one",
     "l[b] = -(1-s) * weight[t] * q[t] - s/C * sum over k of weight[k] * q[k]\n"
     "with q = log_softmax(x[b]), t = target[b] and s the label smoothing; "
     "the\n"
     "mean is divided by the sum of weight[t]. A target of float32 or float64\n"
     "holds probabilities, in the shape of the input:\n"
     "l[b] = -sum over k of weight[k] * ((1-s) * target[b,k] + s/C) * q[k]\n"
     "whose mean is divided by how many there are\n" SHAPES,
     "cross_entropy --input x.npy --target t.npy --label-smoothing 0.1 "
     "--output y.npy",
     plan, run_cross_entropy, NULL},
    {.name = NULL},
};
