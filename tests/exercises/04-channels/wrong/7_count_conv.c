/* The misconceptions of count_conv: the same counts, one factor or one term
 * of them wrong. */
#include "../7_count_conv.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PARAMETERS, MULTIPLY_ADDS, BYTES };

/* The layer, and what the counts are made of. */
struct layer {
    int c_in, h, w, c_out, kh, kw, s, p, groups, oh, ow;
    long long taps, biases, inputs, outputs;
};

/* What is wrong: NULL and false where nothing is. */
struct counting {
    void (*change)(struct layer *t);
    long long (*parameters)(const struct layer *t);
    long long (*multiply_adds)(const struct layer *t);
    long long (*bytes)(const struct layer *t, long long parameters);
    bool in_32_bits;
};

static struct layer layer_of(const struct call *c)
{
    struct layer t = {.c_in = call_number(c, C_IN),
                      .h = call_number(c, H),
                      .w = call_number(c, W),
                      .c_out = call_number(c, C_OUT),
                      .kh = call_number(c, KH),
                      .kw = call_number(c, KW),
                      .s = call_number(c, S),
                      .p = call_number(c, P),
                      .groups = call_number(c, GROUPS)};

    t.oh = (t.h + 2 * t.p - t.kh) / t.s + 1;
    t.ow = (t.w + 2 * t.p - t.kw) / t.s + 1;
    t.taps = (long long)(t.c_in / t.groups) * t.kh * t.kw;
    t.biases = t.c_out;
    t.inputs = (long long)t.c_in * t.h * t.w;
    t.outputs = (long long)t.c_out * t.oh * t.ow;
    return t;
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct counting *m = how;
    struct layer t = layer_of(c);
    long long count;

    if (m->change != NULL)
        m->change(&t);
    long long parameters =
        m->parameters != NULL ? m->parameters(&t) : t.c_out * t.taps + t.biases;
    if (call_number(c, WHAT) == PARAMETERS)
        count = parameters;
    else if (call_number(c, WHAT) == MULTIPLY_ADDS)
        count = m->multiply_adds != NULL ? m->multiply_adds(&t)
                                         : t.outputs * t.taps;
    else
        count = m->bytes != NULL ? m->bytes(&t, parameters)
                                 : 4 * (t.inputs + parameters + t.outputs);
    if (m->in_32_bits)
        count = (int32_t)(uint32_t)(unsigned long long)count;
    answer_put(a, RESULT, 0, (double)count, 0);
}

/* ---- another layer ------------------------------------------------------- */

static void size_is(struct layer *t, int oh, int ow)
{
    t->oh = oh;
    t->ow = ow;
    t->outputs = (long long)t->c_out * oh * ow;
}

static void no_biases(struct layer *t)
{
    t->biases = 0;
}

static void one_bias(struct layer *t)
{
    t->biases = 1;
}

/* b[i, j], as one lecture prints it. */
static void bias_per_output(struct layer *t)
{
    t->biases = t->outputs;
}

static void bias_per_kernel(struct layer *t)
{
    t->biases = (long long)t->c_out * (t->c_in / t->groups);
}

static void no_groups(struct layer *t)
{
    t->taps = (long long)t->c_in * t->kh * t->kw;
}

static void groups_twice(struct layer *t)
{
    t->taps /= t->groups;
}

static void one_channel(struct layer *t)
{
    t->taps = (long long)t->kh * t->kw;
}

static void no_plus_one(struct layer *t)
{
    size_is(t, t->oh - 1, t->ow - 1);
}

static void rounded_up(struct layer *t)
{
    size_is(t, (t->h + 2 * t->p - t->kh + t->s - 1) / t->s + 1,
            (t->w + 2 * t->p - t->kw + t->s - 1) / t->s + 1);
}

static void padded_once(struct layer *t)
{
    size_is(t, (t->h + t->p - t->kh) / t->s + 1,
            (t->w + t->p - t->kw) / t->s + 1);
}

static void no_padding(struct layer *t)
{
    size_is(t, (t->h - t->kh) / t->s + 1, (t->w - t->kw) / t->s + 1);
}

static void no_stride(struct layer *t)
{
    size_is(t, t->h + 2 * t->p - t->kh + 1, t->w + 2 * t->p - t->kw + 1);
}

static void same_size(struct layer *t)
{
    size_is(t, t->h, t->w);
}

/* ---- another count ------------------------------------------------------- */

static long long twice(const struct layer *t)
{
    return 2 * t->outputs * t->taps;
}

static long long with_biases(const struct layer *t)
{
    return t->outputs * (t->taps + 1);
}

static long long weights_once(const struct layer *t)
{
    return t->c_out * t->taps;
}

static long long at_each_pixel(const struct layer *t)
{
    return (long long)t->c_out * t->h * t->w * t->taps;
}

static long long one_map(const struct layer *t)
{
    return (long long)t->oh * t->ow * t->taps;
}

static long long unshared(const struct layer *t)
{
    return t->outputs * (t->taps + 1);
}

/* Maps divided by groups, as the channels are. */
static long long one_group(const struct layer *t)
{
    return t->c_out / t->groups * (t->taps + 1);
}

static long long without_biases(const struct layer *t, long long parameters)
{
    return 4 * (t->inputs + parameters - t->biases + t->outputs);
}

static long long padded_input(const struct layer *t, long long parameters)
{
    long long padded =
        (long long)t->c_in * (t->h + 2 * t->p) * (t->w + 2 * t->p);

    return 4 * (padded + parameters + t->outputs);
}

static long long floats(const struct layer *t, long long parameters)
{
    return t->inputs + parameters + t->outputs;
}

static long long eight_each(const struct layer *t, long long parameters)
{
    return 8 * floats(t, parameters);
}

static long long parameters_alone(const struct layer *t, long long parameters)
{
    (void)t;
    return 4 * parameters;
}

static long long no_input(const struct layer *t, long long parameters)
{
    return 4 * (parameters + t->outputs);
}

static long long no_output(const struct layer *t, long long parameters)
{
    return 4 * (t->inputs + parameters);
}

static long long no_parameters(const struct layer *t, long long parameters)
{
    (void)parameters;
    return 4 * (t->inputs + t->outputs);
}

#define COSTS "what-it-costs"

const struct misconception wrong_count_conv[] = {
    {"A01", "biases not counted", "the biases are parameters too: c_out more",
     COSTS, run, &(const struct counting){.change = no_biases}},
    {"A05", "one bias in all", "one bias is counted; there is one for each map",
     COSTS, run, &(const struct counting){.change = one_bias}},
    {"A06", "a bias for each output",
     "a bias is counted for each output, b[i, j]; a map has one, shared by all "
     "its places",
     COSTS, run, &(const struct counting){.change = bias_per_output}},
    {"A07", "a bias for each kernel",
     "a bias is counted for each channel of each map; a map has one", COSTS,
     run, &(const struct counting){.change = bias_per_kernel}},
    {"A03", "groups forgotten",
     "each map is taken to see all c_in channels; it sees c_in/groups of them",
     COSTS, run, &(const struct counting){.change = no_groups}},
    {"A08", "groups divided twice",
     "the weights are divided by groups twice; c_out maps in all see "
     "c_in/groups channels each",
     COSTS, run, &(const struct counting){.change = groups_twice}},
    {"A22", "parameters of one group",
     "the maps are divided by groups as well; all c_out maps have weights",
     COSTS, run, &(const struct counting){.parameters = one_group}},
    {"A09", "channels forgotten",
     "a map is taken to have kh*kw weights; it has so many for each channel it "
     "sees",
     COSTS, run, &(const struct counting){.change = one_channel}},
    {"A04", "additions and products apart",
     "products and sums are counted one by one; a multiply-add is one of each",
     COSTS, run, &(const struct counting){.multiply_adds = twice}},
    {"A10", "bias added in", "adding the bias is counted; it is no product",
     COSTS, run, &(const struct counting){.multiply_adds = with_biases}},
    {"A11", "each weight once",
     "each weight is counted once; it is used at every place of the map", COSTS,
     run, &(const struct counting){.multiply_adds = weights_once}},
    {"A12", "a window at each pixel",
     "h*w places are counted; the window has oh*ow", COSTS, run,
     &(const struct counting){.multiply_adds = at_each_pixel}},
    {"A13", "one map",
     "the products of one map are counted; there are c_out maps", COSTS, run,
     &(const struct counting){.multiply_adds = one_map}},
    {"A14", "weights not shared",
     "weights are counted anew at every place; a map has one kernel for all of "
     "them",
     COSTS, run, &(const struct counting){.parameters = unshared}},
    {"A15", "floats, not bytes", "numbers are counted; a float has 4 bytes",
     COSTS, run, &(const struct counting){.bytes = floats}},
    {"A16", "8 bytes for a number",
     "8 bytes are counted for a number; that is "
     "a double, a float has 4",
     COSTS, run, &(const struct counting){.bytes = eight_each}},
    {"A17", "bytes of the parameters",
     "the bytes of the parameters are counted; input and output need memory as "
     "well",
     COSTS, run, &(const struct counting){.bytes = parameters_alone}},
    {"A18", "input not counted", "the bytes of the input are missing", COSTS,
     run, &(const struct counting){.bytes = no_input}},
    {"A19", "output not counted", "the bytes of the output are missing", COSTS,
     run, &(const struct counting){.bytes = no_output}},
    {"A20", "parameters not counted", "the bytes of the parameters are missing",
     COSTS, run, &(const struct counting){.bytes = no_parameters}},
    {"A23", "bytes without the biases",
     "the bytes of the biases are missing; they are parameters too", COSTS, run,
     &(const struct counting){.bytes = without_biases}},
    {"A24", "padding kept in memory",
     "the input is counted with its padding; the zeros need not be in memory",
     COSTS, run, &(const struct counting){.bytes = padded_input}},
    {"S01", "one place too few",
     "the output is taken to be one smaller down and across; a + 1 is missing",
     COSTS, run, &(const struct counting){.change = no_plus_one}},
    {"S03", "size rounded up",
     "the quotient is rounded up; a window that does not fit does not count",
     COSTS, run, &(const struct counting){.change = rounded_up}},
    {"S05", "padding added once",
     "the padding is added once; it is on both sides: 2*p", COSTS, run,
     &(const struct counting){.change = padded_once}},
    {"S11", "padding forgotten",
     "the output is counted without padding; the image is 2*p larger", COSTS,
     run, &(const struct counting){.change = no_padding}},
    {"S12", "stride forgotten",
     "the output is counted with stride 1; the window moves by s", COSTS, run,
     &(const struct counting){.change = no_stride}},
    {"S13", "output as large as the input",
     "the output is taken to be h x w; it is oh x ow", COSTS, run,
     &(const struct counting){.change = same_size}},
    {"A21", "32 bits",
     "the count is kept in an int, and above 2^31 it runs over: long long from "
     "the first factor on",
     COSTS, run, &(const struct counting){.in_32_bits = true}},
    {.id = NULL},
};
