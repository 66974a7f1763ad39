/* The misconceptions of conv1x1. */
#include "../1_conv1x1.h"

#include "tests/grader/mistakes.h"

#define ONE_PIXEL "one-pixel-at-a-time"

enum { NOWHERE = -1000001 };

/* Which element of an array is touched there; NOWHERE: none. */
typedef int spot(const struct mixing *t);

/* A program; a spot that is NULL is that of the right one. */
struct mix {
    spot *x, *weight, *bias, *y;
    bool bias_per_term;
    bool runs_on; /* the sum is never set back */
};

/* ---- the right spots ----------------------------------------------------- */

static int x_right(const struct mixing *t)
{
    return (t->b * t->c_in + t->c) * t->pixels + t->i;
}

static int weight_right(const struct mixing *t)
{
    return t->o * t->c_in + t->c;
}

static int bias_right(const struct mixing *t)
{
    return t->o;
}

static int y_right(const struct mixing *t)
{
    return (t->b * t->c_out + t->o) * t->pixels + t->i;
}

static struct mixing mixing_at(struct mixing t, int output)
{
    t.b = output / t.pixels / t.c_out;
    t.o = output / t.pixels % t.c_out;
    t.i = output % t.pixels;
    return t;
}

static void sum(struct answer *a, const struct mix *p, struct mixing t, int y)
{
    int bias = p->bias(&t);

    for (t.c = 0; t.c < t.c_in; t.c++) {
        int x = p->x(&t), weight = p->weight(&t);

        if (bias != NOWHERE && (t.c == 0 || p->bias_per_term))
            answer_add(a, Y, y, BIAS, bias);
        if (x != NOWHERE && weight != NOWHERE)
            answer_tap(a, Y, y, X, x, WEIGHT, weight);
    }
}

/* A write beside y is stopped at a guard page, or leaves y incomplete: then
 * nothing is said about its last element. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    struct mix p = *(const struct mix *)how;
    struct mixing t = mixing_of(c);
    int count = c->arg[Y].count;
    bool beside = false;

    p.x = p.x != NULL ? p.x : x_right;
    p.weight = p.weight != NULL ? p.weight : weight_right;
    p.bias = p.bias != NULL ? p.bias : bias_right;
    p.y = p.y != NULL ? p.y : y_right;
    for (int i = 0; i < count; i++) {
        t = mixing_at(t, i);
        int y = p.y(&t);

        beside = beside || y < 0 || y >= count;
        answer_put(a, Y, y, 0, 0);
        sum(a, &p, t, y);
        for (int before = 0; before < i && p.runs_on; before++)
            sum(a, &p, mixing_at(t, before), y);
    }
    if (beside)
        answer_unknown(a, Y, count - 1);
}

/* ---- another index ------------------------------------------------------- */

static int x_of_own_channel(const struct mixing *t)
{
    return t->c == t->o % t->c_in ? x_right(t) : NOWHERE;
}

static int x_of_first_channel(const struct mixing *t)
{
    return t->b * t->c_in * t->pixels + t->i;
}

static int x_of_image_0(const struct mixing *t)
{
    return t->c * t->pixels + t->i;
}

static int x_channels_last(const struct mixing *t)
{
    return (t->b * t->pixels + t->i) * t->c_in + t->c;
}

static int x_image_of_c_out(const struct mixing *t)
{
    return (t->b * t->c_out + t->c) * t->pixels + t->i;
}

static int x_of_corner(const struct mixing *t)
{
    return (t->b * t->c_in + t->c) * t->pixels;
}

static int weight_transposed(const struct mixing *t)
{
    return t->c * t->c_out + t->o;
}

static int weight_rows_of_c_out(const struct mixing *t)
{
    return t->o * t->c_out + t->c;
}

static int weight_of_output_0(const struct mixing *t)
{
    return t->c;
}

static int weight_of_channel_0(const struct mixing *t)
{
    return t->c == 0 ? weight_right(t) : NOWHERE;
}

static int weight_but_first_channel(const struct mixing *t)
{
    return t->c > 0 ? weight_right(t) : NOWHERE;
}

static int x_by_columns(const struct mixing *t)
{
    return (t->b * t->c_in + t->c) * t->pixels + t->i % t->w * t->h +
           t->i / t->w;
}

static int weight_of_last_channel(const struct mixing *t)
{
    return t->c == t->c_in - 1 ? weight_right(t) : NOWHERE;
}

static int weight_but_last_channel(const struct mixing *t)
{
    return t->c < t->c_in - 1 ? weight_right(t) : NOWHERE;
}

static int weight_one_per_output(const struct mixing *t)
{
    return t->o * t->c_in;
}

static int no_bias(const struct mixing *t)
{
    (void)t;
    return NOWHERE;
}

static int bias_0(const struct mixing *t)
{
    (void)t;
    return 0;
}

static int y_channels_last(const struct mixing *t)
{
    return (t->b * t->pixels + t->i) * t->c_out + t->o;
}

static int y_image_of_c_in(const struct mixing *t)
{
    return (t->b * t->c_in + t->o) * t->pixels + t->i;
}

/* ---- another sum --------------------------------------------------------- */

static void mean(struct answer *a)
{
    answer_mean(a, call_number(a->call, C_IN));
}

const struct misconception wrong_conv1x1[] = {
    {"G05", "one number per channel",
     "each output channel is one input channel times one number; but every "
     "output channel is a mixture of all of them",
     ONE_PIXEL, run, &(const struct mix){.x = x_of_own_channel}},
    {"N02", "weights transposed",
     "the weights are read as c_in x c_out: weight[c*c_out + o]; a row of "
     "weights belongs to an output channel",
     ONE_PIXEL, run, &(const struct mix){.weight = weight_transposed}},
    {"PW1", "row length of the weights",
     "rows of the weights are taken to be c_out long: weight[o*c_out + c]; "
     "they are c_in long",
     ONE_PIXEL, run, &(const struct mix){.weight = weight_rows_of_c_out}},
    {"N03", "first channel only", "only input channel 0 is used", ONE_PIXEL,
     run, &(const struct mix){.weight = weight_of_channel_0}},
    {"N04", "last channel only",
     "products replace each other instead of adding up: the last input "
     "channel is left, without the bias",
     ONE_PIXEL, run,
     &(const struct mix){.weight = weight_of_last_channel, .bias = no_bias}},
    {"PW2", "last channel left out",
     "the loop over the input channels ends one too early", ONE_PIXEL, run,
     &(const struct mix){.weight = weight_but_last_channel}},
    {"PW8", "first channel left out",
     "the loop over the input channels starts at 1", ONE_PIXEL, run,
     &(const struct mix){.weight = weight_but_first_channel}},
    {"C07", "never reset",
     "the sum is never set back: each output goes on where the one before it "
     "ended",
     ONE_PIXEL, run, &(const struct mix){.runs_on = true}},
    {"C05", "x by columns",
     "a plane of x is read column by column, x[j*h + i]; it lies row by row",
     ONE_PIXEL, run, &(const struct mix){.x = x_by_columns}},
    {"N05", "same plane for every channel",
     "every weight meets input channel 0: the channel is missing in the index "
     "of x",
     ONE_PIXEL, run, &(const struct mix){.x = x_of_first_channel}},
    {"PW3", "one weight per output",
     "the same weight, that of channel 0, meets every input channel: c is "
     "missing in the index of the weights",
     ONE_PIXEL, run, &(const struct mix){.weight = weight_one_per_output}},
    {"N06", "one row of weights",
     "every output channel is made with the weights of channel 0", ONE_PIXEL,
     run, &(const struct mix){.weight = weight_of_output_0}},
    {"N07", "first image only",
     "every image gets the answer of image 0: b is missing in the index of x",
     ONE_PIXEL, run, &(const struct mix){.x = x_of_image_0}},
    {"PW4", "first pixel only",
     "every pixel gets the answer of the pixel in the corner", ONE_PIXEL, run,
     &(const struct mix){.x = x_of_corner}},
    {"PW5", "images of c_out channels",
     "an image of x is taken to have c_out channels; it has c_in", ONE_PIXEL,
     run, &(const struct mix){.x = x_image_of_c_out}},
    {"PW6", "outputs of c_in channels",
     "an image of y is taken to have c_in channels; it has c_out", ONE_PIXEL,
     run, &(const struct mix){.y = y_image_of_c_in}},
    {"N01", "channels last",
     "x and y are taken to hold all channels of a pixel side by side; here "
     "each channel is a plane of its own",
     ONE_PIXEL, run,
     &(const struct mix){.x = x_channels_last, .y = y_channels_last}},
    {"PW7", "x with channels last",
     "x is read as if all channels of a pixel lay side by side; each channel "
     "is a plane of its own",
     ONE_PIXEL, run, &(const struct mix){.x = x_channels_last}},
    {"PW9", "y with channels last",
     "y is written as if all channels of a pixel lay side by side; each "
     "channel is a plane of its own",
     ONE_PIXEL, run, &(const struct mix){.y = y_channels_last}},
    {"N08", "no bias", "the bias is never added", ONE_PIXEL, run,
     &(const struct mix){.bias = no_bias}},
    {"N09", "bias for every channel",
     "the bias is added once for every input channel: it stands inside the sum",
     ONE_PIXEL, run, &(const struct mix){.bias_per_term = true}},
    {"N10", "one bias", "every output channel gets bias[0]", ONE_PIXEL, run,
     &(const struct mix){.bias = bias_0}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     ONE_PIXEL, answer_spoiled,
     &(const struct spoiled){right_conv1x1, answer_add_to_old}},
    {"C09", "mean", "everything is divided by the number of input channels",
     ONE_PIXEL, answer_spoiled, &(const struct spoiled){right_conv1x1, mean}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     ONE_PIXEL, answer_int_sum,
     &(const struct spoiled){.right = right_conv1x1}},
    {"C15", "ReLU",
     "results below 0 are set to 0: that is a layer of its own, and not asked "
     "for here",
     ONE_PIXEL, answer_spoiled,
     &(const struct spoiled){right_conv1x1, answer_no_negatives}},
    {.id = NULL},
};
