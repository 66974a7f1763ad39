/* The misconceptions of conv2d_im2col: a product of two matrices in which one
 * index is wrong. */
#include "../5_conv2d_im2col.h"

#include "tests/grader/mistakes.h"

#include <stdlib.h>

/* The sizes, and where the loops are: map o, place q, tap r. */
struct entry_at {
    int c_out, c_in, kh, kw, oh, ow, taps, places;
    int o, q, r;
};

typedef int index_of(const struct entry_at *t);
enum { NONE = -1000000 }; /* this product is left out, this bias not added */

/* NULL: the right index. */
struct product {
    index_of *weight, *cols, *bias, *y;
    bool bias_per_tap, never_reset;
};

static int weight_at(const struct entry_at *t)
{
    return t->o * t->taps + t->r;
}

static int cols_at(const struct entry_at *t)
{
    return t->r * t->places + t->q;
}

static int bias_at(const struct entry_at *t)
{
    return t->o;
}

static int y_at(const struct entry_at *t)
{
    return t->o * t->places + t->q;
}

static void sum(struct answer *a, const struct product *p, struct entry_at t,
                int to)
{
    for (t.r = 0; t.r < t.taps; t.r++) {
        int weight = p->weight(&t), cols = p->cols(&t);

        if (weight != NONE && cols != NONE)
            answer_tap(a, Y, to, COLS, cols, WEIGHT, weight);
        if (p->bias_per_tap)
            answer_add(a, Y, to, BIAS, p->bias(&t));
    }
    if (p->bias(&t) != NONE && !p->bias_per_tap)
        answer_add(a, Y, to, BIAS, p->bias(&t));
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    struct product p = *(const struct product *)how;
    struct entry_at t = {.c_out = call_number(c, C_OUT),
                         .c_in = call_number(c, C_IN),
                         .kh = call_number(c, KH),
                         .kw = call_number(c, KW),
                         .oh = call_number(c, OH),
                         .ow = call_number(c, OW)};

    t.taps = t.c_in * t.kh * t.kw;
    t.places = t.oh * t.ow;
    p.weight = p.weight != NULL ? p.weight : weight_at;
    p.cols = p.cols != NULL ? p.cols : cols_at;
    p.bias = p.bias != NULL ? p.bias : bias_at;
    p.y = p.y != NULL ? p.y : y_at;
    for (int n = 0; n < t.c_out * t.places; n++) {
        t.o = n / t.places;
        t.q = n % t.places;
        int to = p.y(&t);

        answer_put(a, Y, to, 0, 0);
        for (int m = p.never_reset ? 0 : n; m <= n; m++) {
            t.o = m / t.places;
            t.q = m % t.places;
            sum(a, &p, t, to);
        }
    }
}

/* ---- another index ------------------------------------------------------- */

static int weight_transposed(const struct entry_at *t)
{
    return t->r * t->c_out + t->o;
}

/* kh x kw x c_in in memory for c_in x kh x kw. */
static int weight_channels_last(const struct entry_at *t)
{
    int c = t->r / (t->kh * t->kw), uv = t->r % (t->kh * t->kw);

    return t->o * t->taps + uv * t->c_in + c;
}

static int weight_first_map(const struct entry_at *t)
{
    return t->r;
}

static int weight_turned(const struct entry_at *t)
{
    int plane = t->kh * t->kw;

    return t->o * t->taps + t->r / plane * plane + plane - 1 - t->r % plane;
}

static int weight_backwards(const struct entry_at *t)
{
    return t->o * t->taps + t->taps - 1 - t->r;
}

static int weight_first_channel(const struct entry_at *t)
{
    return t->r < t->kh * t->kw ? weight_at(t) : NONE;
}

/* c_in left out of the number of taps: rows of the weights too short. */
static int weight_short_rows(const struct entry_at *t)
{
    int taps = t->kh * t->kw;

    return t->r < taps ? t->o * taps + t->r : NONE;
}

static int weight_last(const struct entry_at *t)
{
    return t->r == t->taps - 1 ? weight_at(t) : NONE;
}

static int cols_transposed(const struct entry_at *t)
{
    return t->q * t->taps + t->r;
}

static int cols_row_length(const struct entry_at *t)
{
    return t->r * t->ow + t->q;
}

static int bias_never(const struct entry_at *t)
{
    (void)t;
    return NONE;
}

static int bias_first(const struct entry_at *t)
{
    (void)t;
    return 0;
}

static int bias_of_place(const struct entry_at *t)
{
    return t->q;
}

static int y_transposed(const struct entry_at *t)
{
    return t->q * t->c_out + t->o;
}

#define PRODUCT "one-product-of-matrices"

const struct misconception wrong_conv2d_im2col[] = {
    {"T09", "cols transposed",
     "cols is read as if each window were a row; it is a column", PRODUCT, run,
     &(const struct product){.cols = cols_transposed}},
    {"T10", "weights transposed",
     "the weights are read as taps x c_out; row o belongs to map o", PRODUCT,
     run, &(const struct product){.weight = weight_transposed}},
    {"T11", "output transposed",
     "y is written with the maps side by side at each place; each map is a "
     "plane of its own",
     PRODUCT, run, &(const struct product){.y = y_transposed}},
    {"T04", "weights channels last",
     "the weights of a map are read as kh x kw x c_in; cols has them as c_in x "
     "kh x kw, and so has memory",
     PRODUCT, run, &(const struct product){.weight = weight_channels_last}},
    {"T12", "rows of ow",
     "rows of cols are taken to be ow long; they have a number for each place, "
     "oh*ow",
     PRODUCT, run, &(const struct product){.cols = cols_row_length}},
    {"N06", "one kernel for all maps",
     "all maps are made with the weights of map 0; each has its own", PRODUCT,
     run, &(const struct product){.weight = weight_first_map}},
    {"N03", "first channel only",
     "only kh*kw taps are added; there are c_in*kh*kw", PRODUCT, run,
     &(const struct product){.weight = weight_first_channel}},
    {"T13", "rows of kh*kw",
     "a map is taken to have kh*kw weights, in the sum and in memory; it has "
     "c_in*kh*kw",
     PRODUCT, run, &(const struct product){.weight = weight_short_rows}},
    {"C01", "flipped",
     "the kernels are turned by 180 degrees: that is true convolution", PRODUCT,
     run, &(const struct product){.weight = weight_turned}},
    {"T14", "weights backwards",
     "the weights of a map meet its column from the last to the first", PRODUCT,
     run, &(const struct product){.weight = weight_backwards}},
    {"N08", "no bias", "the bias is never added", PRODUCT, run,
     &(const struct product){.bias = bias_never}},
    {"N09", "bias in every product",
     "the bias is added once for every weight; it belongs to each output once",
     PRODUCT, run, &(const struct product){.bias_per_tap = true}},
    {"N10", "one bias for all maps",
     "bias[0] is added to every map; map o has bias[o]", PRODUCT, run,
     &(const struct product){.bias = bias_first}},
    {"N20", "bias by place",
     "bias[q] is added; the bias belongs to the map: bias[o]", PRODUCT, run,
     &(const struct product){.bias = bias_of_place}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     PRODUCT, run, &(const struct product){.weight = weight_last}},
    {"C07", "never reset",
     "the sum does not begin anew, so every output contains all before it",
     PRODUCT, run, &(const struct product){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     PRODUCT, answer_spoiled,
     &(const struct spoiled){right_conv2d_im2col, answer_add_to_old}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     PRODUCT, answer_int_sum,
     &(const struct spoiled){.right = right_conv2d_im2col}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; that is another layer's work", PRODUCT,
     answer_spoiled,
     &(const struct spoiled){right_conv2d_im2col, answer_no_negatives}},
    {.id = NULL},
};
