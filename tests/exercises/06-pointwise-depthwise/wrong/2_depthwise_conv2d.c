/* The misconceptions of depthwise_conv2d. */
#include "../2_depthwise_conv2d.h"

#include "tests/grader/mistakes.h"

#define ALONE "every-channel-alone"

/* ---- another channel ----------------------------------------------------- */

static int row_of(const struct depthwise *t)
{
    return t->i * t->s - t->p + t->u;
}

static int col_of(const struct depthwise *t)
{
    return t->j * t->s - t->p + t->v;
}

static int in_channel(const struct depthwise *t, int channel)
{
    return depthwise_pixel(t, channel, row_of(t), col_of(t));
}

static int x_interleaved(const struct depthwise *t)
{
    return in_channel(t, t->o % t->c);
}

static int x_of_channel_0(const struct depthwise *t)
{
    return in_channel(t, 0);
}

/* o taken for the channel; what lies beyond the image is anybody's guess. */
static int x_of_channel_o(const struct depthwise *t)
{
    return in_channel(t, t->o);
}

static int weight_one_per_channel(const struct depthwise *t)
{
    return (t->o / t->m * t->kh + t->u) * t->kw + t->v;
}

static int weight_by_copies(const struct depthwise *t)
{
    int kernel = t->o % t->m * t->c + t->o / t->m;

    return (kernel * t->kh + t->u) * t->kw + t->v;
}

static int weight_first(const struct depthwise *t)
{
    return t->u * t->kw + t->v;
}

static int y_by_copies(const struct depthwise *t)
{
    int channel = t->o % t->m * t->c + t->o / t->m;

    return (channel * t->oh + t->i) * t->ow + t->j;
}

/* A loop over c_in where one over c_in*m is meant. */
static int y_first_c(const struct depthwise *t)
{
    return t->o < t->c ? (t->o * t->oh + t->i) * t->ow + t->j : NOWHERE;
}

static int no_bias(const struct depthwise *t)
{
    (void)t;
    return NOWHERE;
}

static int bias_0(const struct depthwise *t)
{
    (void)t;
    return 0;
}

static int bias_of_channel(const struct depthwise *t)
{
    return t->o / t->m;
}

/* Every output sees all channels, each through the same kernel. */
static void all_channels(const struct call *c, struct answer *a,
                         const void *how)
{
    struct depthwise t = depthwise_of(c);

    (void)how;
    for (int n = 0; n < c->arg[Y].count; n++) {
        t.o = n / t.ow / t.oh;
        t.i = n / t.ow % t.oh;
        t.j = n % t.ow;
        answer_add(a, Y, n, BIAS, t.o);
        for (int k = 0; k < t.c * t.kh * t.kw; k++) {
            int tap = k % (t.kh * t.kw);

            t.u = tap / t.kw;
            t.v = tap % t.kw;
            answer_tap(a, Y, n, X, in_channel(&t, k / (t.kh * t.kw)), WEIGHT,
                       t.o * t.kh * t.kw + tap);
        }
    }
}

/* ---- another window ------------------------------------------------------ */

static int x_uncentred(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, t->i * t->s + t->u,
                           t->j * t->s + t->v);
}

static int x_unstrided(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, t->i - t->p + t->u,
                           t->j - t->p + t->v);
}

static int x_rows_strided(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, row_of(t), t->j - t->p + t->v);
}

static int x_columns_strided(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, t->i - t->p + t->u, col_of(t));
}

static int x_spread(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, (t->i + t->u) * t->s - t->p,
                           (t->j + t->v) * t->s - t->p);
}

static int x_padding_added(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, t->i * t->s + t->p + t->u,
                           t->j * t->s + t->p + t->v);
}

static int x_padding_strided(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, (t->i - t->p) * t->s + t->u,
                           (t->j - t->p) * t->s + t->v);
}

static int clamp(int at, int size)
{
    return at < 0 ? 0 : at < size ? at : size - 1;
}

static int x_edge_value(const struct depthwise *t)
{
    return depthwise_pixel(t, t->o / t->m, clamp(row_of(t), t->h),
                           clamp(col_of(t), t->w));
}

static int x_border_lost(const struct depthwise *t)
{
    if (row_of(t) <= 0 || col_of(t) <= 0)
        return PADDING;
    return in_channel(t, t->o / t->m);
}

/* break for continue: a row of the window ends at its first column outside. */
static int x_broken_off(const struct depthwise *t)
{
    return col_of(t) - t->v < 0 ? PADDING : in_channel(t, t->o / t->m);
}

/* The row is compared with w, the column with h. */
static int x_bounds_exchanged(const struct depthwise *t)
{
    int row = row_of(t), col = col_of(t);

    if (row < 0 || row >= t->w || col < 0 || col >= t->h)
        return PADDING;
    return (t->o / t->m * t->h + row) * t->w + col;
}

static int x_pitch(const struct depthwise *t)
{
    int row = row_of(t), col = col_of(t);

    if (row < 0 || row >= t->h || col < 0 || col >= t->w)
        return PADDING;
    return (t->o / t->m * t->w + row) * t->h + col;
}

static int weight_flipped(const struct depthwise *t)
{
    return (t->o * t->kh + t->kh - 1 - t->u) * t->kw + t->kw - 1 - t->v;
}

static int weight_transposed(const struct depthwise *t)
{
    return (t->o * t->kw + t->v) * t->kh + t->u;
}

/* Whether a tap that comes at this one or later meets a pixel. */
static bool meets_pixel(struct depthwise t, int tap)
{
    for (; tap < t.kh * t.kw; tap++) {
        t.u = tap / t.kw;
        t.v = tap % t.kw;
        if (in_channel(&t, 0) != PADDING)
            return true;
    }
    return false;
}

/* The last product, or the bias where there is none. */
static int weight_last(const struct depthwise *t)
{
    int tap = t->u * t->kw + t->v;

    return meets_pixel(*t, tap) && !meets_pixel(*t, tap + 1)
               ? t->o * t->kh * t->kw + tap
               : NOWHERE;
}

static int bias_alone(const struct depthwise *t)
{
    return meets_pixel(*t, 0) ? NOWHERE : t->o;
}

/* ---- another size -------------------------------------------------------- */

/* oh = (h + pads*p - kh + inside)/s + plus, and ow alike. */
struct size {
    int pads, inside, plus;
};

static void sized(const struct call *c, struct answer *a, const void *how)
{
    const struct size *z = how;
    struct depthwise t = depthwise_of(c);
    int oh = (t.h + z->pads * t.p - t.kh + z->inside) / t.s + z->plus;
    int ow = (t.w + z->pads * t.p - t.kw + z->inside) / t.s + z->plus;

    for (t.o = 0; t.o < t.c * t.m; t.o++)
        for (t.i = 0; t.i < oh; t.i++)
            for (t.j = 0; t.j < ow; t.j++) {
                int y = (t.o * oh + t.i) * ow + t.j;

                answer_add(a, Y, y, BIAS, t.o);
                for (int tap = 0; tap < t.kh * t.kw; tap++) {
                    t.u = tap / t.kw;
                    t.v = tap % t.kw;
                    answer_tap(a, Y, y, X, in_channel(&t, t.o / t.m), WEIGHT,
                               t.o * t.kh * t.kw + tap);
                }
            }
}

static void mean(struct answer *a)
{
    answer_mean(a, call_number(a->call, KH) * call_number(a->call, KW));
}

typedef const struct depthwise_loops as;

const struct misconception wrong_depthwise_conv2d[] = {
    {"G02", "channels by turns",
     "output channel o reads channel o % c_in, as if the channels took turns; "
     "the m outputs of a channel stand side by side: o / m",
     ALONE, depthwise_run, &(as){.x = x_interleaved}},
    {"G01", "channel 0 only", "every output channel reads channel 0", ALONE,
     depthwise_run, &(as){.x = x_of_channel_0}},
    {"G03", "multiplier ignored",
     "output channel o reads input channel o; with more than one kernel for "
     "each channel that channel does not exist",
     ALONE, depthwise_run, &(as){.x = x_of_channel_o}},
    {"DW1", "all channels added up",
     "every output adds up all channels; a depthwise convolution never mixes "
     "them",
     ALONE, all_channels, NULL},
    {"DW2", "one kernel per channel",
     "the m outputs of a channel all use the same kernel: it reads weight[o/m]",
     ALONE, depthwise_run, &(as){.weight = weight_one_per_channel}},
    {"DW3", "kernels in another order",
     "the kernels are taken to lie one for each channel, then the second for "
     "each; those of one channel lie side by side",
     ALONE, depthwise_run, &(as){.weight = weight_by_copies}},
    {"DW4", "outputs in another order",
     "the outputs are written one for each channel, then the second for each; "
     "those of one channel belong side by side",
     ALONE, depthwise_run, &(as){.y = y_by_copies}},
    {"DW5", "one kernel for all",
     "every channel uses the first kernel: o is missing in the index of the "
     "weights",
     ALONE, depthwise_run, &(as){.weight = weight_first}},
    {"DW6", "c_in outputs only",
     "only c_in output channels are written; there are c_in*m", ALONE,
     depthwise_run, &(as){.y = y_first_c}},
    {"N08", "no bias", "the bias is never added", ALONE, depthwise_run,
     &(as){.bias = no_bias}},
    {"N09", "bias per tap",
     "the bias is added once for every weight of the kernel: it stands inside "
     "the sum",
     ALONE, depthwise_run, &(as){.bias_per_tap = true}},
    {"N10", "one bias", "every output channel gets bias[0]", ALONE,
     depthwise_run, &(as){.bias = bias_0}},
    {"DW7", "bias of the input channel",
     "the bias is that of the input channel, bias[o/m]; every output channel "
     "has its own",
     ALONE, depthwise_run, &(as){.bias = bias_of_channel}},
    {"C01", "flipped", "each kernel is turned by 180 degrees", ALONE,
     depthwise_run, &(as){.weight = weight_flipped}},
    {"C03", "kernel by columns",
     "each kernel is read column by column, but it lies row by row", ALONE,
     depthwise_run, &(as){.weight = weight_transposed}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", ALONE,
     depthwise_run, &(as){.x = x_pitch}},
    {"C07", "never reset",
     "the sum is never set back: each output goes on where the one before it "
     "ended",
     ALONE, depthwise_run, &(as){.runs_on = true}},
    {"C06", "last product only",
     "products replace each other instead of adding up; the last one is left, "
     "without the bias",
     ALONE, depthwise_run, &(as){.weight = weight_last, .bias = bias_alone}},
    {"P01", "padding not taken off",
     "the window starts at i*s; with p rows and columns of padding it starts "
     "at i*s - p",
     ALONE, depthwise_run, &(as){.x = x_uncentred}},
    {"P02", "edge in place of zeros",
     "outside the image the nearest pixel is taken; it counts as 0", ALONE,
     depthwise_run, &(as){.x = x_edge_value}},
    {"P11", "bounds exchanged",
     "the row is compared with w and the column with h", ALONE, depthwise_run,
     &(as){.x = x_bounds_exchanged}},
    {"DW11", "broken off",
     "a row of the window ends at its first column outside the image, but the "
     "next ones may be inside: break stands for continue",
     ALONE, depthwise_run, &(as){.x = x_broken_off}},
    {"P12", "row and column 0 outside",
     "row 0 and column 0 are treated as outside: > 0 stands for >= 0", ALONE,
     depthwise_run, &(as){.x = x_border_lost}},
    {"D01", "stride in the size only",
     "the output has the right size, but the window moves by 1: i - p + u",
     ALONE, depthwise_run, &(as){.x = x_unstrided}},
    {"D02", "stride of rows only",
     "the window moves by s down, but by 1 across", ALONE, depthwise_run,
     &(as){.x = x_rows_strided}},
    {"DW8", "stride of columns only",
     "the window moves by s across, but by 1 down", ALONE, depthwise_run,
     &(as){.x = x_columns_strided}},
    {"D07", "window spread by the stride",
     "s stands on u and v as well, (i+u)*s - p; then the kernel has gaps",
     ALONE, depthwise_run, &(as){.x = x_spread}},
    {"DW9", "padding added",
     "the window starts at i*s + p; with p rows above the image it starts "
     "higher, at i*s - p",
     ALONE, depthwise_run, &(as){.x = x_padding_added}},
    {"S01", "no plus one",
     "the output has (h + 2p - kh)/s rows: the first window is not counted",
     ALONE, sized, &(const struct size){2, 0, 0}},
    {"S02", "plus one inside",
     "the output has (h + 2p - kh + 1)/s rows: 1 is added before the division",
     ALONE, sized, &(const struct size){2, 1, 0}},
    {"S05", "padding once",
     "the output has (h + p - kh)/s + 1 rows; the padding is on both sides",
     ALONE, sized, &(const struct size){1, 0, 1}},
    {"DW10", "padding times stride",
     "the window starts at (i - p)*s; the padding is not multiplied: i*s - p",
     ALONE, depthwise_run, &(as){.x = x_padding_strided}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     ALONE, answer_spoiled,
     &(const struct spoiled){right_depthwise_conv2d, answer_add_to_old}},
    {"C09", "mean", "everything is divided by kh*kw", ALONE, answer_spoiled,
     &(const struct spoiled){right_depthwise_conv2d, mean}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     ALONE, answer_int_sum,
     &(const struct spoiled){.right = right_depthwise_conv2d}},
    {"C15", "ReLU", "results below 0 are set to 0", ALONE, answer_spoiled,
     &(const struct spoiled){right_depthwise_conv2d, answer_no_negatives}},
    {.id = NULL},
};
