/* The misconceptions of conv2d. */
#include "../2_conv2d.h"

#include "tests/grader/channels.h"
#include "tests/grader/mistakes.h"

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct channel_params p = {
        X, N, C_IN, H, W, WEIGHT, C_OUT, KH, KW, BIAS, NO_PARAM, Y};

    (void)c;
    channels_run(a, &p, how);
}

/* ---- another index ------------------------------------------------------- */

/* An image of x taken to have c_out planes. */
static int x_planes_of_y(const struct spot *t)
{
    return ((t->b * t->c_out + t->c) * t->h + t->i + t->u) * t->w + t->j + t->v;
}

/* x taken as c_in x n x h x w. */
static int x_channels_first(const struct spot *t)
{
    return ((t->c * t->n + t->b) * t->h + t->i + t->u) * t->w + t->j + t->v;
}

static int weight_first_map(const struct spot *t)
{
    return (t->c * t->kh + t->u) * t->kw + t->v;
}

/* One kernel for each map, whatever the channel. */
static int weight_without_channels(const struct spot *t)
{
    return (t->o * t->kh + t->u) * t->kw + t->v;
}

/* A kernel taken to have c_out planes. */
static int weight_planes_of_y(const struct spot *t)
{
    return ((t->o * t->c_out + t->c) * t->kh + t->u) * t->kw + t->v;
}

static int bias_of_column(const struct spot *t)
{
    return t->j;
}

static int bias_of_image(const struct spot *t)
{
    return t->b;
}

/* An image of y taken to have c_in planes. */
static int y_planes_of_x(const struct spot *t)
{
    return ((t->b * t->c_in + t->o) * t->oh + t->i) * t->ow + t->j;
}

/* Each map written to the place of the first one. */
static int y_without_o(const struct spot *t)
{
    return (t->b * t->c_out * t->oh + t->i) * t->ow + t->j;
}

/* The maps left out of the index altogether. */
static int y_without_maps(const struct spot *t)
{
    return (t->b * t->oh + t->i) * t->ow + t->j;
}

static int y_channels_last(const struct spot *t)
{
    return ((t->b * t->oh + t->i) * t->ow + t->j) * t->c_out + t->o;
}

/* y as c_out x n x oh x ow. */
static int y_maps_first(const struct spot *t)
{
    return ((t->o * t->n + t->b) * t->oh + t->i) * t->ow + t->j;
}

#define BATCH "a-batch-in-many-maps-out"
#define ONE "several-channels-one-map"
#define MEMORY "channels-in-memory"

const struct misconception wrong_conv2d[] = {
    {"N01", "channels last",
     "x is read as if the channels of a pixel lay side by side; here each "
     "channel is a plane of its own",
     MEMORY, run, &(const struct channels){.x = spot_x_channels_last}},
    {"N11", "channels before images",
     "x is read as c_in x n x h x w; the images come first, and the channels "
     "of one image lie together",
     MEMORY, run, &(const struct channels){.x = x_channels_first}},
    {"N02", "weight as c_in x c_out",
     "the weights are read as c_in x c_out x kh x kw; the maps come first",
     MEMORY, run, &(const struct channels){.weight = spot_weight_swapped}},
    {"N18", "weight with maps last",
     "the weights are read as kh x kw x c_in x c_out, as other libraries keep "
     "them; here they are c_out x c_in x kh x kw",
     MEMORY, run, &(const struct channels){.weight = spot_weight_last}},
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
    {"N29", "one kernel for each map",
     "the channels are missing in the index of the weight: plane o for o*c_in "
     "+ c",
     ONE, run, &(const struct channels){.weight = weight_without_channels}},
    {"N13", "same plane for every kernel",
     "every kernel is laid over channel 0; each belongs to a channel of its "
     "own",
     ONE, run, &(const struct channels){.x = spot_x_same_plane}},
    {"N06", "one kernel for all maps",
     "all maps are made with the weights of map 0; each has its own", BATCH,
     run, &(const struct channels){.weight = weight_first_map}},
    {"N07", "first image only",
     "every image of the batch gets the maps of image 0: b is missing in the "
     "index of x",
     BATCH, run, &(const struct channels){.x = spot_x_first_image}},
    {"N19", "batch written to one place",
     "the maps of all images are written to the place of image 0: b is missing "
     "in the index of y",
     BATCH, run, &(const struct channels){.y = spot_y_first_image}},
    {"N27", "maps written to one place",
     "all maps of an image are written to the place of map 0: o is missing in "
     "the index of y",
     BATCH, run, &(const struct channels){.y = y_without_o}},
    {"N28", "images of y with one map",
     "the maps are missing in the index of y: plane b for b*c_out + o", BATCH,
     run, &(const struct channels){.y = y_without_maps}},
    {"N08", "no bias", "the bias is never added", BATCH, run,
     &(const struct channels){.use = BIAS_NEVER}},
    {"N09", "bias in every product",
     "the bias is added once for every weight; it belongs to each output once",
     ONE, run, &(const struct channels){.use = BIAS_PER_TAP}},
    {"N15", "bias in every channel",
     "the bias is added once for every channel; it belongs to each output once",
     ONE, run, &(const struct channels){.use = BIAS_PER_CHANNEL}},
    {"N10", "one bias for all maps",
     "bias[0] is added to every map; map o has bias[o]", BATCH, run,
     &(const struct channels){.bias = spot_first_bias}},
    {"N20", "bias by column",
     "bias[j] is added; the bias belongs to the map: "
     "bias[o]",
     BATCH, run, &(const struct channels){.bias = bias_of_column}},
    {"N21", "bias by image",
     "bias[b] is added; the bias belongs to the map: "
     "bias[o]",
     BATCH, run, &(const struct channels){.bias = bias_of_image}},
    {"N22", "images of x with c_out planes",
     "image b is taken to begin at plane b*c_out of x; it has c_in planes",
     MEMORY, run, &(const struct channels){.x = x_planes_of_y}},
    {"N23", "images of y with c_in planes",
     "image b is taken to begin at plane b*c_in of y; it has c_out planes",
     MEMORY, run, &(const struct channels){.y = y_planes_of_x}},
    {"N24", "weights with c_out planes",
     "the weights of map o are taken to begin at plane o*c_out; a map has c_in "
     "planes of weights",
     MEMORY, run, &(const struct channels){.weight = weight_planes_of_y}},
    {"N25", "output channels last",
     "y is written with the maps side by side at each pixel; each map is a "
     "plane of its own",
     MEMORY, run, &(const struct channels){.y = y_channels_last}},
    {"N26", "maps before images",
     "y is written as c_out x n x oh x ow; the images come first", MEMORY, run,
     &(const struct channels){.y = y_maps_first}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", MEMORY, run,
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
     &(const struct spoiled){right_conv2d, answer_add_to_old}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     ONE, answer_int_sum, &(const struct spoiled){.right = right_conv2d}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; that is another layer's work", ONE,
     answer_spoiled,
     &(const struct spoiled){right_conv2d, answer_no_negatives}},
    {.id = NULL},
};
