/* Arrays of more elements than an int counts. Memory that nobody has written
 * costs nothing: only the pages at the far end, where numbers other than 0
 * stand, exist. Options keep the outputs small and let them see that end. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, MAP_NORESERVE */
#define _DARWIN_C_SOURCE

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>

#include "reference/convlings.h"
#include "tests/support/suite.h"

/* A plane of this side has more elements than an int counts, and two of them
 * more than an unsigned one. */
enum { SIDE = 46342 };

static const size_t plane = (size_t)SIDE * SIDE;

/* Zeros, which the process takes with it at its end. NULL where the system
 * gives no more addresses than it has memory: then there is nothing to test. */
static float *zeros(size_t count)
{
    void *memory = mmap(NULL, count * sizeof(float), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (memory != MAP_FAILED)
        return memory;
    perror("large: no addresses for what is not used");
    return NULL;
}

/* Two planes of zeros; the last corner of the second is 1 2 above 3 4. */
static float *far_corner(void)
{
    float *x = zeros(2 * plane);

    if (x) {
        x[2 * plane - SIDE - 2] = 1;
        x[2 * plane - SIDE - 1] = 2;
        x[2 * plane - 2] = 3;
        x[2 * plane - 1] = 4;
    }
    return x;
}

static void expect(const float *y, const float *expected, int count)
{
    for (int i = 0; i < count; i++)
        ck_assert_msg(y[i] == expected[i], "element %d is %g, not %g", i,
                      (double)y[i], (double)expected[i]);
}

/* A kernel of 2 x 2 at the four corners. */
static const float digits[8] = {0, 0, 0, 0, 1, 10, 100, 1000};

static ref_conv2d_params corners(int groups)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.sh = p.sw = SIDE - 2;
    p.groups = groups;
    return p;
}

START_TEST(test_conv2d_of_large_planes)
{
    const float *x = far_corner();
    const ref_conv2d_params one = corners(1), two = corners(2);
    float y[8];

    if (!x)
        return;
    ck_assert_int_eq(
        ref_conv2d(x, 1, 2, SIDE, SIDE, digits, 1, 2, 2, NULL, &one, y),
        REF_OK);
    expect(y, (const float[]){0, 0, 0, 4321}, 4);
    ck_assert_int_eq(
        ref_conv2d(x, 1, 2, SIDE, SIDE, digits, 2, 2, 2, NULL, &two, y),
        REF_OK);
    expect(y, (const float[]){0, 0, 0, 0, 0, 0, 0, 4321}, 8);
    ck_assert_int_eq(
        ref_conv2d(x, 2, 1, SIDE, SIDE, digits + 4, 1, 2, 2, NULL, &one, y),
        REF_OK);
    expect(y, (const float[]){0, 0, 0, 0, 0, 0, 0, 4321}, 8);
}
END_TEST

START_TEST(test_conv2d_bound_of_large_planes)
{
    const float *x = far_corner();
    const ref_conv2d_params p = corners(1);
    double exact[4], bound[4];

    if (!x)
        return;
    ck_assert_int_eq(ref_conv2d_bound(x, 1, 2, SIDE, SIDE, digits, 1, 2, 2,
                                      NULL, &p, exact, bound),
                     REF_OK);
    ck_assert_double_eq(exact[0], 0.0);
    ck_assert_double_eq(exact[3], 4321.0);
}
END_TEST

START_TEST(test_deform_conv2d_of_large_planes)
{
    const float *x = far_corner();
    const float offset[32] = {0};
    ref_deform_conv2d_params p = REF_DEFORM_CONV2D_DEFAULTS;
    float y[4];

    if (!x)
        return;
    p.sh = p.sw = SIDE - 2;
    ck_assert_int_eq(ref_deform_conv2d(x, 1, 2, SIDE, SIDE, offset, NULL,
                                       digits, 1, 2, 2, NULL, &p, y),
                     REF_OK);
    expect(y, (const float[]){0, 0, 0, 4321}, 4);
}
END_TEST

/* All is cut off but the last 2 x 2 of SIDE + 1 rows and columns. */
START_TEST(test_conv_transpose2d_of_large_planes)
{
    const float *x = far_corner();
    ref_conv_transpose2d_params p = REF_CONV_TRANSPOSE2D_DEFAULTS;
    float y[8];

    if (!x)
        return;
    p.pt = p.pl = SIDE - 1;
    ck_assert_int_eq(
        ref_conv_transpose2d(x, 1, 2, SIDE, SIDE, digits, 1, 2, 2, NULL, &p, y),
        REF_OK);
    expect(y, (const float[]){1234, 2040, 3400, 4000}, 4);
    ck_assert_int_eq(ref_conv_transpose2d(x, 2, 1, SIDE, SIDE, digits + 4, 1, 2,
                                          2, NULL, &p, y),
                     REF_OK);
    expect(y, (const float[]){0, 0, 0, 0, 1234, 2040, 3400, 4000}, 8);
}
END_TEST

START_TEST(test_max_pool2d_of_large_planes)
{
    const float *x = far_corner();
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;
    const float expected[8] = {0, 0, 0, 0, 0, 0, 0, 4};
    int64_t indices[8];
    float y[8];

    if (!x)
        return;
    p.sh = p.sw = SIDE - 2;
    ck_assert_int_eq(ref_max_pool2d(x, 1, 2, SIDE, SIDE, 2, 2, &p, y, indices),
                     REF_OK);
    expect(y, expected, 8);
    ck_assert(indices[3] == (int64_t)plane - SIDE - 2);
    ck_assert(indices[7] == (int64_t)plane - 1);
    ck_assert_int_eq(ref_max_pool2d(x, 1, 2, SIDE, SIDE, 2, 2, &p, y, NULL),
                     REF_OK);
    expect(y, expected, 8);
}
END_TEST

/* The last window starts at the last element, and its second tap stands where
 * no int reaches. */
START_TEST(test_max_pool1d_beyond_the_end_of_the_ints)
{
    float *x = zeros(INT_MAX);
    ref_max_pool1d_params p = REF_MAX_POOL1D_DEFAULTS;
    float y[2];
    int64_t indices[2];

    if (!x)
        return;
    x[INT_MAX - 1] = 5;
    p.sw = INT_MAX - 1;
    p.dw = INT_MAX / 2;
    p.ceil_mode = 1;
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, INT_MAX, 2, &p, y, indices),
                     REF_OK);
    expect(y, (const float[]){0, 5}, 2);
    ck_assert(indices[1] == INT_MAX - 1);
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, INT_MAX, 2, &p, y, NULL), REF_OK);
    expect(y, (const float[]){0, 5}, 2);
}
END_TEST

START_TEST(test_averages_of_large_planes)
{
    const float *x = far_corner();
    ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;
    const ref_lp_pool2d_params q = {SIDE - 2, SIDE - 2, 0};
    float y[8];

    if (!x)
        return;
    p.sh = p.sw = SIDE - 2;
    ck_assert_int_eq(ref_avg_pool2d(x, 1, 2, SIDE, SIDE, 2, 2, &p, y), REF_OK);
    expect(y, (const float[]){0, 0, 0, 0, 0, 0, 0, 2.5f}, 8);
    ck_assert_int_eq(ref_lp_pool2d(x, 1, 2, SIDE, SIDE, 1, 2, 2, &q, y),
                     REF_OK);
    expect(y, (const float[]){0, 0, 0, 0, 0, 0, 0, 10}, 8);
}
END_TEST

START_TEST(test_unfold_of_large_planes)
{
    const float *x = far_corner();
    ref_unfold_params p = REF_UNFOLD_DEFAULTS;
    float y[8][4];

    if (!x)
        return;
    p.sh = p.sw = SIDE - 2;
    ck_assert_int_eq(ref_unfold(x, 1, 2, SIDE, SIDE, 2, 2, &p, y[0]), REF_OK);
    for (int row = 0; row < 8; row++)
        expect(y[row], (const float[]){0, 0, 0, row < 4 ? 0 : (float)row - 3},
               4);
}
END_TEST

/* An image of 2 x 2 in padding so wide that the window has SIDE positions down
 * and across; the last is at its corner. */
START_TEST(test_fold_of_a_large_matrix)
{
    float *x = zeros(4 * plane);
    ref_unfold_params p = REF_UNFOLD_DEFAULTS;
    float y[4];

    if (!x)
        return;
    p.pt = p.pl = SIDE - 1;
    for (size_t row = 1; row <= 4; row++)
        x[row * plane - 1] = (float)row;
    ck_assert_int_eq(ref_fold(x, 1, 1, 2, 2, 2, 2, &p, y), REF_OK);
    expect(y, (const float[]){1, 2, 3, 4}, 4);
}
END_TEST

START_TEST(test_pad_crops_large_planes)
{
    const float *x = far_corner();
    const int dims[] = {2, SIDE, SIDE}, after[] = {0, 0, 0};
    const int before[] = {-1, 2 - SIDE, 2 - SIDE};
    float y[4];

    if (!x)
        return;
    ck_assert_int_eq(ref_pad(x, dims, 3, before, after, REF_PAD_ZEROS, y),
                     REF_OK);
    expect(y, (const float[]){1, 2, 3, 4}, 4);
}
END_TEST

/* Two positions of as many classes as an int counts. */
START_TEST(test_nll_loss_of_many_classes)
{
    float *x = zeros(2 * (size_t)INT_MAX);
    float y[2];
    const int64_t target[] = {0, INT_MAX - 1};
    ref_loss_params p = REF_LOSS_DEFAULTS;

    if (!x)
        return;
    x[2 * (size_t)INT_MAX - 1] = -7;
    p.reduction = REF_REDUCTION_NONE;
    ck_assert_int_eq(ref_nll_loss(x, 1, INT_MAX, 2, 1, target, NULL, &p, y),
                     REF_OK);
    expect(y, (const float[]){0, 7}, 2);
}
END_TEST

static void fill(void)
{
    suite_case("planes");
    suite_test(test_conv2d_of_large_planes);
    suite_test(test_conv2d_bound_of_large_planes);
    suite_test(test_deform_conv2d_of_large_planes);
    suite_test(test_conv_transpose2d_of_large_planes);
    suite_test(test_max_pool2d_of_large_planes);
    suite_test(test_averages_of_large_planes);
    suite_test(test_unfold_of_large_planes);
    suite_test(test_fold_of_a_large_matrix);
    suite_test(test_pad_crops_large_planes);
    suite_case("rows");
    suite_test(test_max_pool1d_beyond_the_end_of_the_ints);
    suite_test(test_nll_loss_of_many_classes);
}

int main(void)
{
    return suite_main("large", fill);
}
