/* The misconceptions of nchw_to_nhwc: every program copies each number once,
 * and what differs is from where to where. */
#include "../3_nchw_to_nhwc.h"

#include "tests/grader/mistakes.h"

/* The sizes, and image b, channel c, row i, column j. */
struct pixel {
    int n, c_in, h, w, b, c, i, j;
};

typedef int index_of(const struct pixel *t);

/* NULL: the right index. */
struct copy {
    index_of *from, *to;
};

static int nchw(const struct pixel *t)
{
    return ((t->b * t->c_in + t->c) * t->h + t->i) * t->w + t->j;
}

static int nhwc(const struct pixel *t)
{
    return ((t->b * t->h + t->i) * t->w + t->j) * t->c_in + t->c;
}

static void put(struct answer *a, const struct copy *how, const struct pixel *t)
{
    int count = a->call->arg[X].count;
    int from = (how->from != NULL ? how->from : nchw)(t);
    int to = (how->to != NULL ? how->to : nhwc)(t);

    if (from >= 0 && from < count)
        answer_put(a, Y, to, call_at(a->call, X, from), 0);
    else
        answer_unknown(a, Y, to);
    if (to >= count)
        answer_unknown(a, Y, count - 1);
}

/* The last copy to a place is the one that stays: images, rows, columns,
 * channels. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    struct pixel t = {.n = call_number(c, N),
                      .c_in = call_number(c, C_IN),
                      .h = call_number(c, H),
                      .w = call_number(c, W)};

    for (t.b = 0; t.b < t.n; t.b++)
        for (t.i = 0; t.i < t.h; t.i++)
            for (t.j = 0; t.j < t.w; t.j++)
                for (t.c = 0; t.c < t.c_in; t.c++)
                    put(a, how, &t);
}

/* ---- another index ------------------------------------------------------- */

static int nhcw(const struct pixel *t)
{
    return ((t->b * t->h + t->i) * t->c_in + t->c) * t->w + t->j;
}

static int nwhc(const struct pixel *t)
{
    return ((t->b * t->w + t->j) * t->h + t->i) * t->c_in + t->c;
}

static int hwcn(const struct pixel *t)
{
    return ((t->i * t->w + t->j) * t->c_in + t->c) * t->n + t->b;
}

static int hwnc(const struct pixel *t)
{
    return ((t->i * t->w + t->j) * t->n + t->b) * t->c_in + t->c;
}

static int cnhw(const struct pixel *t)
{
    return ((t->c * t->n + t->b) * t->h + t->i) * t->w + t->j;
}

static int ncwh(const struct pixel *t)
{
    return ((t->b * t->c_in + t->c) * t->w + t->j) * t->h + t->i;
}

static int backwards(const struct pixel *t)
{
    return ((t->b * t->h + t->i) * t->w + t->j) * t->c_in + t->c_in - 1 - t->c;
}

static int from_first_image(const struct pixel *t)
{
    return (t->c * t->h + t->i) * t->w + t->j;
}

static int to_first_image(const struct pixel *t)
{
    return (t->i * t->w + t->j) * t->c_in + t->c;
}

static int from_pitch(const struct pixel *t)
{
    return ((t->b * t->c_in + t->c) * t->h + t->i) * t->h + t->j;
}

static int to_pitch(const struct pixel *t)
{
    return ((t->b * t->h + t->i) * t->h + t->j) * t->c_in + t->c;
}

#define MEMORY "channels-in-memory"

const struct misconception wrong_nchw_to_nhwc[] = {
    {"L01", "copied as it is",
     "the numbers keep the order that they have in memory: new sizes alone "
     "move nothing",
     MEMORY, run, &(const struct copy){.to = nchw}},
    {"L02", "the other way round",
     "x is taken to have its channels last, and they are moved to the front: "
     "that is the way back",
     MEMORY, run, &(const struct copy){.from = nhwc, .to = nchw}},
    {"L03", "rows and columns exchanged",
     "y is written as n x w x h x c: column before row", MEMORY, run,
     &(const struct copy){.to = nwhc}},
    {"L04", "rows and columns of x exchanged",
     "x is read as n x c x w x h: column before row", MEMORY, run,
     &(const struct copy){.from = ncwh}},
    {"L05", "channels between rows and columns",
     "y is written as n x h x c x w: a row of each channel; channels are the "
     "last axis",
     MEMORY, run, &(const struct copy){.to = nhcw}},
    {"L06", "channels in reverse order",
     "the last channel comes first, blue green red; their order stays", MEMORY,
     run, &(const struct copy){.to = backwards}},
    {"L07", "first image only",
     "every image of y is image 0 of x: b is missing in the index of x", MEMORY,
     run, &(const struct copy){.from = from_first_image}},
    {"L08", "written to one place",
     "all images are written to the place of image 0: b is missing in the "
     "index of y",
     MEMORY, run, &(const struct copy){.to = to_first_image}},
    {"L09", "images last",
     "y is written as h x w x c x n; the images stay the first axis", MEMORY,
     run, &(const struct copy){.to = hwcn}},
    {"L10", "images inside",
     "y is written as h x w x n x c; the images stay the first axis", MEMORY,
     run, &(const struct copy){.to = hwnc}},
    {"L11", "channels before images",
     "x is read as c x n x h x w; the images come first", MEMORY, run,
     &(const struct copy){.from = cnhw}},
    {"L12", "row length of x",
     "rows of x are taken to be h long; they are w long", MEMORY, run,
     &(const struct copy){.from = from_pitch}},
    {"L13", "row length of y", "a row of y is taken to have h pixels; it has w",
     MEMORY, run, &(const struct copy){.to = to_pitch}},
    {"C14", "fraction cut off",
     "the numbers go through an int, which cuts off their fraction", MEMORY,
     answer_spoiled, &(const struct spoiled){right_nchw_to_nhwc, answer_cut}},
    {.id = NULL},
};
