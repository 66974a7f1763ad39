/* The misconceptions of separable_cost. */
#include "../5_separable_cost.h"

#include "tests/grader/mistakes.h"

#include <math.h>

#define SAVES "what-it-saves"

/* Another count; NULL: the right one. saved is given both counts. */
typedef double count_of(const struct layer *t);
typedef double saved_of(const struct layer *t, double full, double separable);

struct counting {
    count_of *full, *separable;
    saved_of *saved;
};

static double full_right(const struct layer *t)
{
    return t->c_out * t->c_in * t->kh * t->kw;
}

static double separable_right(const struct layer *t)
{
    return t->c_in * t->kh * t->kw + t->c_out * t->c_in;
}

static double saved_right(const struct layer *t, double full, double separable)
{
    return (full - separable) * t->oh * t->ow;
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct counting *p = how;
    struct layer t = cost_layer_of(c);
    double full = (p->full != NULL ? p->full : full_right)(&t);
    double separable =
        (p->separable != NULL ? p->separable : separable_right)(&t);
    double saved =
        (p->saved != NULL ? p->saved : saved_right)(&t, full, separable);

    answer_put(a, FULL, 0, full, 0);
    answer_put(a, SEPARABLE, 0, separable, 0);
    answer_put(a, RESULT, 0, saved, 0);
}

/* ---- other counts -------------------------------------------------------- */

static double slide_per_map(const struct layer *t)
{
    return t->kh * t->kw + t->c_in;
}

static double slide_all_maps(const struct layer *t)
{
    return t->c_out * (t->kh * t->kw + t->c_in);
}

static double one_kernel_for_all(const struct layer *t)
{
    return t->kh * t->kw + t->c_out * t->c_in;
}

static double multiplied(const struct layer *t)
{
    return t->c_in * t->kh * t->kw * t->c_out * t->c_in;
}

static double depthwise_only(const struct layer *t)
{
    return t->c_in * t->kh * t->kw;
}

static double pointwise_for_one(const struct layer *t)
{
    return t->c_in * t->kh * t->kw + t->c_out;
}

static double full_square(const struct layer *t)
{
    return t->c_out * t->c_in * t->kh * t->kh;
}

static double separable_square(const struct layer *t)
{
    return t->c_in * t->kh * t->kh + t->c_out * t->c_in;
}

static double spatial(const struct layer *t)
{
    return t->c_out * t->c_in * (t->kh + t->kw);
}

static double separable_biased(const struct layer *t)
{
    return separable_right(t) + t->c_in + t->c_out;
}

static double separable_biased_once(const struct layer *t)
{
    return separable_right(t) + t->c_out;
}

static double full_biased(const struct layer *t)
{
    return full_right(t) + t->c_out;
}

static double full_per_map(const struct layer *t)
{
    return t->c_in * t->kh * t->kw;
}

static double full_depthless(const struct layer *t)
{
    return t->c_out * t->kh * t->kw;
}

static double full_of_separable(const struct layer *t)
{
    return separable_right(t);
}

static double separable_of_full(const struct layer *t)
{
    return full_right(t);
}

static double saved_backwards(const struct layer *t, double full,
                              double separable)
{
    return (full - separable) * -t->oh * t->ow;
}

static double saved_weights(const struct layer *t, double full,
                            double separable)
{
    (void)t;
    return full - separable;
}

static double saved_of_two(const struct layer *t, double full, double separable)
{
    return 2 * saved_right(t, full, separable);
}

static double not_below_zero(const struct layer *t, double full,
                             double separable)
{
    return fmax(saved_right(t, full, separable), 0);
}

static double without_sign(const struct layer *t, double full, double separable)
{
    return fabs(saved_right(t, full, separable));
}

static double cost_before(const struct layer *t, double full, double separable)
{
    (void)separable;
    return full * t->oh * t->ow;
}

static double square_output(const struct layer *t, double full,
                            double separable)
{
    return (full - separable) * t->oh * t->oh;
}

static double cost_left(const struct layer *t, double full, double separable)
{
    (void)full;
    return separable * t->oh * t->ow;
}

static double times_saved(const struct layer *t, double full, double separable)
{
    (void)t;
    return floor(full / separable);
}

/* What is left of it in 32 bits. */
static double as_int(double value)
{
    double range = 4294967296.0;
    double rest = fmod(value, range);

    rest = rest < -range / 2 ? rest + range : rest;
    return rest >= range / 2 ? rest - range : rest;
}

static double saved_in_an_int(const struct layer *t, double full,
                              double separable)
{
    return as_int(saved_right(t, full, separable));
}

static double pixels_in_an_int(const struct layer *t, double full,
                               double separable)
{
    return (full - separable) * as_int(t->oh * t->ow);
}

typedef const struct counting as;

const struct misconception wrong_separable_cost[] = {
    {"SC1", "the lecture's count",
     "the separable layer is counted as kh*kw + c_in: one depthwise kernel for "
     "all channels and one output channel",
     "when-the-lecture-and-the-code-disagree", run,
     &(as){.separable = slide_per_map}},
    {"SC2", "one kernel for all channels",
     "the depthwise step is counted as kh*kw: every channel has a kernel of "
     "its own",
     SAVES, run, &(as){.separable = one_kernel_for_all}},
    {"SC3", "the lecture's count, per output",
     "the separable layer is counted as c_out*(kh*kw + c_in); the depthwise "
     "step is done once, with a kernel for each input channel",
     "when-the-lecture-and-the-code-disagree", run,
     &(as){.separable = slide_all_maps}},
    {"SC4", "steps multiplied",
     "the weights of the two steps are multiplied; they are added", SAVES, run,
     &(as){.separable = multiplied}},
    {"SC5", "pointwise step forgotten",
     "only the depthwise step is counted in the separable layer", SAVES, run,
     &(as){.separable = depthwise_only}},
    {"SC20", "one number per output",
     "the pointwise step is counted as c_out: every output channel has a "
     "number "
     "for each input channel",
     SAVES, run, &(as){.separable = pointwise_for_one}},
    {"SC21", "square kernels", "the kernels are taken to be kh x kh", SAVES,
     run, &(as){.full = full_square, .separable = separable_square}},
    {"SC6", "rows and columns",
     "counted is a convolution by rows and then by columns, kh + kw; the "
     "depthwise separable layer keeps its kernels whole",
     SAVES, run, &(as){.separable = spatial}},
    {"SC7", "biases counted", "biases are counted; there are none", SAVES, run,
     &(as){.full = full_biased, .separable = separable_biased}},
    {"SC24", "biases counted", "biases are counted; there are none", SAVES, run,
     &(as){.full = full_biased, .separable = separable_biased_once}},
    {"SC8", "output channels forgotten",
     "the full convolution is counted for one output channel only", SAVES, run,
     &(as){.full = full_per_map}},
    {"SC9", "input channels forgotten",
     "the full convolution is counted for one input channel only", SAVES, run,
     &(as){.full = full_depthless}},
    {"SC10", "full and separable exchanged",
     "*full and *separable have changed places", SAVES, run,
     &(as){.full = full_of_separable,
           .separable = separable_of_full,
           .saved = saved_backwards}},
    {"SC11", "loss for saving",
     "the result is separable less full; what is saved is full less separable",
     SAVES, run, &(as){.saved = saved_backwards}},
    {"SC12", "weights, not multiplications",
     "the result is the number of weights saved; each weight is used once for "
     "every pixel",
     SAVES, run, &(as){.saved = saved_weights}},
    {"SC13", "additions counted",
     "the result is twice as large: multiplications and additions are counted, "
     "and asked for are multiplications",
     SAVES, run, &(as){.saved = saved_of_two}},
    {"SC14", "never below zero",
     "a layer that needs more multiplications than the full one is said to "
     "save 0; the answer is below 0",
     SAVES, run, &(as){.saved = not_below_zero}},
    {"SC22", "no sign",
     "a layer that needs more multiplications than the full one is said to "
     "save them; the answer is below 0",
     SAVES, run, &(as){.saved = without_sign}},
    {"SC23", "what it cost before",
     "the result is what the full layer needs, not what is saved", SAVES, run,
     &(as){.saved = cost_before}},
    {"SC15", "square output", "the output is taken to be oh x oh", SAVES, run,
     &(as){.saved = square_output}},
    {"SC16", "what it costs",
     "the result is what the separable layer needs, not what it saves", SAVES,
     run, &(as){.saved = cost_left}},
    {"SC17", "a ratio",
     "the result is how many times fewer weights there are, not how many "
     "multiplications fewer",
     SAVES, run, &(as){.saved = times_saved}},
    {"SC18", "int overflows",
     "the multiplications are counted in an int, which ends at 2147483647: "
     "int times int is an int, also when it is returned as long long",
     SAVES, run, &(as){.saved = saved_in_an_int}},
    {"SC19", "pixels overflow",
     "oh*ow is computed in an int before it is made a long long", SAVES, run,
     &(as){.saved = pixels_in_an_int}},
    {.id = NULL},
};
