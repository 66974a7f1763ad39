/* The misconceptions of separable_conv2d. */
#include "../3_separable_conv2d.h"

#include "tests/grader/mistakes.h"

#include <math.h>

#define TOGETHER "first-alone-then-together"

static int x_of_channel_0(const struct separable *t)
{
    return (t->i + t->u) * t->w + t->j + t->v;
}

static int x_pitch(const struct separable *t)
{
    return (t->c * t->w + t->i + t->u) * t->h + t->j + t->v;
}

static int depth_shared(const struct separable *t)
{
    return t->u * t->kw + t->v;
}

static int depth_flipped(const struct separable *t)
{
    return (t->c * t->kh + t->kh - 1 - t->u) * t->kw + t->kw - 1 - t->v;
}

static int depth_by_columns(const struct separable *t)
{
    return (t->c * t->kw + t->v) * t->kh + t->u;
}

static int depth_last(const struct separable *t)
{
    return t->u == t->kh - 1 && t->v == t->kw - 1 ? separable_depth(t)
                                                  : PADDING;
}

/* The last channel of z in place of each. */
static int x_of_last_channel(const struct separable *t)
{
    return ((t->c_in - 1) * t->h + t->i + t->u) * t->w + t->j + t->v;
}

static int depth_of_last_channel(const struct separable *t)
{
    return ((t->c_in - 1) * t->kh + t->u) * t->kw + t->v;
}

static int bias_0(const struct separable *t)
{
    (void)t;
    return 0;
}

static int point_transposed(const struct separable *t)
{
    return t->c * t->c_out + t->o;
}

static int point_row_0(const struct separable *t)
{
    return t->c;
}

static int point_one_per_output(const struct separable *t)
{
    return t->o * t->c_in;
}

static double no_negatives(double z)
{
    return fmax(z, 0);
}

/* y[...] += without the bias put in first: c_in additions to a million,
 * where floats lie 1/16 apart. */
static void bias_not_set(struct answer *a)
{
    int additions = call_number(a->call, C_IN) + 2;

    answer_add_to_old(a);
    for (int n = 0; n < a->cells; n++)
        if (a->cell[n].state == CELL_STALE)
            a->cell[n].allowed += additions / 32.0;
}

typedef const struct separable_loops as;

const struct misconception wrong_separable_conv2d[] = {
    {"G04", "pointwise first",
     "the 1x1 convolution comes first and the depthwise one after it; they may "
     "not change places",
     TOGETHER, separable_run, &(as){.point_first = true}},
    {"SP1", "ReLU in between",
     "what comes out of the depthwise step is set to 0 where it is below 0; "
     "nothing happens between the two steps",
     TOGETHER, separable_run, &(as){.between = no_negatives}},
    {"SP2", "one kernel for all channels",
     "every channel uses depth[0]; each has a kernel of its own", TOGETHER,
     separable_run, &(as){.depth = depth_shared}},
    {"SP3", "point never used",
     "the channels are added up as they are: the numbers of point play no part",
     TOGETHER, separable_run, &(as){.no_point = true}},
    {"SP4", "point transposed",
     "point is read as c_in x c_out: point[c*c_out + o]", TOGETHER,
     separable_run, &(as){.point = point_transposed}},
    {"SP5", "one row of point", "every output channel uses row 0 of point",
     TOGETHER, separable_run, &(as){.point = point_row_0}},
    {"SP6", "one number per output",
     "every channel meets the same number, point[o][0]: c is missing in the "
     "index",
     TOGETHER, separable_run, &(as){.point = point_one_per_output}},
    {"SP7", "depthwise sum never reset",
     "the sum over the window is not set back to 0 for the next channel",
     TOGETHER, separable_run, &(as){.goes_on = true}},
    {"C07", "never reset",
     "the sum over the window is never set back to 0: each z goes on where the "
     "one before it ended",
     TOGETHER, separable_run, &(as){.runs_on = true}},
    {"C06", "last product only",
     "products of the window replace each other instead of adding up; the last "
     "one is left",
     TOGETHER, separable_run, &(as){.depth = depth_last}},
    {"SP10", "all channels added up",
     "every depthwise kernel is laid on all channels; each belongs to one",
     TOGETHER, separable_run, &(as){.all_planes = true}},
    {"SP11", "one z for all channels",
     "every channel meets the z of the last: c is missing in the index of z",
     TOGETHER, separable_run,
     &(as){.x = x_of_last_channel, .depth = depth_of_last_channel}},
    {"SP12", "one z for all channels",
     "every channel meets the z of channel 0: c is missing in the index of z",
     TOGETHER, separable_run,
     &(as){.x = x_of_channel_0, .depth = depth_shared}},
    {"N04", "last channel only",
     "in the pointwise step the channels replace each other instead of adding "
     "up: the last is left, without the bias",
     TOGETHER, separable_run, &(as){.last_term = true, .no_bias = true}},
    {"N03", "first channel missing", "channel 0 is left out", TOGETHER,
     separable_run, &(as){.terms_from = 1}},
    {"SP8", "last channel missing",
     "the loop over the input channels ends one too early", TOGETHER,
     separable_run, &(as){.terms_to = 1}},
    {"N05", "same plane for every channel",
     "every kernel is laid on channel 0: the channel is missing in the index "
     "of x",
     TOGETHER, separable_run, &(as){.x = x_of_channel_0}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", TOGETHER,
     separable_run, &(as){.x = x_pitch}},
    {"C01", "flipped", "each depthwise kernel is turned by 180 degrees",
     TOGETHER, separable_run, &(as){.depth = depth_flipped}},
    {"C03", "kernel by columns",
     "each depthwise kernel is read column by column, but it lies row by row",
     TOGETHER, separable_run, &(as){.depth = depth_by_columns}},
    {"N08", "no bias", "the bias is never added", TOGETHER, separable_run,
     &(as){.no_bias = true}},
    {"N10", "one bias", "every output channel gets bias[0]", TOGETHER,
     separable_run, &(as){.bias = bias_0}},
    {"N09", "bias for every channel",
     "the bias is added once for every input channel: it stands inside the sum",
     TOGETHER, separable_run, &(as){.bias_per_channel = true}},
    {"C08", "added to old contents",
     "sums are added to what y held before the call, and that may be anything",
     TOGETHER, answer_spoiled,
     &(const struct spoiled){right_separable_conv2d, bias_not_set}},
    {"C15", "ReLU", "results below 0 are set to 0", TOGETHER, answer_spoiled,
     &(const struct spoiled){right_separable_conv2d, answer_no_negatives}},
    {"SP9", "int in between",
     "what comes out of the depthwise step is kept in an int, which cuts off "
     "the fraction",
     TOGETHER, separable_run, &(as){.between = trunc}},
    {"C14", "int as sum",
     "z is kept in an int while it is added up, which cuts off the fraction at "
     "every addition",
     TOGETHER, separable_run, &(as){.cut = true}},
    {.id = NULL},
};
