/* The misconceptions of conv2d_groups. */
#include "../6_conv2d_groups.h"

#include "tests/grader/channels.h"
#include "tests/grader/mistakes.h"

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct channel_params p = {
        X, N, C_IN, H, W, WEIGHT, C_OUT, KH, KW, BIAS, GROUPS, Y};

    (void)c;
    channels_run(a, &p, how);
}

/* ---- another index ------------------------------------------------------- */

static int x_of_channel(const struct spot *t, int channel)
{
    int plane = t->b * t->c_in + channel;

    return (plane * t->h + t->i + t->u) * t->w + t->j + t->v;
}

static int x_first_group(const struct spot *t)
{
    return x_of_channel(t, t->c);
}

/* Channel c of group g is c*groups + g. */
static int x_interleaved(const struct spot *t)
{
    return x_of_channel(t, t->c * t->groups + t->o / t->og);
}

/* Maps dealt out to the groups in turn. */
static int x_maps_in_turn(const struct spot *t)
{
    return x_of_channel(t, t->o % t->groups * t->cg + t->c);
}

/* g*groups + c. */
static int x_groups_for_cg(const struct spot *t)
{
    return x_of_channel(t, t->o / t->og * t->groups + t->c);
}

/* o / groups, not o / og. */
static int x_group_by_groups(const struct spot *t)
{
    return x_of_channel(t, t->o / t->groups * t->cg + t->c);
}

/* o / cg, not o / og. */
static int x_group_by_channels(const struct spot *t)
{
    return x_of_channel(t, t->o / t->cg * t->cg + t->c);
}

/* g*og + c. */
static int x_maps_for_cg(const struct spot *t)
{
    return x_of_channel(t, t->o / t->og * t->og + t->c);
}

/* An image of x taken to have as many planes as a group. */
static int x_image_of_group(const struct spot *t)
{
    int plane = t->b * t->cg + t->o / t->og * t->cg + t->c;

    return (plane * t->h + t->i + t->u) * t->w + t->j + t->v;
}

static int x_channels_last(const struct spot *t)
{
    struct spot whole = *t;

    whole.c += t->o / t->og * t->cg;
    return spot_x_channels_last(&whole);
}

/* Map o sees the channels that begin at o*cg. */
static int x_group_per_map(const struct spot *t)
{
    return x_of_channel(t, t->o * t->cg + t->c);
}

static int x_without_c(const struct spot *t)
{
    return x_of_channel(t, t->o / t->og * t->cg);
}

/* Each group with the weights of group 0. */
static int weight_first_group(const struct spot *t)
{
    return ((t->o % t->og * t->cg + t->c) * t->kh + t->u) * t->kw + t->v;
}

static int bias_first_group(const struct spot *t)
{
    return t->o % t->og;
}

static int bias_of_group(const struct spot *t)
{
    return t->o / t->og;
}

/* Each group written to the place of group 0. */
static int y_first_group(const struct spot *t)
{
    return ((t->b * t->c_out + t->o % t->og) * t->oh + t->i) * t->ow + t->j;
}

#define GROUPED "groups"
#define BATCH "a-batch-in-many-maps-out"
#define ONE "several-channels-one-map"
#define MEMORY "channels-in-memory"

const struct misconception wrong_conv2d_groups[] = {
    {"G01", "first group for all",
     "every group reads channels 0 to cg-1; group g begins at channel g*cg",
     GROUPED, run, &(const struct channels){.x = x_first_group}},
    {"G02", "channels dealt out",
     "channels are dealt out to the groups in turn, c*groups + g; a group's "
     "channels lie side by side",
     GROUPED, run, &(const struct channels){.x = x_interleaved}},
    {"G04", "maps dealt out",
     "maps are dealt out to the groups in turn, o % groups; the first og maps "
     "belong to group 0",
     GROUPED, run, &(const struct channels){.x = x_maps_in_turn}},
    {"G05", "groups for group size",
     "group g is taken to begin at channel g*groups; it begins at g*cg",
     GROUPED, run, &(const struct channels){.x = x_groups_for_cg}},
    {"G06", "group found with groups",
     "the group of map o is taken to be o/groups; it is o/og", GROUPED, run,
     &(const struct channels){.x = x_group_by_groups}},
    {"G13", "group found with cg",
     "the group of map o is taken to be o/cg; og maps share a group: o/og",
     GROUPED, run, &(const struct channels){.x = x_group_by_channels}},
    {"G14", "channels counted in maps",
     "group g is taken to begin at channel g*og; it has cg channels: g*cg",
     GROUPED, run, &(const struct channels){.x = x_maps_for_cg}},
    {"G15", "images with cg planes",
     "image b is taken to begin at plane b*cg of x; it has c_in planes, all "
     "groups together",
     GROUPED, run, &(const struct channels){.x = x_image_of_group}},
    {"G07", "a group for each map",
     "map o is taken to see the channels from o*cg on; og maps share a group",
     GROUPED, run, &(const struct channels){.x = x_group_per_map}},
    {"G08", "first channel of the group",
     "every kernel of a group is laid over its first channel: c is missing in "
     "the index of x",
     GROUPED, run, &(const struct channels){.x = x_without_c}},
    {"G03", "one channel in each group",
     "only the first channel of each group counts; that is right for depthwise "
     "convolution, where cg is 1",
     GROUPED, run, &(const struct channels){.weight = spot_only_first}},
    {"G10", "weights of the first group",
     "every group is given the weights of group 0; each has its own", GROUPED,
     run, &(const struct channels){.weight = weight_first_group}},
    {"N10", "biases of the first group",
     "every group is given the biases of group 0: the bias does not advance "
     "from group to group",
     GROUPED, run, &(const struct channels){.bias = bias_first_group}},
    {"G11", "one bias for each group",
     "bias[g] is added; a bias belongs to a map: bias[o]", GROUPED, run,
     &(const struct channels){.bias = bias_of_group}},
    {"G12", "maps of all groups in one place",
     "every group writes its maps to the place of group 0", GROUPED, run,
     &(const struct channels){.y = y_first_group}},
    {"N04", "last channel only",
     "channels replace each other instead of adding up: only the last one of "
     "the group is left",
     ONE, run, &(const struct channels){.weight = spot_only_last}},
    {"N07", "first image only",
     "every image of the batch gets the maps of image 0: b is missing in the "
     "index of x",
     BATCH, run, &(const struct channels){.x = spot_x_first_image}},
    {"N19", "batch written to one place",
     "the maps of all images are written to the place of image 0: b is missing "
     "in the index of y",
     BATCH, run, &(const struct channels){.y = spot_y_first_image}},
    {"N08", "no bias", "the bias is never added", BATCH, run,
     &(const struct channels){.use = BIAS_NEVER}},
    {"N09", "bias in every product",
     "the bias is added once for every weight; it belongs to each output once",
     ONE, run, &(const struct channels){.use = BIAS_PER_TAP}},
    {"N01", "channels last",
     "x is read as if the channels of a pixel lay side by side; here each "
     "channel is a plane of its own",
     MEMORY, run, &(const struct channels){.x = x_channels_last}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", MEMORY, run,
     &(const struct channels){.x = spot_x_pitch}},
    {"C01", "flipped",
     "the kernels are turned by 180 degrees: that is true convolution", ONE,
     run, &(const struct channels){.weight = spot_weight_flipped}},
    {"C07", "never reset",
     "the sum does not begin anew, so every output contains all before it", ONE,
     run, &(const struct channels){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     ONE, answer_spoiled,
     &(const struct spoiled){right_conv2d_groups, answer_add_to_old}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     ONE, answer_int_sum,
     &(const struct spoiled){.right = right_conv2d_groups}},
    {.id = NULL},
};
