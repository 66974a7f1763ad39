/* The misconceptions of global_avg_pool. */
#include "../7_global_avg_pool.h"

#include "reference/bound.h"

#include <math.h>
#include <stdbool.h>

/* Where the loops are, and the sizes. */
struct at {
    int n, c, h, w;
    int b, o, i, j;
};

/* An index of x; NOWHERE leaves the number out. */
typedef int place(const struct at *t);
enum { NOWHERE = -1 };

/* A program that adds up and divides; what is not set is right. */
struct averaging {
    place *x, *y, *count;
    bool goes_on, whole, largest;
    bool int_sum;    /* the sum is an int, the quotient is not */
    bool reciprocal; /* 1 / (h*w) as an int */
    bool image_goes_on;
};

/* ---- the right places ---------------------------------------------------- */

static int x_right(const struct at *t)
{
    return ((t->b * t->c + t->o) * t->h + t->i) * t->w + t->j;
}

static int y_right(const struct at *t)
{
    return t->b * t->c + t->o;
}

static int count_right(const struct at *t)
{
    return t->h * t->w;
}

/* ---- a program ----------------------------------------------------------- */

struct sum {
    double value, magnitude, largest;
    int terms;
    bool unknown;
};

static void add(const struct call *c, const struct averaging *p, struct at t,
                struct sum *sum)
{
    place *x = p->x != NULL ? p->x : x_right;

    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++) {
            int at = x(&t);

            if (at == NOWHERE)
                continue;
            if (at >= c->arg[X].count) {
                sum->unknown = true;
                return;
            }
            sum->value += call_at(c, X, at);
            if (p->whole || p->int_sum)
                sum->value = trunc(sum->value);
            sum->magnitude += fabs(call_at(c, X, at));
            sum->largest = fmax(sum->largest, call_at(c, X, at));
            sum->terms++;
        }
}

static void put(struct answer *a, const struct averaging *p, const struct at *t,
                const struct sum *sum)
{
    int y = (p->y != NULL ? p->y : y_right)(t);
    int count = (p->count != NULL ? p->count : count_right)(t);

    if (sum->unknown)
        answer_unknown(a, Y, y);
    else if (p->largest)
        answer_put(a, Y, y, sum->largest, 0);
    else if (p->reciprocal)
        answer_put(a, Y, y, count == 1 ? sum->value : 0, 0);
    else if (p->whole)
        answer_put(a, Y, y, trunc(sum->value / count), 0);
    else
        answer_put(a, Y, y, sum->value / count,
                   ref_sum_bound(sum->terms + 2, sum->magnitude / count));
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct averaging *p = how;
    struct at t = {.n = call_number(c, N),
                   .c = call_number(c, C),
                   .h = call_number(c, H),
                   .w = call_number(c, W)};
    struct sum sum = {.largest = -INFINITY};

    for (t.b = 0; t.b < t.n; t.b++)
        for (t.o = 0; t.o < t.c; t.o++) {
            if (!p->goes_on && !(p->image_goes_on && t.o > 0))
                sum = (struct sum){.largest = -INFINITY};
            add(c, p, t, &sum);
            put(a, p, &t, &sum);
        }
}

/* The average over all channels, at every place of y. */
static void run_over_channels(const struct call *c, struct answer *a,
                              const void *how)
{
    int channels = call_number(c, C);
    int image = channels * call_number(c, H) * call_number(c, W);

    (void)how;
    for (int n = 0; n < c->arg[Y].count; n++) {
        double sum = 0, magnitude = 0;

        for (int m = 0; m < image; m++) {
            sum += call_at(c, X, n / channels * image + m);
            magnitude += fabs(call_at(c, X, n / channels * image + m));
        }
        answer_put(a, Y, n, sum / image,
                   ref_sum_bound(image + 2, magnitude / image));
    }
}

/* ---- other places -------------------------------------------------------- */

static int x_first_image(const struct at *t)
{
    return (t->o * t->h + t->i) * t->w + t->j;
}

static int x_first_channel(const struct at *t)
{
    return (t->b * t->c * t->h + t->i) * t->w + t->j;
}

static int x_channels_last(const struct at *t)
{
    return ((t->b * t->h + t->i) * t->w + t->j) * t->c + t->o;
}

static int x_images_last(const struct at *t)
{
    return ((t->o * t->n + t->b) * t->h + t->i) * t->w + t->j;
}

static int x_wrong_pitch(const struct at *t)
{
    return (t->b * t->c + t->o) * t->h * t->w + t->i * t->h + t->j;
}

static int x_short(const struct at *t)
{
    return t->i < t->h - 1 && t->j < t->w - 1 ? x_right(t) : NOWHERE;
}

static int y_transposed(const struct at *t)
{
    return t->o * t->n + t->b;
}

static int count_one(const struct at *t)
{
    (void)t;
    return 1;
}

static int count_all(const struct at *t)
{
    return t->c * t->h * t->w;
}

static int count_square(const struct at *t)
{
    return t->w * t->w;
}

static int count_sides(const struct at *t)
{
    return t->h + t->w;
}

static int count_rows(const struct at *t)
{
    return t->h;
}

static int count_columns(const struct at *t)
{
    return t->w;
}

static int count_batch(const struct at *t)
{
    return t->n * t->h * t->w;
}

#define GLOBAL "one-number-for-each-channel"
#define AVERAGING(...)                                                         \
    run, &(const struct averaging)                                             \
    {                                                                          \
        __VA_ARGS__                                                            \
    }

const struct misconception wrong_global_avg_pool[] = {
    {"GA1", "over all channels",
     "the average is that of the whole image; each channel has its own", GLOBAL,
     run_over_channels, NULL},
    {"GA2", "not divided", "the sum of each channel is given", GLOBAL,
     AVERAGING(.count = count_one)},
    {"GA3", "divided by all numbers of the image",
     "the sum of a channel is divided by c*h*w; it has h*w numbers", GLOBAL,
     AVERAGING(.count = count_all)},
    {"GA4", "divided by a square",
     "the sum is divided by w*w; images need not be square", GLOBAL,
     AVERAGING(.count = count_square)},
    {"GA5", "divided by h + w", "the sum is divided by h + w; it is h times w",
     GLOBAL, AVERAGING(.count = count_sides)},
    {"GA10", "divided by h",
     "the sum is divided by the number of rows; it has h*w numbers", GLOBAL,
     AVERAGING(.count = count_rows)},
    {"GA11", "divided by w",
     "the sum is divided by the number of columns; it has h*w numbers", GLOBAL,
     AVERAGING(.count = count_columns)},
    {"GA6", "largest", "the largest number of each channel is given", GLOBAL,
     AVERAGING(.largest = true)},
    {"N07", "first image only",
     "every image gives the answer of the first: b is missing in the index",
     GLOBAL, AVERAGING(.x = x_first_image)},
    {"N05", "first channel only",
     "every channel gives the answer of the first: o is missing in the index",
     GLOBAL, AVERAGING(.x = x_first_channel)},
    {"N01", "channels last",
     "x is read as n x h x w x c; the numbers of a channel lie next to each "
     "other",
     GLOBAL, AVERAGING(.x = x_channels_last)},
    {"GA7", "images and channels exchanged",
     "x is read as c x n x h x w; all channels of an image come first", GLOBAL,
     AVERAGING(.x = x_images_last)},
    {"C05", "wrong row length", "rows are taken to be h long; they are w long",
     GLOBAL, AVERAGING(.x = x_wrong_pitch)},
    {"C10", "loops short", "the last row and the last column are left out",
     GLOBAL, AVERAGING(.x = x_short)},
    {"GA8", "output transposed", "y is written as c x n; it is n x c", GLOBAL,
     AVERAGING(.y = y_transposed)},
    {"GA9", "divided by the batch too",
     "the sum is divided by n*h*w; images are not averaged over", GLOBAL,
     AVERAGING(.count = count_batch)},
    {"M12", "int",
     "sum and quotient are ints, which cuts off the fraction: 3/2 is 1", GLOBAL,
     AVERAGING(.whole = true)},
    {"C07", "never set back",
     "the sum is not set back to 0, so every output contains all before it",
     GLOBAL, AVERAGING(.goes_on = true)},
    {"C14", "int sum",
     "the sum is an int, which cuts off the fraction of every number added",
     GLOBAL, AVERAGING(.int_sum = true)},
    {"GA12", "int reciprocal",
     "1 / (h*w) is a quotient of ints, which is 0 for every h*w above 1",
     GLOBAL, AVERAGING(.reciprocal = true)},
    {"GA13", "never set back in an image",
     "the sum is set back to 0 for each image, not for each channel", GLOBAL,
     AVERAGING(.image_goes_on = true)},
    {.id = NULL},
};
