/* Chapter 3: the naive code against hand numbers and the reference, the
 * mistakes that the lesson shows, and the proofs of the lectures' misprints.
 * (What the consoles of the lesson print is checked by running them.) */
#include "chapters/01-cross-correlation/cross_correlation.h"
#include "chapters/03-padding-stride-dilation/padding_stride_dilation.h"
#include "exercises/03-padding-stride-dilation/exercises.h"
#include "reference/convlings.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#include <math.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))
enum { MOST = 400, ROUNDS = 400 };

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

static void roll(dice *d, float *x, int count)
{
    for (int t = 0; t < count; t++)
        x[t] = (float)dice_int(d, -9, 9);
}

/* ---- counting windows ------------------------------------------------------ */

/* Sizes printed in the lectures and run there by PyTorch or TensorFlow. */
START_TEST(test_sizes_of_the_lectures)
{
    static const struct {
        int n, k, s, p, d, size;
    } row[] = {
        {6, 3, 2, 1, 1, 3},     {224, 11, 4, 2, 1, 55}, {224, 11, 4, 0, 1, 54},
        {227, 11, 4, 0, 1, 55}, {5, 3, 1, 0, 1, 3},     {32, 5, 1, 0, 1, 28},
        {3, 3, 2, 2, 1, 3},     {5, 3, 2, 1, 1, 3},     {55, 11, 1, 5, 1, 55},
        {50, 3, 2, 0, 1, 24},   {100, 3, 2, 0, 1, 49},  {50, 3, 2, 4, 1, 28},
        {100, 5, 1, 2, 1, 100}, {50, 3, 2, 4, 3, 26},   {50, 3, 1, 4, 3, 52},
        {11, 3, 2, 1, 2, 5},    {10, 3, 2, 0, 1, 4},    {3, 4, 2, 0, 1, 0},
    };

    for (int t = 0; t < COUNT(row); t++)
        ck_assert_int_eq(naive_count_windows(row[t].n, row[t].k, row[t].s,
                                             row[t].p, row[t].d),
                         row[t].size);
}
END_TEST

START_TEST(test_windows_equal_the_reference)
{
    dice d = {31};

    for (int t = 0; t < ROUNDS; t++) {
        int p = dice_int(&d, 0, 5), size = 0;
        ref_axis a = {REF_AXIS_W,
                      dice_int(&d, 1, 40),
                      dice_int(&d, 1, 7),
                      dice_int(&d, 1, 6),
                      p,
                      p,
                      dice_int(&d, 1, 5)};
        ref_status status = ref_output_size(&a, &size);

        ck_assert(status == REF_OK || status == REF_ESIZE);
        ck_assert_int_eq(naive_count_windows(a.n, a.k, a.s, p, a.d), size);
    }
}
END_TEST

/* The table of mistakes for n 11, k 3, s 2, before 1, after 2, d 3. */
START_TEST(test_mistaken_sizes)
{
    enum { PADDED = 11 + 1 + 2, EXTENT = 3 * 2 + 1 };

    ck_assert_int_eq((PADDED - EXTENT) / 2 + 1, 4);
    ck_assert_int_eq((PADDED - EXTENT) / 2, 3);
    ck_assert_int_eq((PADDED - EXTENT + 1) / 2, 4);
    ck_assert_int_eq((int)ceil((PADDED - EXTENT) / 2.0) + 1, 5);
    ck_assert_int_eq((11 + 1 - EXTENT) / 2 + 1, 3);
    ck_assert_int_eq((PADDED - 3 * 3) / 2 + 1, 3);
    ck_assert_int_eq((PADDED - 3) / 2 + 1, 6);
    ck_assert_int_eq(PADDED - EXTENT + 1, 8);
    ck_assert_int_eq(-1 / 2 + 1, 1);
}
END_TEST

/* ---- what stands outside --------------------------------------------------- */

START_TEST(test_circular_equals_the_reference)
{
    for (int n = 1; n < 9; n++)
        for (int i = -40; i < 40; i++)
            ck_assert_int_eq(naive_circular_index(i, n),
                             ref_pad_index(REF_PAD_CIRCULAR, i, n));
}
END_TEST

/* The exercises count the modes as the library does, and the table of
 * pad_index's contract, and the rounds of the lesson, are so. */
START_TEST(test_modes)
{
    static const int three[5][15] = {
        {-1, -1, -1, -1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1, -1},
        {1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1},
        {0, 0, 1, 2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0, 1},
        {0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2},
        {2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1},
    };
    static const int reflect[12] = {0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1};
    static const int symmetric[13] = {0, 1, 2, 3, 3, 2, 1, 0, 0, 1, 2, 3, 3};

    ck_assert_int_eq(PAD_ZEROS, (int)REF_PAD_ZEROS);
    ck_assert_int_eq(PAD_REFLECT, (int)REF_PAD_REFLECT);
    ck_assert_int_eq(PAD_SYMMETRIC, (int)REF_PAD_SYMMETRIC);
    ck_assert_int_eq(PAD_REPLICATE, (int)REF_PAD_REPLICATE);
    ck_assert_int_eq(PAD_CIRCULAR, (int)REF_PAD_CIRCULAR);
    for (int mode = 0; mode < 5; mode++)
        for (int t = 0; t < 15; t++)
            ck_assert_int_eq(ref_pad_index((ref_pad_mode)mode, t - 7, 3),
                             three[mode][t]);
    for (int t = 0; t < 12; t++)
        ck_assert_int_eq(ref_pad_index(REF_PAD_REFLECT, t, 4), reflect[t]);
    for (int t = 0; t < 13; t++)
        ck_assert_int_eq(ref_pad_index(REF_PAD_SYMMETRIC, t, 4), symmetric[t]);
    ck_assert_int_eq(ref_pad_index(REF_PAD_REFLECT, -4, 4), 2);
}
END_TEST

/* Between pages that nobody may touch, and every element written. */
START_TEST(test_pad_zeros_equals_the_reference)
{
    dice d = {32};

    for (int t = 0; t < ROUNDS; t++) {
        guard_side side = t % 2 == 0 ? GUARD_AFTER : GUARD_BEFORE;
        int dims[2] = {dice_int(&d, 1, 6), dice_int(&d, 1, 6)};
        int before[2] = {dice_int(&d, 0, 4), dice_int(&d, 0, 4)};
        int after[2] = {dice_int(&d, 0, 4), dice_int(&d, 0, 4)};
        int count =
            (before[0] + dims[0] + after[0]) * (before[1] + dims[1] + after[1]);
        float numbers[MOST], want[MOST], *x, *y;
        size_t x_bytes = (size_t)(dims[0] * dims[1]) * sizeof(float);
        size_t y_bytes = (size_t)count * sizeof(float);

        roll(&d, numbers, dims[0] * dims[1]);
        x = guarded_copy(numbers, x_bytes, side);
        y = guarded_new(y_bytes, side);
        naive_pad_zeros_2d(x, dims[0], dims[1], before[0], after[0], before[1],
                           after[1], y);
        ck_assert_int_eq(
            ref_pad(x, dims, 2, before, after, REF_PAD_ZEROS, want), REF_OK);
        equal("zeros around an image", y, want, count);
        guarded_free(x, x_bytes);
        guarded_free(y, y_bytes);
    }
}
END_TEST

/* The corner drawn in the lesson. */
START_TEST(test_symmetric_corner)
{
    static const float x[6] = {1, 2, 3, 4, 5, 6};
    static const float want[15] = {2, 1, 1, 2, 3, 2, 1, 1, 2, 3, 5, 4, 4, 5, 6};
    static const int dims[2] = {2, 3}, before[2] = {1, 2}, after[2] = {0, 0};
    float y[15];

    ck_assert_int_eq(ref_pad(x, dims, 2, before, after, REF_PAD_SYMMETRIC, y),
                     REF_OK);
    equal("symmetric, 1 above and 2 on the left", y, want, 15);
}
END_TEST

/* ---- same padding ---------------------------------------------------------- */

static const float six[8] = {0, 1, 2, 3, 4, 5, 6, 0};
static const float digits[3] = {1, 10, 100};

START_TEST(test_same_at_stride_2)
{
    static const float tensorflow[3] = {321, 543, 65};
    static const float pytorch[3] = {210, 432, 654};
    float y[3];

    naive_strided_1d(six + 1, 7, digits, 3, 2, y);
    equal("one zero after", y, tensorflow, 3);
    naive_strided_1d(six, 8, digits, 3, 2, y);
    equal("one zero on both sides", y, pytorch, 3);
    naive_window_1d(six + 1, 6, digits, 3, 2, 1, 1, y);
    equal("the same, with p = 1", y, pytorch, 3);
}
END_TEST

/* ---- stride and dilation --------------------------------------------------- */

static const float signal[6] = {1, 4, -1, 0, 2, -2};
static const float two[2] = {1, 2}, three[3] = {1, 2, 3};

START_TEST(test_examples)
{
    static const float strided[3] = {9, -1, -2}, dilated[2] = {5, -2};
    float y[3];

    naive_strided_1d(signal, 6, two, 2, 2, y);
    equal("stride 2", y, strided, 3);
    naive_dilated_1d(signal, 6, three, 3, 2, y);
    equal("dilation 2", y, dilated, 2);
}
END_TEST

/* y[i] = sum of x[i*a + u*b + more] k[u]: the mistakes of the lesson. */
static void steps(int a, int b, int more, int count, int kw, const float *k,
                  float *y)
{
    for (int i = 0; i < count; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += signal[i * a + u * b + more] * k[u];
    }
}

START_TEST(test_mistaken_steps)
{
    static const float size_only[3] = {9, 2, -1}, both[2] = {-1, 3};
    static const float inside[3] = {-1, 4, 3}, right[3] = {9, -1, -2};
    static const float compact[2] = {6, 2}, moved[2] = {6, 5};
    static const float added[2] = {5, -2};
    float y[3];

    steps(1, 1, 0, 3, 2, two, y);
    equal("stride in the size only", y, size_only, 3);
    steps(2, 2, 0, 2, 2, two, y);
    equal("stride on both", y, both, 2);
    steps(2, 1, 0, 3, 2, two, y);
    equal("windows side by side", y, right, 3);
    steps(1, 2, 0, 3, 2, two, y);
    equal("stride for dilation", y, inside, 3);
    steps(1, 1, 0, 2, 3, three, y);
    equal("dilation in the size only", y, compact, 2);
    steps(2, 1, 0, 2, 3, three, y);
    equal("the dilation moves the window", y, moved, 2);
    steps(1, 1, 2, 2, 3, three, y);
    equal("dilation added", y, added, 2);
}
END_TEST

START_TEST(test_stride_is_subsampling)
{
    dice d = {33};

    for (int t = 0; t < ROUNDS; t++) {
        int kw = dice_int(&d, 1, 5), w = kw + dice_int(&d, 0, 20);
        int s = dice_int(&d, 1, 6), ow = naive_count_windows(w, kw, s, 0, 1);
        float x[32], k[5], all[32], y[32];

        roll(&d, x, w);
        roll(&d, k, kw);
        naive_correlate_1d(x, w, k, kw, all);
        naive_strided_1d(x, w, k, kw, s, y);
        for (int i = 0; i < ow; i++)
            ck_assert(y[i] == all[i * s]);
    }
}
END_TEST

START_TEST(test_dilation_is_zeros_in_the_gaps)
{
    dice d = {34};

    for (int t = 0; t < ROUNDS; t++) {
        int kw = dice_int(&d, 1, 4), step = dice_int(&d, 1, 4);
        int wide = step * (kw - 1) + 1, w = wide + dice_int(&d, 0, 12);
        float x[32], k[4], spread[16] = {0}, want[32], y[32];

        roll(&d, x, w);
        roll(&d, k, kw);
        for (int u = 0; u < kw; u++)
            spread[u * step] = k[u];
        naive_correlate_1d(x, w, spread, wide, want);
        naive_dilated_1d(x, w, k, kw, step, y);
        equal("a dilated kernel", y, want, w - wide + 1);
    }
}
END_TEST

START_TEST(test_window_equals_the_reference)
{
    dice d = {35};

    for (int t = 0; t < ROUNDS; t++) {
        ref_conv1d_params o = REF_CONV1D_DEFAULTS;
        int kw = dice_int(&d, 1, 4), ow;
        float x[32], k[4], want[64], y[64];

        o.dw = dice_int(&d, 1, 4);
        o.sw = dice_int(&d, 1, 5);
        o.pl = o.pr = dice_int(&d, 0, 6);
        int w = o.dw * (kw - 1) + 1 + dice_int(&d, 0, 12);
        roll(&d, x, w);
        roll(&d, k, kw);
        ck_assert_int_eq(ref_conv1d(x, 1, 1, w, k, 1, kw, NULL, &o, want),
                         REF_OK);
        ck_assert_int_eq(ref_conv1d_output(w, kw, &o, &ow), REF_OK);
        naive_window_1d(x, w, k, kw, o.sw, o.pl, o.dw, y);
        equal("all in one line", y, want, ow);
    }
}
END_TEST

/* ---- misprints -------------------------------------------------------------- */

static int printed_by_lu(int n, int k, int p, int s, int d)
{
    return (int)floor((double)(n + 2 * p - (d * k - 1) - 1) / s + 1);
}

/* Lu's formula, its own two axes, its worked example, and the smallest case. */
START_TEST(test_printed_dilated_size)
{
    ck_assert_int_eq(printed_by_lu(50, 3, 4, 2, 3), 25);
    ck_assert_int_eq(naive_count_windows(50, 3, 2, 4, 3), 26);
    ck_assert_int_eq(printed_by_lu(100, 5, 2, 1, 1), 100);
    ck_assert_int_eq(naive_count_windows(100, 5, 1, 2, 1), 100);
    ck_assert_int_eq(printed_by_lu(11, 3, 1, 2, 2), 4);
    ck_assert_int_eq(naive_count_windows(11, 3, 2, 1, 2), 5);
    ck_assert_int_eq(printed_by_lu(1, 1, 0, 1, 2), 0);
    ck_assert_int_eq(naive_count_windows(1, 1, 1, 0, 2), 1);
}
END_TEST

/* Without floor, and with a ceiling. */
START_TEST(test_printed_sizes_without_floor)
{
    ck_assert_double_eq((224 + 2 * 2 - 11) / 4.0 + 1, 55.25);
    ck_assert_double_eq((6 + 2 * 0 - 3) / 2.0 + 1, 2.5);
    ck_assert_double_eq(ceil((10 - 3 + 0 + 2) / 2.0), 5);
    ck_assert_int_eq(naive_count_windows(10, 3, 2, 0, 1), 4);
}
END_TEST

/* Pham and Le Lain's image, and what they print around it. */
enum { IMAGE_H = 7, IMAGE_W = 9, GRID_H = 11, GRID_W = 13 };

START_TEST(test_printed_border)
{
    static const float image[IMAGE_H * IMAGE_W] = {
        1, 1, 2, 5, 6, 3, 6, 7, 3, //
        2, 3, 4, 6, 7, 5, 1, 8, 4, //
        8, 7, 6, 5, 7, 6, 3, 3, 4, //
        2, 3, 5, 6, 7, 8, 2, 7, 3, //
        4, 5, 3, 2, 1, 6, 8, 7, 2, //
        1, 4, 5, 3, 2, 6, 7, 8, 1, //
        2, 3, 4, 5, 6, 8, 9, 2, 1, //
    };
    static const float grid[GRID_H * GRID_W] = {
        2, 2, 2, 3, 4, 6, 7, 5, 1, 8, 4, 4, 4, //
        1, 1, 1, 1, 2, 5, 6, 3, 6, 7, 3, 3, 3, //
        1, 1, 1, 1, 2, 5, 6, 3, 6, 7, 3, 3, 7, //
        3, 2, 2, 3, 4, 6, 7, 5, 1, 8, 4, 4, 8, //
        7, 8, 8, 7, 6, 5, 7, 6, 3, 3, 4, 4, 3, //
        3, 2, 2, 3, 5, 6, 7, 8, 2, 7, 3, 3, 7, //
        5, 4, 4, 5, 3, 2, 1, 6, 8, 7, 2, 2, 7, //
        4, 1, 1, 4, 5, 3, 2, 6, 7, 8, 1, 1, 8, //
        3, 2, 2, 3, 4, 5, 6, 8, 9, 2, 1, 1, 2, //
        3, 2, 2, 3, 4, 5, 6, 8, 9, 2, 1, 1, 2, //
        3, 1, 1, 4, 5, 3, 2, 6, 7, 8, 1, 1, 2, //
    };
    static const int differs[5] = {[REF_PAD_REFLECT] = 73,
                                   [REF_PAD_SYMMETRIC] = 5,
                                   [REF_PAD_REPLICATE] = 39,
                                   [REF_PAD_CIRCULAR] = 68};
    static const int dims[2] = {IMAGE_H, IMAGE_W}, by[2] = {2, 2};
    float y[GRID_H * GRID_W];

    for (int mode = REF_PAD_REFLECT; mode <= REF_PAD_CIRCULAR; mode++) {
        int count = 0;

        ck_assert_int_eq(ref_pad(image, dims, 2, by, by, (ref_pad_mode)mode, y),
                         REF_OK);
        for (int t = 0; t < GRID_H * GRID_W; t++)
            count += y[t] != grid[t];
        ck_assert_int_eq(count, differs[mode]);
    }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_sizes_of_the_lectures);
    suite_test(test_modes);
    suite_test(test_symmetric_corner);
    suite_test(test_same_at_stride_2);
    suite_test(test_examples);
    suite_case("mistakes");
    suite_test(test_mistaken_sizes);
    suite_test(test_mistaken_steps);
    suite_case("misprints");
    suite_test(test_printed_dilated_size);
    suite_test(test_printed_sizes_without_floor);
    suite_test(test_printed_border);
    suite_case("properties");
    suite_test(test_windows_equal_the_reference);
    suite_test(test_circular_equals_the_reference);
    suite_test(test_pad_zeros_equals_the_reference);
    suite_test(test_stride_is_subsampling);
    suite_test(test_dilation_is_zeros_in_the_gaps);
    suite_test(test_window_equals_the_reference);
}

int main(void)
{
    return suite_main("chapter 3", fill);
}
