/* Tests of reference/unfold.c. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bound.h"
#include "reference/conv.h"
#include "reference/unfold.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* Four windows of 2x2 in the image 1 .. 9, as columns. */
START_TEST(test_unfold_by_hand)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    const float expected[] = {1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9};
    /* two taps two apart, one zero on the left, stride 2: the
     * windows 0 2 and 2 0 */
    const float spread[] = {0, 2, 2, 0};
    ref_unfold_params p = REF_UNFOLD_DEFAULTS;
    float y[16];

    ck_assert_int_eq(ref_unfold(x, 1, 1, 3, 3, 2, 2, NULL, y), REF_OK);
    ck_assert_mem_eq(y, expected, sizeof y);
    p.pl = p.pr = 1;
    p.dw = p.sw = 2;
    ck_assert_int_eq(ref_unfold(x, 1, 1, 1, 3, 1, 2, &p, y), REF_OK);
    ck_assert_mem_eq(y, spread, sizeof spread);
}
END_TEST

/* Fold adds the four windows of ones: how many of them see each pixel. */
START_TEST(test_fold_by_hand)
{
    const float expected[] = {1, 2, 1, 2, 4, 2, 1, 2, 1};
    float x[16], y[9];

    for (int i = 0; i < 16; i++)
        x[i] = 1;
    ck_assert_int_eq(ref_fold(x, 1, 1, 3, 3, 2, 2, NULL, y), REF_OK);
    ck_assert_mem_eq(y, expected, sizeof y);
}
END_TEST

/* Any small task: sizes, options, and the sizes of image and matrix. */
typedef struct task {
    slow_conv t;
    ref_unfold_params p;
    int image, matrix, oh, ow;
} task;

static task roll(dice *d)
{
    task k = {.t = slow_conv_roll(d, 2)};
    const slow_axis *h = &k.t.axis[1], *w = &k.t.axis[2];

    k.p = (ref_unfold_params){h->s,      w->s,     h->before, h->after,
                              w->before, w->after, h->d,      w->d};
    k.oh = slow_output_size(h);
    k.ow = slow_output_size(w);
    k.image = k.t.n * k.t.c_in * h->n * w->n;
    k.matrix = k.t.n * k.t.c_in * h->k * w->k * k.oh * k.ow;
    return k;
}

static ref_status unfold(const task *k, const float *x, float *y)
{
    const slow_axis *h = &k->t.axis[1], *w = &k->t.axis[2];

    return ref_unfold(x, k->t.n, k->t.c_in, h->n, w->n, h->k, w->k, &k->p, y);
}

static ref_status fold(const task *k, const float *x, float *y)
{
    const slow_axis *h = &k->t.axis[1], *w = &k->t.axis[2];

    return ref_fold(x, k->t.n, k->t.c_in, h->n, w->n, h->k, w->k, &k->p, y);
}

/* The pixel that element at of the matrix is a copy of, or -1. The index is
 * taken apart from the right: j, i, v, u, channel of all images. */
static int pixel_of(const task *k, int at)
{
    const slow_axis *h = &k->t.axis[1], *w = &k->t.axis[2];
    int j = at % k->ow, i = at / k->ow % k->oh, tap = at / k->ow / k->oh;
    int v = tap % w->k, u = tap / w->k % h->k, plane = tap / w->k / h->k;
    int row = i * h->s - h->before + u * h->d;
    int column = j * w->s - w->before + v * w->d;

    if (row < 0 || row >= h->n || column < 0 || column >= w->n)
        return -1;
    return (plane * h->n + row) * w->n + column;
}

static void try_unfold(dice *d, guard_side side)
{
    task k = roll(d);
    float *x = guarded_numbers(d, k.image, kind_special, side);
    float *y = guarded_new((size_t)k.matrix * sizeof *y, side);

    ck_assert_int_eq(unfold(&k, x, y), REF_OK);
    for (int at = 0; at < k.matrix; at++) {
        int pixel = pixel_of(&k, at);

        judge_special(y[at], pixel < 0 ? 0.0 : (double)x[pixel], 0.0);
    }
    guarded_free(x, (size_t)k.image * sizeof *x);
    guarded_free(y, (size_t)k.matrix * sizeof *y);
}

/* Between forbidden pages; y begins as NaN, so that what is not written
 * shows. */
START_TEST(test_unfold_random_shapes)
{
    dice d = {1};

    for (int round = 0; round < 400; round++)
        try_unfold(&d, (guard_side)(round % 2));
}
END_TEST

static void try_fold(dice *d, kind *make, guard_side side)
{
    task k = roll(d);
    float *x = guarded_numbers(d, k.matrix, make, side);
    float *y = guarded_new((size_t)k.image * sizeof *y, side);
    double *sum = calloc((size_t)k.image, sizeof *sum);
    double *size = calloc((size_t)k.image, sizeof *size);

    ck_assert(sum && size);
    ck_assert_int_eq(fold(&k, x, y), REF_OK);
    for (int at = 0; at < k.matrix; at++) {
        int pixel = pixel_of(&k, at);

        if (pixel >= 0) {
            sum[pixel] += (double)x[at];
            size[pixel] += fabs((double)x[at]);
        }
    }
    for (int at = 0; at < k.image; at++)
        if (make == dice_float)
            judge_near(y[at], sum[at],
                       ref_sum_bound(k.t.axis[1].k * k.t.axis[2].k, size[at]));
        else
            judge_special(y[at], sum[at], 0.0);
    free(sum);
    free(size);
    guarded_free(x, (size_t)k.matrix * sizeof *x);
    guarded_free(y, (size_t)k.image * sizeof *y);
}

/* Whole numbers and what is none, exactly; real numbers within the bound. A
 * table that this machine does not run is left out. */
START_TEST(test_fold_random_shapes)
{
    dice d = {2};

    if (!use_table(_i))
        return;
    for (int round = 0; round < 300; round++) {
        try_fold(&d, kind_whole, (guard_side)(round % 2));
        try_fold(&d, kind_special, (guard_side)(round % 2));
        try_fold(&d, dice_float, (guard_side)(round % 2));
    }
}
END_TEST

static double product(const float *a, const float *b, int n)
{
    double sum = 0;

    for (int i = 0; i < n; i++)
        sum += (double)a[i] * (double)b[i];
    return sum;
}

/* <unfold(x), y> = <x, fold(y)>, exactly on integers. */
START_TEST(test_unfold_and_fold_are_adjoint)
{
    dice d = {3};

    for (int round = 0; round < 300; round++) {
        task k = roll(&d);
        float *x = guarded_numbers(&d, k.image, kind_whole, GUARD_AFTER);
        float *y = guarded_numbers(&d, k.matrix, kind_whole, GUARD_AFTER);
        float *ux = malloc((size_t)k.matrix * sizeof *ux);
        float *fy = malloc((size_t)k.image * sizeof *fy);

        ck_assert(ux && fy);
        ck_assert_int_eq(unfold(&k, x, ux), REF_OK);
        ck_assert_int_eq(fold(&k, y, fy), REF_OK);
        ck_assert_double_eq(product(ux, y, k.matrix), product(x, fy, k.image));
        guarded_free(x, (size_t)k.image * sizeof *x);
        guarded_free(y, (size_t)k.matrix * sizeof *y);
        free(ux);
        free(fy);
    }
}
END_TEST

/* One output of the product weight times matrix: row o, column at of image b.
 * taps = c*kh*kw, places = oh*ow. */
static double dot(const float *weight, const float *matrix, int b, int o,
                  int at, int taps, int places)
{
    double sum = 0;

    for (int tap = 0; tap < taps; tap++)
        sum += (double)weight[o * taps + tap] *
               (double)matrix[(b * taps + tap) * places + at];
    return sum;
}

/* Unfold, then a product of matrices, is ref_conv2d. */
START_TEST(test_unfold_makes_a_convolution_a_product)
{
    dice d = {4};

    for (int round = 0; round < 200; round++) {
        task k = roll(&d);
        const slow_axis *h = &k.t.axis[1], *w = &k.t.axis[2];
        int taps = k.t.c_in * h->k * w->k, places = k.oh * k.ow;
        float *x = guarded_numbers(&d, k.image, kind_whole, GUARD_AFTER);
        float *weight =
            guarded_numbers(&d, k.t.c_out * taps, kind_whole, GUARD_AFTER);
        float *matrix = malloc((size_t)k.matrix * sizeof *matrix);
        float *y = malloc((size_t)(k.t.n * k.t.c_out * places) * sizeof *y);
        ref_conv2d_params p;

        ck_assert(matrix && y);
        k.t.groups = 1;
        k.t.pad_mode = REF_PAD_ZEROS;
        p = slow_conv_params2d(&k.t);
        ck_assert_int_eq(unfold(&k, x, matrix), REF_OK);
        ck_assert_int_eq(ref_conv2d(x, k.t.n, k.t.c_in, h->n, w->n, weight,
                                    k.t.c_out, h->k, w->k, NULL, &p, y),
                         REF_OK);
        for (int at = 0; at < k.t.n * k.t.c_out * places; at++)
            ck_assert_double_eq((double)y[at],
                                dot(weight, matrix, at / places / k.t.c_out,
                                    at / places % k.t.c_out, at % places, taps,
                                    places));
        guarded_free(x, (size_t)k.image * sizeof *x);
        guarded_free(weight, (size_t)(k.t.c_out * taps) * sizeof *weight);
        free(matrix);
        free(y);
    }
}
END_TEST

START_TEST(test_unfold_output_by_counting)
{
    dice d = {5};

    for (int round = 0; round < 1000; round++) {
        task k = roll(&d);
        const slow_axis *h = &k.t.axis[1], *w = &k.t.axis[2];
        int oh = -1, ow = -1;

        ck_assert_int_eq(
            ref_unfold_output(h->n, w->n, h->k, w->k, &k.p, &oh, &ow), REF_OK);
        ck_assert(oh == k.oh && ow == k.ow);
    }
}
END_TEST

START_TEST(test_unfold_empty_batch)
{
    ck_assert_int_eq(ref_unfold(NULL, 0, 2, 3, 3, 2, 2, NULL, NULL), REF_OK);
    ck_assert_int_eq(ref_fold(NULL, 0, 2, 3, 3, 2, 2, NULL, NULL), REF_OK);
    ck_assert_int_eq(ref_unfold(NULL, 0, 2, 0, 3, 2, 2, NULL, NULL), REF_ESIZE);
}
END_TEST

typedef ref_status function(const float *x, int n, int c, int h, int w, int kh,
                            int kw, const ref_unfold_params *p, float *y);

static void says(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

/* Sizes and pointers; memory holds image and matrix of 2 channels of 3x4 and
 * windows of 2x2: 24 and 48 numbers. */
static void refuses_sizes(function *f, int x_count, int y_count)
{
    static float memory[200];
    float *x = memory, *y = memory + 100;

    y[0] = 7;
    says(f(NULL, 1, 2, 3, 4, 2, 2, NULL, y), REF_ENULL, "'x'");
    says(f(x, 1, 2, 3, 4, 2, 2, NULL, NULL), REF_ENULL, "'y'");
    says(f(x, -1, 2, 3, 4, 2, 2, NULL, y), REF_ESIZE, "'n'");
    says(f(x, 1, 0, 3, 4, 2, 2, NULL, y), REF_ESIZE, "'c'");
    says(f(x, 1, 2, 0, 4, 2, 2, NULL, y), REF_ESIZE, "'h'");
    says(f(x, 1, 2, 3, 0, 2, 2, NULL, y), REF_ESIZE, "'w'");
    says(f(x, 1, 2, 3, 4, 0, 2, NULL, y), REF_ESIZE, "'kh'");
    says(f(x, 1, 2, 3, 4, 2, 0, NULL, y), REF_ESIZE, "'kw'");
    says(f(x, 1, 2, 3, 4, 4, 2, NULL, y), REF_ESIZE, "'kh' is 4");
    says(f(x, 1, 2, 3, 4, 2, 5, NULL, y), REF_ESIZE, "'kw' is 5");
    says(f(x, INT_MAX, INT_MAX, 3, INT_MAX, 2, 2, NULL, y), REF_EOVERFLOW, "'");
    /* only the matrix is too large: 2^20 taps at 2^42 places */
    says(f(x, 1, 1, 1 << 22, 1 << 22, 1 << 10, 1 << 10, NULL, y), REF_EOVERFLOW,
         f == ref_unfold ? "'y'" : "'x'");
    says(f(y + y_count - 1, 1, 2, 3, 4, 2, 2, NULL, y), REF_EOVERLAP, "'x'");
    says(f(y - x_count + 1, 1, 2, 3, 4, 2, 2, NULL, y), REF_EOVERLAP, "'x'");
    ck_assert_float_eq(y[0], 7);
    ck_assert_int_eq(f(y + y_count, 1, 2, 3, 4, 2, 2, NULL, y), REF_OK);
    ck_assert_int_eq(f(y - x_count, 1, 2, 3, 4, 2, 2, NULL, y), REF_OK);
}

static void refuses_options(function *f)
{
    static const char *const names[] = {"'sh'", "'sw'", "'pt'", "'pb'",
                                        "'pl'", "'pr'", "'dh'", "'dw'"};
    float x[48] = {0}, y[48] = {7};

    for (int i = 0; i < 8; i++) {
        ref_unfold_params p = REF_UNFOLD_DEFAULTS;
        int *const options[] = {&p.sh, &p.sw, &p.pt, &p.pb,
                                &p.pl, &p.pr, &p.dh, &p.dw};

        *options[i] = i >= 2 && i < 6 ? -1 : 0;
        says(f(x, 1, 2, 3, 4, 2, 2, &p, y), REF_EPARAM, names[i]);
        *options[i] = INT_MIN;
        says(f(x, 1, 2, 3, 4, 2, 2, &p, y), REF_EPARAM, names[i]);
    }
    ck_assert_float_eq(y[0], 7);
}

START_TEST(test_unfold_and_fold_refuse)
{
    refuses_sizes(ref_unfold, 24, 48);
    refuses_sizes(ref_fold, 48, 24);
    refuses_options(ref_unfold);
    refuses_options(ref_fold);
}
END_TEST

START_TEST(test_unfold_output_refuses)
{
    int oh = -1, ow = -1;

    says(ref_unfold_output(3, 3, 2, 2, NULL, NULL, &ow), REF_ENULL, "'oh'");
    says(ref_unfold_output(3, 3, 2, 2, NULL, &oh, NULL), REF_ENULL, "'ow'");
    says(ref_unfold_output(3, 3, 4, 2, NULL, &oh, &ow), REF_ESIZE, "'kh'");
    ck_assert(oh == -1 && ow == -1);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_unfold_by_hand);
    suite_test(test_fold_by_hand);
    suite_test(test_unfold_random_shapes);
    suite_loop(test_fold_random_shapes, TABLES);
    suite_test(test_unfold_output_by_counting);
    suite_case("edges");
    suite_test(test_unfold_empty_batch);
    suite_case("properties");
    suite_test(test_unfold_and_fold_are_adjoint);
    suite_test(test_unfold_makes_a_convolution_a_product);
    suite_case("manners");
    suite_test(test_unfold_and_fold_refuse);
    suite_test(test_unfold_output_refuses);
}

int main(void)
{
    return suite_main("unfold", fill);
}
