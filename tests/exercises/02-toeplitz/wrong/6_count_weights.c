/* The misconceptions of count_weights. */
#include "../6_count_weights.h"

#include <stdint.h>

/* A wrong count, as a function of the layer. */
struct count {
    long long (*of)(struct layer l);
};

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct count *p = how;

    answer_put(a, COUNT, 0, (double)p->of(weights_layer(c)), 0);
}

static long long recount(struct layer l)
{
    l.inputs = l.c_in * l.h * l.w;
    l.outputs = l.c_out * l.oh * l.ow;
    l.taps = l.c_in * l.kh * l.kw;
    return layer_count(&l);
}

/* ---- biases -------------------------------------------------------------- */

static long long without_bias(struct layer l)
{
    l.bias = 0;
    return layer_count(&l);
}

static long long with_bias(struct layer l)
{
    l.bias = 1;
    return layer_count(&l);
}

/* The lectures' b with two indices. */
static long long bias_per_output(struct layer l)
{
    return without_bias(l) + l.bias * l.outputs;
}

static long long bias_per_map(struct layer l)
{
    return without_bias(l) + l.bias * l.c_out;
}

static long long local_bias_per_map(struct layer l)
{
    return l.sharing == LOCAL ? bias_per_map(l) : layer_count(&l);
}

static long long one_bias(struct layer l)
{
    return without_bias(l) + l.bias;
}

static long long bias_per_weight(struct layer l)
{
    return without_bias(l) * (1 + l.bias);
}

static long long bias_per_input_map(struct layer l)
{
    long long kernels = l.sharing == SHARED ? l.c_out : l.outputs;

    if (l.sharing == DENSE)
        return layer_count(&l);
    return kernels * l.c_in * (l.kh * l.kw + l.bias);
}

/* ---- factors left out ---------------------------------------------------- */

static long long without_c_in(struct layer l)
{
    if (l.sharing != DENSE)
        l.taps = l.kh * l.kw;
    return layer_count(&l);
}

static long long without_c_in_at_all(struct layer l)
{
    l.c_in = 1;
    return recount(l);
}

static long long without_c_out(struct layer l)
{
    l.c_out = 1;
    return recount(l);
}

static long long local_without_c_out(struct layer l)
{
    if (l.sharing == LOCAL)
        l.outputs = l.oh * l.ow;
    return layer_count(&l);
}

static long long places_for_outputs(struct layer l)
{
    l.outputs = l.oh * l.ow;
    return layer_count(&l);
}

static long long one_shared_kernel(struct layer l)
{
    if (l.sharing == SHARED)
        l.c_out = 1;
    return layer_count(&l);
}

static long long dense_without_c_in(struct layer l)
{
    l.inputs = l.h * l.w;
    return layer_count(&l);
}

static long long dense_per_map(struct layer l)
{
    if (l.sharing == DENSE)
        l.outputs = l.c_out;
    return layer_count(&l);
}

/* ---- another layer ------------------------------------------------------- */

static long long valid_size(struct layer l)
{
    l.oh = l.h - l.kh + 1;
    l.ow = l.w - l.kw + 1;
    return recount(l);
}

static long long size_of_input(struct layer l)
{
    l.oh = l.h;
    l.ow = l.w;
    return recount(l);
}

/* What is multiplied, not what is learned. */
static long long multiplications(struct layer l)
{
    if (l.sharing != SHARED)
        return layer_count(&l);
    return l.taps * l.outputs + l.bias * l.c_out;
}

static long long never_shared(struct layer l)
{
    if (l.sharing == SHARED)
        l.sharing = LOCAL;
    return layer_count(&l);
}

static long long exchanged(struct layer l)
{
    if (l.sharing != DENSE)
        l.sharing = LOCAL + SHARED - l.sharing;
    return layer_count(&l);
}

static long long dense_and_local(struct layer l)
{
    if (l.sharing != SHARED)
        l.sharing = DENSE + LOCAL - l.sharing;
    return layer_count(&l);
}

static long long always_dense(struct layer l)
{
    l.sharing = DENSE;
    return layer_count(&l);
}

static long long always_shared(struct layer l)
{
    l.sharing = SHARED;
    return layer_count(&l);
}

static long long square_kernel(struct layer l)
{
    l.kw = l.kh;
    return recount(l);
}

/* ---- another type -------------------------------------------------------- */

/* What is left of a number in an int. */
static long long in_int(long long number)
{
    uint32_t low = (uint32_t)number;

    return low > INT32_MAX ? (long long)low - 0x100000000 : low;
}

static long long as_int(struct layer l)
{
    return in_int(layer_count(&l));
}

static long long parts_as_int(struct layer l)
{
    l.inputs = in_int(l.inputs);
    l.outputs = in_int(l.outputs);
    l.taps = in_int(l.taps);
    return layer_count(&l);
}

static long long as_unsigned(struct layer l)
{
    return (uint32_t)layer_count(&l);
}

static long long as_float(struct layer l)
{
    return (long long)(float)layer_count(&l);
}

#define SAVES "what-sharing-saves"
#define DISAGREE "when-the-lecture-and-the-code-disagree"

const struct misconception wrong_count_weights[] = {
    {"CW1", "no biases", "biases are never counted; they are learned as well",
     SAVES, run, &(const struct count){without_bias}},
    {"CW2", "always biases", "biases are counted even if there are none", SAVES,
     run, &(const struct count){with_bias}},
    {"CW3", "bias for each place",
     "a shared layer is given a bias for each of its outputs; it has one for "
     "each map",
     DISAGREE, run, &(const struct count){bias_per_output}},
    {"CW4", "one bias", "one bias is counted for the whole layer", SAVES, run,
     &(const struct count){one_bias}},
    {"CW5", "bias for each map",
     "dense and local layers are given one bias for each map; nothing is "
     "shared there, so it is one for each output",
     SAVES, run, &(const struct count){bias_per_map}},
    {"CW25", "local bias for each map",
     "a local layer is given one bias for each map; its kernels have one each",
     SAVES, run, &(const struct count){local_bias_per_map}},
    {"CW6", "bias for each weight", "as many biases are counted as weights",
     SAVES, run, &(const struct count){bias_per_weight}},
    {"CW7", "bias for each input map",
     "each c_in part of a kernel is given a bias of its own; a kernel has one",
     SAVES, run, &(const struct count){bias_per_input_map}},
    {"CW8", "kernel without c_in",
     "a kernel is taken to have kh*kw weights; it goes through all c_in maps",
     SAVES, run, &(const struct count){without_c_in}},
    {"CW9", "c_in missing", "the number of input maps, c_in, does not count",
     SAVES, run, &(const struct count){without_c_in_at_all}},
    {"CW10", "c_out missing",
     "the number of output maps, c_out, does not count", SAVES, run,
     &(const struct count){without_c_out}},
    {"CW11", "local kernels for one map",
     "a local layer is given a kernel for each place; it has one for each "
     "output, so c_out for each place",
     SAVES, run, &(const struct count){local_without_c_out}},
    {"CW12", "dense without places",
     "a dense layer is given c_out outputs; it has c_out*oh*ow", SAVES, run,
     &(const struct count){dense_per_map}},
    {"CW26", "outputs of one map",
     "the outputs are taken to be oh*ow, those of one map; there are "
     "c_out*oh*ow",
     SAVES, run, &(const struct count){places_for_outputs}},
    {"CW27", "one shared kernel",
     "a shared layer is given one kernel; it has one for each of the c_out "
     "maps",
     SAVES, run, &(const struct count){one_shared_kernel}},
    {"CW28", "dense without c_in",
     "a dense layer is given h*w inputs, those of one map; it has c_in*h*w",
     SAVES, run, &(const struct count){dense_without_c_in}},
    {"CW13", "output of valid size",
     "the output is taken to have h-kh+1 by w-kw+1 places; oh and ow are given",
     SAVES, run, &(const struct count){valid_size}},
    {"CW14", "output as large as the input",
     "the output is taken to be h by w; oh and ow are given", SAVES, run,
     &(const struct count){size_of_input}},
    {"CW15", "multiplications counted",
     "for a shared layer the multiplications are counted, not the weights: the "
     "same weights serve at every place",
     SAVES, run, &(const struct count){multiplications}},
    {"CW16", "never shared",
     "a shared layer is counted as a local one: its kernels do not depend on "
     "the place",
     SAVES, run, &(const struct count){never_shared}},
    {"CW17", "local and shared exchanged",
     "sharing 1 is local and 2 is shared, not the other way round", SAVES, run,
     &(const struct count){exchanged}},
    {"CW29", "dense and local exchanged",
     "sharing 0 is dense and 1 is local, not the other way round", SAVES, run,
     &(const struct count){dense_and_local}},
    {"CW18", "always dense", "every layer is counted as a dense one", SAVES,
     run, &(const struct count){always_dense}},
    {"CW19", "always shared", "every layer is counted as a shared one", SAVES,
     run, &(const struct count){always_shared}},
    {"CW20", "square kernel", "the kernel is taken to be kh by kh", SAVES, run,
     &(const struct count){square_kernel}},
    {"CW21", "product of ints",
     "the product is computed in ints, which hold no more than 2147483647, and "
     "becomes a long long too late",
     SAVES, run, &(const struct count){as_int}},
    {"CW24", "inputs as int",
     "the number of inputs, of outputs or of a kernel's weights is computed in "
     "ints, and does not fit where a layer is large",
     SAVES, run, &(const struct count){parts_as_int}},
    {"CW22", "product of unsigned ints",
     "the product is computed in unsigned ints, which hold no more than "
     "4294967295, and becomes a long long too late",
     SAVES, run, &(const struct count){as_unsigned}},
    {"CW23", "product in float",
     "the product is computed in float, which has 24 bits: large counts are "
     "rounded",
     SAVES, run, &(const struct count){as_float}},
    {.id = NULL},
};
