/* Tests of the loops in reference/deform_conv.c, with each table of
 * micro-kernels that this machine runs: against the whole image seen through a
 * tent in double, and against reference/conv.h where nothing is deformed. */
#include <math.h>
#include <stdlib.h>

#include "reference/bound.h"
#include "reference/conv.h"
#include "reference/deform_conv.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* A deformable convolution; mask and bias may be NULL. */
typedef struct deformed {
    int n, c_in, h, w, c_out, kh, kw, oh, ow;
    ref_deform_conv2d_params p;
    const float *x, *offset, *mask, *weight, *bias;
} deformed;

/* Elements of each array; those of offset are twice those of mask. */
typedef struct counts {
    int x, mask, weight, bias, y;
} counts;

static counts counts_of(const deformed *t)
{
    return (counts){t->n * t->c_in * t->h * t->w,
                    t->n * t->p.offset_groups * t->kh * t->kw * t->oh * t->ow,
                    t->c_out * (t->c_in / t->p.groups) * t->kh * t->kw,
                    t->c_out, t->n * t->c_out * t->oh * t->ow};
}

/* Positions of a window, counted. */
static int positions(int n, int k, int s, int before, int after, int d)
{
    int count = 0;

    for (int at = -before; at + d * (k - 1) < n + after; at += s)
        count++;
    return count;
}

/* Any small one, without its arrays. Groups of the two kinds cut the channels
 * in different places, and some rows are longer than a stretch. */
static deformed roll(dice *d)
{
    deformed t = {.n = dice_int(d, 1, 2), .p = REF_DEFORM_CONV2D_DEFAULTS};
    int longest = dice_int(d, 0, 9) == 0 ? 200 : 12;

    t.p.groups = dice_int(d, 1, 3);
    t.p.offset_groups = dice_int(d, 1, 3);
    t.c_in = t.p.groups * t.p.offset_groups;
    if (t.c_in < 4)
        t.c_in *= dice_int(d, 1, 2);
    t.c_out = t.p.groups * dice_int(d, 1, 2);
    do {
        t.h = dice_int(d, 1, 6);
        t.w = dice_int(d, 1, longest);
        t.kh = dice_int(d, 1, 3);
        t.kw = dice_int(d, 1, 3);
        t.p.sh = dice_int(d, 1, 2);
        t.p.sw = dice_int(d, 1, 3);
        t.p.dh = dice_int(d, 1, 3);
        t.p.dw = dice_int(d, 1, 2);
        t.p.pt = dice_int(d, 0, 3);
        t.p.pb = dice_int(d, 0, 3);
        t.p.pl = dice_int(d, 0, 3);
        t.p.pr = dice_int(d, 0, 3);
        t.oh = positions(t.h, t.kh, t.p.sh, t.p.pt, t.p.pb, t.p.dh);
        t.ow = positions(t.w, t.kw, t.p.sw, t.p.pl, t.p.pr, t.p.dw);
    } while (t.oh < 1 || t.ow < 1);
    return t;
}

static ref_status run(const deformed *t, float *y)
{
    return ref_deform_conv2d(t->x, t->n, t->c_in, t->h, t->w, t->offset,
                             t->mask, t->weight, t->c_out, t->kh, t->kw,
                             t->bias, &t->p, y);
}

/* How much of a pixel is seen from a distance: all of it from 0, none from 1
 * on. */
static double tent(double distance)
{
    return fmax(0.0, 1.0 - fabs(distance));
}

/* A channel at a place between pixels: bilinear is a tent over every pixel.
 *   size  gets the value of the absolute pixels */
static double between(const deformed *t, const float *plane, float r, float q,
                      double *size)
{
    double sum = 0.0;

    *size = 0.0;
    for (int i = 0; i < t->h; i++)
        for (int j = 0; j < t->w; j++) {
            double part = tent((double)r - i) * tent((double)q - j) *
                          (double)plane[i * t->w + j];

            sum += part;
            *size += fabs(part);
        }
    return sum;
}

/* The term of one tap: of channel c of the group of o. */
static double term_at(const deformed *t, int b, int o, const int at[2], int c,
                      const int tap[2], double *size)
{
    int cg = t->c_in / t->p.groups, taps = t->kh * t->kw;
    int channel = o / (t->c_out / t->p.groups) * cg + c;
    int f = channel / (t->c_in / t->p.offset_groups);
    int k = tap[0] * t->kw + tap[1], map = t->oh * t->ow;
    int place = at[0] * t->ow + at[1];
    int block = (b * t->p.offset_groups + f) * taps + k;
    /* the position is rounded to float32, as the header says */
    float r = (float)(at[0] * t->p.sh - t->p.pt + tap[0] * t->p.dh) +
              t->offset[(2 * block + 0) * map + place];
    float q = (float)(at[1] * t->p.sw - t->p.pl + tap[1] * t->p.dw) +
              t->offset[(2 * block + 1) * map + place];
    double counts_for = (double)t->weight[(o * cg + c) * taps + k];
    const float *plane = t->x + (b * t->c_in + channel) * t->h * t->w;
    double value;

    if (t->mask)
        counts_for *= (double)t->mask[block * map + place];
    value = counts_for * between(t, plane, r, q, size);
    *size *= fabs(counts_for);
    return value;
}

/* The value y[b,o,at] and the sum of its terms' absolute values. */
static double exact_at(const deformed *t, int b, int o, const int at[2],
                       double *magnitude)
{
    double sum = t->bias ? (double)t->bias[o] : 0.0, size;
    int tap[2];

    *magnitude = fabs(sum);
    for (int c = 0; c < t->c_in / t->p.groups; c++)
        for (tap[0] = 0; tap[0] < t->kh; tap[0]++)
            for (tap[1] = 0; tap[1] < t->kw; tap[1]++) {
                sum += term_at(t, b, o, at, c, tap, &size);
                *magnitude += size;
            }
    return sum;
}

/* Quarters of a pixel: all weights of bilinear are exact. */
static float quarters(dice *d)
{
    return (float)dice_int(d, -20, 20) / 4;
}

static float far_and_near(dice *d)
{
    return dice_float(d) * (dice_int(d, 0, 3) == 0 ? 1e-6f : 4.0f);
}

/* The bound of the header: 8 roundings more than a sum of products. */
static void judge_all(const deformed *t, const float *y, judgement *judge)
{
    int terms = t->c_in / t->p.groups * t->kh * t->kw + 1, at[2];

    for (int b = 0; b < t->n; b++)
        for (int o = 0; o < t->c_out; o++)
            for (at[0] = 0; at[0] < t->oh; at[0]++)
                for (at[1] = 0; at[1] < t->ow; at[1]++) {
                    double magnitude;
                    double exact = exact_at(t, b, o, at, &magnitude);

                    judge(*y++, exact, ref_sum_bound(terms + 8, magnitude));
                }
}

/* One between forbidden pages, every element judged. */
static void try_one(dice *d, kind *make, kind *make_offset, guard_side side,
                    judgement *judge)
{
    deformed t = roll(d);
    counts c = counts_of(&t);
    float *x = guarded_numbers(d, c.x, make, side);
    float *offset = guarded_numbers(d, 2 * c.mask, make_offset, side);
    float *mask = guarded_numbers(d, c.mask, make, side);
    float *weight = guarded_numbers(d, c.weight, make, side);
    float *bias = guarded_numbers(d, c.bias, make, side);
    float *y = guarded_new((size_t)c.y * sizeof *y, side);

    t.x = x;
    t.offset = offset;
    t.mask = dice_int(d, 0, 1) ? mask : NULL;
    t.weight = weight;
    t.bias = dice_int(d, 0, 1) ? bias : NULL;
    ck_assert_int_eq(run(&t, y), REF_OK);
    judge_all(&t, y, judge);
    guarded_free(x, (size_t)c.x * sizeof *x);
    guarded_free(offset, 2 * (size_t)c.mask * sizeof *offset);
    guarded_free(mask, (size_t)c.mask * sizeof *mask);
    guarded_free(weight, (size_t)c.weight * sizeof *weight);
    guarded_free(bias, (size_t)c.bias * sizeof *bias);
    guarded_free(y, (size_t)c.y * sizeof *y);
}

/* A table that this machine does not run is left out. */
static void try_many(int table, unsigned seed, kind *make, kind *make_offset,
                     judgement *judge)
{
    dice d = {seed};

    if (!use_table(table))
        return;
    for (int round = 0; round < 200 / trials_one_in(); round++)
        try_one(&d, make, make_offset, (guard_side)(round % 2), judge);
}

/* Whole numbers and quarters of a pixel: float32 is exact, so equal is equal.
 */
START_TEST(test_deform_conv_random_shapes_quarters)
{
    try_many(_i, 1, kind_whole, quarters, judge_equal);
}
END_TEST

START_TEST(test_deform_conv_random_shapes_reals)
{
    try_many(_i, 2, dice_float, far_and_near, judge_near);
}
END_TEST

static void fill_whole(dice *d, float *x, int n)
{
    for (int i = 0; i < n; i++)
        x[i] = kind_whole(d);
}

enum { MOST = 300000 };

/* Nothing deformed: what ref_conv2d gives. */
START_TEST(test_deform_conv_without_offsets_is_conv)
{
    static float x[MOST], weight[MOST], zero[MOST], y[MOST], expected[MOST];
    dice d = {3};

    for (int round = 0; round < 300 / trials_one_in(); round++) {
        deformed t = roll(&d);
        counts c = counts_of(&t);
        const ref_conv2d_params p = {
            t.p.sh,        t.p.sw, t.p.pt, t.p.pb,     t.p.pl,          t.p.pr,
            REF_PAD_ZEROS, t.p.dh, t.p.dw, t.p.groups, REF_CONV_DIRECT, 0};

        ck_assert(c.x <= MOST && c.weight <= MOST && 2 * c.mask <= MOST);
        ck_assert(c.y <= MOST);
        fill_whole(&d, x, c.x);
        fill_whole(&d, weight, c.weight);
        t.x = x;
        t.offset = zero;
        t.weight = weight;
        ck_assert_int_eq(run(&t, y), REF_OK);
        ck_assert_int_eq(ref_conv2d(x, t.n, t.c_in, t.h, t.w, weight, t.c_out,
                                    t.kh, t.kw, NULL, &p, expected),
                         REF_OK);
        for (int i = 0; i < c.y; i++)
            ck_assert_float_eq(y[i], expected[i]);
    }
}
END_TEST

/* The same whole offset everywhere: the image shifted, zeros shifted in. */
START_TEST(test_deform_conv_of_one_offset_is_conv_of_the_shifted_image)
{
    enum { H = 6, W = 9, KH = 2, KW = 3, OH = H - KH + 1, OW = W - KW + 1 };
    float x[H * W], shifted[H * W], k[KH * KW], offset[2 * KH * KW * OH * OW];
    float y[OH * OW], expected[OH * OW];
    dice d = {4};

    for (int down = -7; down <= 7; down++)
        for (int right = -10; right <= 10; right++) {
            fill_whole(&d, x, H * W);
            fill_whole(&d, k, KH * KW);
            for (int i = 0; i < 2 * KH * KW * OH * OW; i++)
                offset[i] = (float)(i / (OH * OW) % 2 == 0 ? down : right);
            for (int i = 0; i < H * W; i++) {
                int r = i / W + down, q = i % W + right;

                shifted[i] =
                    r >= 0 && r < H && q >= 0 && q < W ? x[r * W + q] : 0.0f;
            }
            ck_assert_int_eq(ref_deform_conv2d(x, 1, 1, H, W, offset, NULL, k,
                                               1, KH, KW, NULL, NULL, y),
                             REF_OK);
            ck_assert_int_eq(ref_conv2d(shifted, 1, 1, H, W, k, 1, KH, KW, NULL,
                                        NULL, expected),
                             REF_OK);
            for (int i = 0; i < OH * OW; i++)
                ck_assert_float_eq(y[i], expected[i]);
        }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_deform_conv_random_shapes_quarters, TABLES);
    suite_loop(test_deform_conv_random_shapes_reals, TABLES);
    suite_case("properties");
    suite_test(test_deform_conv_without_offsets_is_conv);
    suite_test(test_deform_conv_of_one_offset_is_conv_of_the_shifted_image);
}

int main(void)
{
    return suite_main("deform_conv_loops", fill);
}
