/* Tests of reference/tensor.c. */
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "reference/tensor.h"
#include "tests/support/guarded.h"
#include "tests/support/suite.h"

START_TEST(test_tensor_new_is_zero_and_aligned)
{
    ref_tensor t;

    ck_assert_int_eq(ref_tensor_new(2, 3, 5, 7, &t), REF_OK);
    ck_assert_uint_eq((uintptr_t)t.data % 64, 0);
    ck_assert(t.n == 2 && t.c == 3 && t.h == 5 && t.w == 7);
    for (int i = 0; i < 2 * 3 * 5 * 7; i++)
        ck_assert_float_eq(t.data[i], 0.0f);
    ref_tensor_free(&t);
    ck_assert_ptr_null(t.data);
    ck_assert_int_eq(t.n + t.c + t.h + t.w, 0);
    ref_tensor_free(&t);
    ref_tensor_free(NULL);
}
END_TEST

START_TEST(test_tensor_new_empty)
{
    ref_tensor t;

    ck_assert_int_eq(ref_tensor_new(0, 3, 5, 7, &t), REF_OK);
    ck_assert_ptr_nonnull(t.data);
    ref_tensor_free(&t);
}
END_TEST

START_TEST(test_tensor_new_refuses)
{
    ref_tensor t = {NULL, -1, -1, -1, -1};

    ck_assert_int_eq(ref_tensor_new(1, 1, 1, 1, NULL), REF_ENULL);
    ck_assert_int_eq(ref_tensor_new(1, 1, -1, 1, &t), REF_ESIZE);
    ck_assert_int_eq(ref_tensor_new(INT_MAX, INT_MAX, 2, 1, &t), REF_EOVERFLOW);
    ck_assert_int_eq(ref_tensor_new(INT_MAX, INT_MAX, 1, 0, &t), REF_EOVERFLOW);
    ck_assert_int_eq(t.n, -1);
}
END_TEST

/* A sanitizer stops the program where the system would return NULL. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER
#endif

/* 2^61 bytes: addressable in theory, on no machine. */
START_TEST(test_tensor_new_without_memory)
{
    ref_tensor t = {NULL, -1, -1, -1, -1};

#ifndef UNDER_SANITIZER
    ck_assert_int_eq(ref_tensor_new(INT_MAX, INT_MAX / 8, 1, 1, &t),
                     REF_ENOMEM);
#endif
    ck_assert_int_eq(t.n, -1);
}
END_TEST

/* One image, two channels of 2 x 3: the orders written out. */
static const float nchw[] = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};
static const float nhwc[] = {1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60};

START_TEST(test_layouts_by_hand)
{
    float y[12];

    ck_assert_int_eq(ref_nchw_to_nhwc(nchw, 1, 2, 2, 3, y), REF_OK);
    ck_assert_mem_eq(y, nhwc, sizeof y);
    ck_assert_int_eq(ref_nhwc_to_nchw(nhwc, 1, 2, 3, 2, y), REF_OK);
    ck_assert_mem_eq(y, nchw, sizeof y);
}
END_TEST

/* Both ways between guard pages, for sizes with 1 among them. */
START_TEST(test_layouts_stay_inside_and_undo_each_other)
{
    static const int shape[][4] = {
        {1, 1, 1, 1}, {2, 1, 3, 1}, {3, 5, 1, 2}, {2, 3, 5, 7}};

    for (int s = 0; s < 4; s++)
        for (int side = 0; side < 2; side++) {
            const int n = shape[s][0], c = shape[s][1], h = shape[s][2],
                      w = shape[s][3];
            size_t count = (size_t)n * (size_t)c * (size_t)h * (size_t)w;
            size_t bytes = count * sizeof(float),
                   last = (size_t)h * (size_t)w - 1;
            float values[210] = {0}, *x, *y, *z;

            for (size_t i = 0; i < count; i++)
                values[i] = (float)i;
            x = guarded_copy(values, bytes, (guard_side)side);
            y = guarded_new(bytes, (guard_side)side);
            z = guarded_new(bytes, (guard_side)side);
            ck_assert_int_eq(ref_nchw_to_nhwc(x, n, c, h, w, y), REF_OK);
            /* the last element of channel 0 of image 0 */
            ck_assert_float_eq(y[last * (size_t)c], (float)last);
            ck_assert_int_eq(ref_nhwc_to_nchw(y, n, h, w, c, z), REF_OK);
            ck_assert_mem_eq(z, values, bytes);
            guarded_free(x, bytes);
            guarded_free(y, bytes);
            guarded_free(z, bytes);
        }
}
END_TEST

START_TEST(test_layouts_refuse)
{
    float x[24] = {0}, y[12];

    y[0] = 77;
    ck_assert_int_eq(ref_nchw_to_nhwc(NULL, 1, 2, 2, 3, y), REF_ENULL);
    ck_assert_int_eq(ref_nchw_to_nhwc(x, 1, 2, 2, 3, NULL), REF_ENULL);
    ck_assert_int_eq(ref_nchw_to_nhwc(x, -1, 2, 2, 3, y), REF_ESIZE);
    ck_assert_int_eq(ref_nchw_to_nhwc(x, 1, 0, 2, 3, y), REF_ESIZE);
    ck_assert_int_eq(ref_nhwc_to_nchw(x, 1, 0, 3, 2, y), REF_ESIZE);
    ck_assert_int_eq(ref_nhwc_to_nchw(x, 1, 2, -3, 2, y), REF_ESIZE);
    ck_assert_int_eq(ref_nchw_to_nhwc(x, INT_MAX, INT_MAX, INT_MAX, INT_MAX, y),
                     REF_EOVERFLOW);
    ck_assert_int_eq(ref_nchw_to_nhwc(NULL, 0, 2, 2, 3, NULL), REF_OK);
    ck_assert_float_eq(y[0], 77);
    ck_assert_int_eq(ref_nchw_to_nhwc(x, 1, 2, 2, 3, x + 11), REF_EOVERLAP);
    ck_assert_int_eq(ref_nhwc_to_nchw(x + 11, 1, 2, 3, 2, x), REF_EOVERLAP);
    ck_assert_int_eq(ref_nhwc_to_nchw(x + 12, 1, 2, 3, 2, x), REF_OK);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_tensor_new_is_zero_and_aligned);
    suite_test(test_layouts_by_hand);
    suite_case("edges");
    suite_test(test_tensor_new_empty);
    suite_test(test_layouts_stay_inside_and_undo_each_other);
    suite_case("manners");
    suite_test(test_tensor_new_refuses);
    suite_test(test_tensor_new_without_memory);
    suite_test(test_layouts_refuse);
}

int main(void)
{
    return suite_main("tensor", fill);
}
