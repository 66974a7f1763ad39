/* Tests of reference/filter.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/conv.h"
#include "reference/filter.h"
#include "tests/support/guarded.h"
#include "tests/support/suite.h"

static void fixed_is(const char *name, const float *expected)
{
    float k[9];

    ck_assert_int_eq(ref_filter_named(name, 3, 0, k), REF_OK);
    for (int i = 0; i < 9; i++)
        ck_assert_msg(k[i] == expected[i], "%s, element %d: %g, not %g", name,
                      i, (double)k[i], (double)expected[i]);
}

START_TEST(test_filter_named_numbers)
{
    fixed_is("identity", (float[]){0, 0, 0, 0, 1, 0, 0, 0, 0});
    fixed_is("sharpen", (float[]){0, -1, 0, -1, 5, -1, 0, -1, 0});
    fixed_is("sobel-x", (float[]){-1, 0, 1, -2, 0, 2, -1, 0, 1});
    fixed_is("sobel-y", (float[]){-1, -2, -1, 0, 0, 0, 1, 2, 1});
    fixed_is("prewitt-x", (float[]){-1, 0, 1, -1, 0, 1, -1, 0, 1});
    fixed_is("prewitt-y", (float[]){-1, -1, -1, 0, 0, 0, 1, 1, 1});
    fixed_is("laplacian", (float[]){0, 1, 0, 1, -4, 1, 0, 1, 0});
    fixed_is("emboss", (float[]){-2, -1, 0, -1, 1, 1, 0, 1, 2});
}
END_TEST

/* The lecture's kernels on y*y - 2*x: their printed results. */
START_TEST(test_filter_edges_of_the_lecture)
{
    const float x[] = {0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3};
    static const struct {
        const char *name;
        float y[4];
    } expected[] = {{"sobel-y", {16, 16, 32, 32}},
                    {"sobel-x", {-16, -16, -16, -16}},
                    {"laplacian", {2, 2, 2, 2}}};

    for (int e = 0; e < 3; e++) {
        float k[9], y[4];

        ck_assert_int_eq(ref_filter_named(expected[e].name, 3, 0, k), REF_OK);
        ck_assert_int_eq(ref_conv2d(x, 1, 1, 4, 4, k, 1, 3, 3, NULL, NULL, y),
                         REF_OK);
        for (int i = 0; i < 4; i++)
            ck_assert_float_eq(y[i], expected[e].y[i]);
    }
}
END_TEST

START_TEST(test_filter_box)
{
    float k[REF_FILTER_MAX_COUNT];

    for (int size = 1; size <= REF_FILTER_MAX_SIZE; size += 7) {
        ck_assert_int_eq(ref_filter_box(size, k), REF_OK);
        for (int i = 0; i < size * size; i++)
            ck_assert_float_eq(k[i], 1.0f / (float)(size * size));
    }
    ck_assert_int_eq(ref_filter_named("box", 5, 0, k), REF_OK);
    ck_assert_float_eq(k[24], 0.04f);
}
END_TEST

/* The definition, with the two-dimensional exponential that the library
 * avoids, for odd and even sizes. */
START_TEST(test_filter_gaussian_is_its_definition)
{
    static const float sigmas[] = {0.3f, 0.8f, 1.0f, 2.5f, 40.0f};

    for (int size = 1; size <= 12; size++)
        for (int s = 0; s < 5; s++) {
            double c = (size - 1) / 2.0, sigma = (double)sigmas[s];
            double total = 0, sum = 0;
            float k[144];

            ck_assert_int_eq(ref_filter_gaussian(size, sigmas[s], k), REF_OK);
            for (int i = 0; i < size * size; i++)
                total += exp(-(pow(i / size - c, 2) + pow(i % size - c, 2)) /
                             (2 * sigma * sigma));
            for (int i = 0; i < size * size; i++) {
                double e = exp(-(pow(i / size - c, 2) + pow(i % size - c, 2)) /
                               (2 * sigma * sigma));

                ck_assert_double_eq_tol((double)k[i], e / total,
                                        1e-7 * e / total + 1e-45);
                sum += (double)k[i];
            }
            ck_assert_double_eq_tol(sum, 1.0, 1e-6);
        }
}
END_TEST

/* size 3, sigma 1 on paper: e^-1 : e^-1/2 : 1 */
START_TEST(test_filter_gaussian_by_hand)
{
    float k[9];

    ck_assert_int_eq(ref_filter_gaussian(3, 1.0f, k), REF_OK);
    ck_assert_float_eq_tol(k[0], 0.0751136f, 1e-7f);
    ck_assert_float_eq_tol(k[1], 0.1238414f, 1e-7f);
    ck_assert_float_eq_tol(k[4], 0.2041800f, 1e-7f);
}
END_TEST

/* Would pass unseen: 0/0 when the bell is narrower than the grid. */
START_TEST(test_filter_gaussian_very_narrow_and_wide)
{
    float k[16];

    ck_assert_int_eq(ref_filter_gaussian(4, 1e-30f, k), REF_OK);
    for (int i = 0; i < 16; i++) {
        int inside = i == 5 || i == 6 || i == 9 || i == 10;

        ck_assert_float_eq(k[i], inside ? 0.25f : 0.0f);
    }
    ck_assert_int_eq(ref_filter_gaussian(3, 1e-45f, k), REF_OK);
    ck_assert_float_eq(k[4], 1.0f);
    ck_assert_float_eq(k[0], 0.0f);
    ck_assert_int_eq(ref_filter_gaussian(4, 3e38f, k), REF_OK);
    ck_assert_float_eq(k[0], 0.0625f);
}
END_TEST

START_TEST(test_filter_writes_only_its_kernel)
{
    for (int side = 0; side < 2; side++)
        for (int size = 1; size <= REF_FILTER_MAX_SIZE; size += 9) {
            size_t bytes = (size_t)(size * size) * sizeof(float);
            float *k = guarded_new(bytes, (guard_side)side);

            ck_assert_int_eq(ref_filter_gaussian(size, 1.5f, k), REF_OK);
            ck_assert_int_eq(ref_filter_box(size, k), REF_OK);
            if (size == 3)
                ck_assert_int_eq(ref_filter_named("emboss", 3, 0, k), REF_OK);
            guarded_free(k, bytes);
        }
}
END_TEST

START_TEST(test_filter_list_can_be_filled)
{
    int count = 0;
    const ref_filter *list = ref_filter_list(&count);
    float k[25];

    ck_assert_int_eq(count, 10);
    for (int i = 0; i < count; i++) {
        ck_assert_int_eq(
            ref_filter_named(list[i].name, list[i].sized ? 5 : 3, 1.0f, k),
            REF_OK);
        ck_assert_int_gt((int)strlen(list[i].what), 10);
    }
    ck_assert_ptr_eq(ref_filter_list(NULL), list);
}
END_TEST

START_TEST(test_filter_refuses)
{
    static const float no_bell[] = {0.0f, -1.0f, INFINITY, NAN};
    float k[9] = {77};

    ck_assert_int_eq(ref_filter_box(0, k), REF_ESIZE);
    ck_assert_int_eq(ref_filter_box(REF_FILTER_MAX_SIZE + 1, k), REF_ESIZE);
    ck_assert_int_eq(ref_filter_box(INT_MAX, k), REF_ESIZE);
    ck_assert_int_eq(ref_filter_box(3, NULL), REF_ENULL);
    ck_assert_int_eq(ref_filter_gaussian(INT_MIN, 1, k), REF_ESIZE);
    ck_assert_int_eq(ref_filter_gaussian(3, 1, NULL), REF_ENULL);
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(ref_filter_gaussian(3, no_bell[i], k), REF_EPARAM);
    ck_assert_int_eq(ref_filter_named("soble-x", 3, 1, k), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'soble-x'"));
    ck_assert_int_eq(ref_filter_named("sobel-x", 5, 1, k), REF_ESIZE);
    ck_assert_int_eq(ref_filter_named("sobel-x", 3, 1, NULL), REF_ENULL);
    ck_assert_int_eq(ref_filter_named(NULL, 3, 1, k), REF_ENULL);
    ck_assert_int_eq(ref_filter_named("gaussian", 3, 0, k), REF_EPARAM);
    ck_assert_float_eq(k[0], 77);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_filter_named_numbers);
    suite_test(test_filter_edges_of_the_lecture);
    suite_test(test_filter_box);
    suite_test(test_filter_gaussian_is_its_definition);
    suite_test(test_filter_gaussian_by_hand);
    suite_test(test_filter_list_can_be_filled);
    suite_case("edges");
    suite_test(test_filter_gaussian_very_narrow_and_wide);
    suite_case("manners");
    suite_test(test_filter_writes_only_its_kernel);
    suite_test(test_filter_refuses);
}

int main(void)
{
    return suite_main("filter", fill);
}
