/* Tests of the loops in reference/conv_transpose.c, with each table of
 * micro-kernels that this machine runs: against kernels put down one by one in
 * double, and as the transpose of reference/conv.h. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "reference/bound.h"
#include "reference/conv_transpose.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { RANKS = 3 };

/* One axis: as slow_axis, but n is the size of x, and the output padding. */
typedef struct axis {
    int n, k, s, before, after, d, extra;
} axis;

/* A transposed convolution; the axes are depth, height, width. */
typedef struct transposed {
    int n, c_in, c_out, groups;
    axis axis[3];
    const float *x, *weight, *bias;
} transposed;

/* Elements of each array. */
typedef struct counts {
    int x, weight, bias, y;
} counts;

/* Where the last tap of the last kernel falls, and what is cut and added. */
static int output_size(const axis *a)
{
    int last = 0;

    for (int i = 1; i < a->n; i++)
        last += a->s;
    for (int u = 1; u < a->k; u++)
        last += a->d;
    return last + 1 - a->before - a->after + a->extra;
}

static counts counts_of(const transposed *t)
{
    counts c = {t->n * t->c_in, t->c_in * (t->c_out / t->groups), t->c_out,
                t->n * t->c_out};

    for (int a = 0; a < 3; a++) {
        c.x *= t->axis[a].n;
        c.weight *= t->axis[a].k;
        c.y *= output_size(&t->axis[a]);
    }
    return c;
}

static axis roll_axis(dice *d, int longest)
{
    for (;;) {
        axis a = {dice_int(d, 1, longest), dice_int(d, 1, 4), dice_int(d, 1, 3),
                  dice_int(d, 0, 5),       dice_int(d, 0, 5), dice_int(d, 1, 3),
                  dice_int(d, 0, 2)};

        if ((a.extra < a.s || a.extra < a.d) && output_size(&a) > 0)
            return a;
    }
}

/* Any small one of 1 to 3 dimensions, without its arrays. */
static transposed roll(dice *d, int rank)
{
    static const int longest[] = {4, 6, 40};
    static const axis none = {1, 1, 1, 0, 0, 1, 0};
    transposed t = {.n = dice_int(d, 1, 2),
                    .groups = dice_int(d, 1, 3),
                    .axis = {none, none, none}};

    t.c_in = t.groups * dice_int(d, 1, 3);
    t.c_out = t.groups * dice_int(d, 1, 2);
    for (int a = 3 - rank; a < 3; a++)
        t.axis[a] = roll_axis(d, longest[a]);
    return t;
}

static ref_status run(const transposed *t, int rank, float *y)
{
    const axis *d = &t->axis[0], *h = &t->axis[1], *w = &t->axis[2];
    const ref_conv_transpose1d_params p1 = {w->s,     w->before, w->after,
                                            w->extra, w->d,      t->groups};
    const ref_conv_transpose2d_params p2 = {
        h->s,     w->s,     h->before, h->after, w->before, w->after,
        h->extra, w->extra, h->d,      w->d,     t->groups};
    const ref_conv_transpose3d_params p3 = {
        d->s,     h->s,      w->s,     d->before, d->after, h->before,
        h->after, w->before, w->after, d->extra,  h->extra, w->extra,
        d->d,     h->d,      w->d,     t->groups};

    if (rank == 1)
        return ref_conv_transpose1d(t->x, t->n, t->c_in, w->n, t->weight,
                                    t->c_out, w->k, t->bias, &p1, y);
    if (rank == 2)
        return ref_conv_transpose2d(t->x, t->n, t->c_in, h->n, w->n, t->weight,
                                    t->c_out, h->k, w->k, t->bias, &p2, y);
    return ref_conv_transpose3d(t->x, t->n, t->c_in, d->n, h->n, w->n,
                                t->weight, t->c_out, d->k, h->k, w->k, t->bias,
                                &p3, y);
}

/* The next of all places in a box; 0 after the last, and at is all 0 again. */
static int next(int at[3], const int size[3])
{
    for (int a = 2; a >= 0; a--) {
        if (++at[a] < size[a])
            return 1;
        at[a] = 0;
    }
    return 0;
}

static int flat(int channel, const int at[3], const int size[3])
{
    return ((channel * size[0] + at[0]) * size[1] + at[1]) * size[2] + at[2];
}

/* Puts the kernel of c_in c, c_out o (both within their group) down for one
 * element of x.
 *   from, to  which channel of which image, counted through */
static void put_kernel(const transposed *t, int from, int to, int kernel,
                       const int at[3], double *exact, double *magnitude)
{
    int x_size[3], y_size[3], k_size[3], tap[3] = {0, 0, 0}, place[3];

    for (int a = 0; a < 3; a++) {
        x_size[a] = t->axis[a].n;
        k_size[a] = t->axis[a].k;
        y_size[a] = output_size(&t->axis[a]);
    }
    do {
        double term = (double)t->x[flat(from, at, x_size)] *
                      (double)t->weight[flat(kernel, tap, k_size)];
        int inside = 1;

        for (int a = 0; a < 3; a++) {
            place[a] = at[a] * t->axis[a].s + tap[a] * t->axis[a].d -
                       t->axis[a].before;
            inside = inside && place[a] >= 0 && place[a] < y_size[a];
        }
        if (inside) {
            exact[flat(to, place, y_size)] += term;
            magnitude[flat(to, place, y_size)] += fabs(term);
        }
    } while (next(tap, k_size));
}

/* y and the sum of its terms' absolute values, kernel by kernel. */
static void put_all(const transposed *t, double *exact, double *magnitude)
{
    int x_size[3] = {t->axis[0].n, t->axis[1].n, t->axis[2].n};
    int cg = t->c_in / t->groups, og = t->c_out / t->groups, at[3] = {0, 0, 0};
    int map = counts_of(t).y / (t->n * t->c_out);

    for (int i = 0; i < counts_of(t).y; i++) {
        exact[i] = t->bias ? (double)t->bias[i / map % t->c_out] : 0.0;
        magnitude[i] = fabs(exact[i]);
    }
    for (int b = 0; b < t->n; b++)
        for (int c = 0; c < t->c_in; c++)
            for (int o = 0; o < og; o++)
                do {
                    put_kernel(t, b * t->c_in + c,
                               b * t->c_out + c / cg * og + o, c * og + o, at,
                               exact, magnitude);
                } while (next(at, x_size));
}

static void judge_all(const transposed *t, const float *y, judgement *judge)
{
    counts c = counts_of(t);
    double *exact = calloc((size_t)c.y, sizeof *exact);
    double *magnitude = calloc((size_t)c.y, sizeof *magnitude);
    int terms = c.weight / t->c_out + 1;

    ck_assert(exact && magnitude);
    put_all(t, exact, magnitude);
    for (int i = 0; i < c.y; i++)
        judge(y[i], exact[i], ref_sum_bound(terms, magnitude[i]));
    free(exact);
    free(magnitude);
}

/* One between forbidden pages, every element judged. */
static void try_one(dice *d, int rank, kind *make, guard_side side,
                    judgement *judge)
{
    transposed t = roll(d, rank);
    counts c = counts_of(&t);
    float *x = guarded_numbers(d, c.x, make, side);
    float *weight = guarded_numbers(d, c.weight, make, side);
    float *bias = guarded_numbers(d, c.bias, make, side);
    float *y = guarded_new((size_t)c.y * sizeof *y, side);

    t.x = x;
    t.weight = weight;
    t.bias = dice_int(d, 0, 1) ? bias : NULL;
    ck_assert_int_eq(run(&t, rank, y), REF_OK);
    judge_all(&t, y, judge);
    guarded_free(x, (size_t)c.x * sizeof *x);
    guarded_free(weight, (size_t)c.weight * sizeof *weight);
    guarded_free(bias, (size_t)c.bias * sizeof *bias);
    guarded_free(y, (size_t)c.y * sizeof *y);
}

/* Rounds of each rank; a table that this machine does not run is left out. */
static void try_many(int table, unsigned seed, kind *make, judgement *judge)
{
    static const int rounds[] = {300, 300, 100};
    dice d = {seed};

    if (!use_table(table))
        return;
    for (int rank = 1; rank <= RANKS; rank++)
        for (int round = 0; round < rounds[rank - 1]; round++)
            try_one(&d, rank, make, (guard_side)(round % 2), judge);
}

/* Whole numbers: float32 is exact, so equal is equal. */
START_TEST(test_conv_transpose_random_shapes_integers)
{
    try_many(_i, 1, kind_whole, judge_equal);
}
END_TEST

START_TEST(test_conv_transpose_random_shapes_reals)
{
    try_many(_i, 2, dice_float, judge_near);
}
END_TEST

/* Would pass unseen: a 0 that is multiplied with an infinite weight between
 * the elements of x, or NaN that arrives where it was cut off. */
START_TEST(test_conv_transpose_random_shapes_specials)
{
    try_many(_i, 3, kind_special, judge_special);
}
END_TEST

/* The transpose of a convolution: its x is the convolution's output, its
 * output padding what the stride left over. */
static transposed transpose_of(const slow_conv *t)
{
    transposed u = {.n = t->n,
                    .c_in = t->c_out,
                    .c_out = t->c_in,
                    .groups = t->groups,
                    .weight = t->weight};

    for (int a = 0; a < 3; a++) {
        const slow_axis *from = &t->axis[a];
        axis *to = &u.axis[a];

        *to = (axis){slow_output_size(from),
                     from->k,
                     from->s,
                     from->before,
                     from->after,
                     from->d,
                     0};
        to->extra = from->n - output_size(to);
    }
    return u;
}

static ref_status convolve(const slow_conv *t, int rank, float *y)
{
    const slow_axis *d = &t->axis[0], *h = &t->axis[1], *w = &t->axis[2];
    const ref_conv1d_params p1 = slow_conv_params1d(t);
    const ref_conv2d_params p2 = slow_conv_params2d(t);
    const ref_conv3d_params p3 = slow_conv_params3d(t);

    if (rank == 1)
        return ref_conv1d(t->x, t->n, t->c_in, w->n, t->weight, t->c_out, w->k,
                          NULL, &p1, y);
    if (rank == 2)
        return ref_conv2d(t->x, t->n, t->c_in, h->n, w->n, t->weight, t->c_out,
                          h->k, w->k, NULL, &p2, y);
    return ref_conv3d(t->x, t->n, t->c_in, d->n, h->n, w->n, t->weight,
                      t->c_out, d->k, h->k, w->k, NULL, &p3, y);
}

/* <x, y> of whole numbers. */
static int64_t inner(const float *x, const float *y, int n)
{
    int64_t sum = 0;

    for (int i = 0; i < n; i++)
        sum += (int64_t)x[i] * (int64_t)y[i];
    return sum;
}

static void fill_whole(dice *d, float *x, int n)
{
    for (int i = 0; i < n; i++)
        x[i] = kind_whole(d);
}

enum { MOST = 20000 };

/* <conv(a), x> = <a, conv_transpose(x)>. */
static void try_transpose(dice *d, int rank)
{
    static float a[MOST], x[MOST], weight[MOST], conv_a[MOST], back_x[MOST];
    slow_conv t = slow_conv_roll(d, rank);
    slow_counts c = slow_conv_counts(&t);
    transposed u;

    ck_assert(c.x <= MOST && c.weight <= MOST && c.y <= MOST);
    t.pad_mode = REF_PAD_ZEROS;
    fill_whole(d, a, c.x);
    fill_whole(d, x, c.y);
    fill_whole(d, weight, c.weight);
    t.x = a;
    t.weight = weight;
    u = transpose_of(&t);
    u.x = x;
    ck_assert_int_eq(counts_of(&u).y, c.x);
    ck_assert_int_eq(convolve(&t, rank, conv_a), REF_OK);
    ck_assert_int_eq(run(&u, rank, back_x), REF_OK);
    ck_assert_int_eq(inner(conv_a, x, c.y), inner(a, back_x, c.x));
}

START_TEST(test_conv_transpose_is_the_transpose_of_conv)
{
    dice d = {4};

    for (int round = 0; round < 500; round++)
        for (int rank = 1; rank <= RANKS; rank++)
            try_transpose(&d, rank);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_conv_transpose_random_shapes_integers, TABLES);
    suite_loop(test_conv_transpose_random_shapes_reals, TABLES);
    suite_case("edges");
    suite_loop(test_conv_transpose_random_shapes_specials, TABLES);
    suite_case("properties");
    suite_test(test_conv_transpose_is_the_transpose_of_conv);
}

int main(void)
{
    return suite_main("conv_transpose_loops", fill);
}
