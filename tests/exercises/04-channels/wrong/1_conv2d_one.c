/* The misconceptions of conv2d_one. */
#include "../1_conv2d_one.h"

#include "tests/grader/channels.h"
#include "tests/grader/mistakes.h"

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct channel_params p = {
        X, NO_PARAM, C_IN, H, W, WEIGHT, NO_PARAM, KH, KW, BIAS, NO_PARAM, Y};

    (void)c;
    channels_run(a, &p, how);
}

/* ---- another index ------------------------------------------------------- */

/* Planes taken to follow each other after one row: x[(c + i+u)*w + ...]. */
static int x_next_row(const struct spot *t)
{
    return (t->c + t->i + t->u) * t->w + t->j + t->v;
}

/* c*h without the rows' length: x[c*h + (i+u)*w + ...]. */
static int x_height_on(const struct spot *t)
{
    return t->c * t->h + (t->i + t->u) * t->w + t->j + t->v;
}

static int x_width_squared(const struct spot *t)
{
    return (t->c * t->w + t->i + t->u) * t->w + t->j + t->v;
}

/* x[c, i+u, j+v] by a program that knows rows first, then channels. */
static int x_row_by_row(const struct spot *t)
{
    return ((t->i + t->u) * t->c_in + t->c) * t->w + t->j + t->v;
}

static int weight_channels_last(const struct spot *t)
{
    return (t->u * t->kw + t->v) * t->c_in + t->c;
}

static int weight_backwards(const struct spot *t)
{
    struct spot turned = *t;

    turned.c = t->c_in - 1 - t->c;
    return spot_weight(&turned);
}

/* ---- another sum --------------------------------------------------------- */

static void mean(struct answer *a)
{
    answer_mean(a, call_number(a->call, C_IN));
}

#define ONE "several-channels-one-map"
#define MEMORY "channels-in-memory"

const struct misconception wrong_conv2d_one[] = {
    {"N01", "channels last",
     "x is read as if the channels of a pixel lay side by side; here each "
     "channel is a plane of its own",
     MEMORY, run, &(const struct channels){.x = spot_x_channels_last}},
    {"N12", "channels row by row",
     "x is read as if row 0 of all channels came first, then row 1; here each "
     "channel is a plane of its own",
     MEMORY, run, &(const struct channels){.x = x_row_by_row}},
    {"N02", "weight channels last",
     "the weights are read as kh x kw x c_in; they lie in memory as c_in x kh "
     "x kw",
     MEMORY, run, &(const struct channels){.weight = weight_channels_last}},
    {"N03", "first channel only",
     "the other channels do not count: the output is that of channel 0 alone",
     ONE, run, &(const struct channels){.weight = spot_only_first}},
    {"N04", "last channel only",
     "channels replace each other instead of adding up: only the last one is "
     "left",
     ONE, run, &(const struct channels){.weight = spot_only_last}},
    {"N05", "same kernel for every channel",
     "every channel is multiplied by the kernel of channel 0; each has its own",
     ONE, run, &(const struct channels){.weight = spot_weight_plane}},
    {"N13", "same plane for every kernel",
     "every kernel is laid over channel 0; each belongs to a channel of its "
     "own",
     ONE, run, &(const struct channels){.x = spot_x_same_plane}},
    {"N14", "kernels in reverse order",
     "the first channel meets the last kernel: channels are not turned round",
     ONE, run, &(const struct channels){.weight = weight_backwards}},
    {"N08", "no bias", "the bias is never added", ONE, run,
     &(const struct channels){.use = BIAS_NEVER}},
    {"N09", "bias in every product",
     "the bias is added once for every weight; it belongs to each output once",
     ONE, run, &(const struct channels){.use = BIAS_PER_TAP}},
    {"N15", "bias in every channel",
     "the bias is added once for every channel; it belongs to each output once",
     ONE, run, &(const struct channels){.use = BIAS_PER_CHANNEL}},
    {"N16", "plane is one row long",
     "channel c is taken to begin at row c of x; a plane is h rows long: (c*h "
     "+ i+u)*w",
     ONE, run, &(const struct channels){.x = x_next_row}},
    {"N30", "plane is h numbers long",
     "channel c is taken to begin at x[c*h]; a plane is h rows of w: c*h*w",
     ONE, run, &(const struct channels){.x = x_height_on}},
    {"N17", "plane is w rows long",
     "channel c is taken to begin at row c*w of x; a plane is h rows long", ONE,
     run, &(const struct channels){.x = x_width_squared}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", ONE, run,
     &(const struct channels){.x = spot_x_pitch}},
    {"C01", "flipped",
     "the kernels are turned by 180 degrees: that is true convolution", ONE,
     run, &(const struct channels){.weight = spot_weight_flipped}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     ONE, run, &(const struct channels){.weight = spot_last_tap}},
    {"C07", "never reset",
     "the sum does not begin anew, so every output contains all before it", ONE,
     run, &(const struct channels){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     ONE, answer_spoiled,
     &(const struct spoiled){right_conv2d_one, answer_add_to_old}},
    {"C09", "mean of the channels",
     "the output is divided by the number of channels; they are added up", ONE,
     answer_spoiled, &(const struct spoiled){right_conv2d_one, mean}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     ONE, answer_int_sum, &(const struct spoiled){.right = right_conv2d_one}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; that is another layer's work", ONE,
     answer_spoiled,
     &(const struct spoiled){right_conv2d_one, answer_no_negatives}},
    {.id = NULL},
};
