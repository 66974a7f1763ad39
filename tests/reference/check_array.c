/* Tests of reference/io/array.c. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/io/array.h"
#include "tests/support/guarded.h"
#include "tests/support/suite.h"

START_TEST(test_array_types)
{
    static const char *const names[] = {"float32", "float64", "int32", "int64",
                                        "uint8"};
    static const size_t bytes[] = {4, 8, 4, 8, 1};

    ck_assert_int_eq(REF_DTYPE_COUNT, 5);
    for (int d = 0; d < REF_DTYPE_COUNT; d++) {
        ck_assert_str_eq(ref_dtype_name((ref_dtype)d), names[d]);
        ck_assert_uint_eq(ref_dtype_bytes((ref_dtype)d), bytes[d]);
    }
    ck_assert_str_eq(ref_dtype_name((ref_dtype)5), "unknown type");
    ck_assert_str_eq(ref_dtype_name((ref_dtype)-1), "unknown type");
    ck_assert_uint_eq(ref_dtype_bytes((ref_dtype)5), 0);
    ck_assert_uint_eq(ref_dtype_bytes((ref_dtype)INT_MIN), 0);
}
END_TEST

START_TEST(test_array_new_is_zero_and_aligned)
{
    const int dims[] = {2, 3, 5};
    ref_array a;
    size_t count = 0;

    for (int d = 0; d < REF_DTYPE_COUNT; d++) {
        ck_assert_int_eq(ref_array_new((ref_dtype)d, 3, dims, &a), REF_OK);
        ck_assert_uint_eq((uintptr_t)a.data % 64, 0);
        ck_assert_int_eq((int)a.dtype, d);
        ck_assert_int_eq(a.rank, 3);
        ck_assert(memcmp(a.dims, dims, sizeof dims) == 0);
        ck_assert_int_eq(ref_array_count(&a, &count), REF_OK);
        ck_assert_uint_eq(count, 30);
        for (size_t at = 0; at < 30 * ref_dtype_bytes(a.dtype); at++)
            ck_assert_int_eq(((unsigned char *)a.data)[at], 0);
        ref_array_free(&a);
        ck_assert_ptr_null(a.data);
        ck_assert_int_eq(a.rank, 0);
        ref_array_free(&a);
    }
    ref_array_free(NULL);
}
END_TEST

/* No axis: one element. An axis of none: no element, but an address. */
START_TEST(test_array_single_and_empty)
{
    ref_array a;
    size_t count = 77;

    ck_assert_int_eq(ref_array_new(REF_FLOAT64, 0, NULL, &a), REF_OK);
    ck_assert_int_eq(ref_array_count(&a, &count), REF_OK);
    ck_assert_uint_eq(count, 1);
    ref_array_free(&a);
    ck_assert_int_eq(ref_array_new(REF_INT32, 2, (int[]){3, 0}, &a), REF_OK);
    ck_assert_int_eq(ref_array_count(&a, &count), REF_OK);
    ck_assert_uint_eq(count, 0);
    ck_assert_ptr_nonnull(a.data);
    ref_array_free(&a);
}
END_TEST

START_TEST(test_array_new_refuses)
{
    int dims[33] = {1, -1};
    ref_array a = {.rank = -77};

    ck_assert_int_eq(ref_array_new(REF_UINT8, 1, dims, NULL), REF_ENULL);
    ck_assert_int_eq(ref_array_new(REF_UINT8, 1, NULL, &a), REF_ENULL);
    ck_assert_int_eq(ref_array_new((ref_dtype)5, 1, dims, &a), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'dtype' is 5"));
    ck_assert_int_eq(ref_array_new(REF_UINT8, 33, dims, &a), REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'rank' is 33"));
    ck_assert_int_eq(ref_array_new(REF_UINT8, -1, dims, &a), REF_EPARAM);
    ck_assert_int_eq(ref_array_new(REF_UINT8, 2, dims, &a), REF_ESIZE);
    for (int r = 0; r < 32; r++)
        dims[r] = INT_MAX;
    ck_assert_int_eq(ref_array_new(REF_UINT8, 32, dims, &a), REF_EOVERFLOW);
    dims[0] = 0;
    ck_assert_int_eq(ref_array_new(REF_UINT8, 32, dims, &a), REF_EOVERFLOW);
    ck_assert_int_eq(a.rank, -77);
}
END_TEST

/* Views of these are what the copies below are tested on. */
static float floats[] = {1.5f, -0.0f, NAN, -INFINITY, FLT_MIN / 2};
static int32_t ints[] = {INT32_MIN, -1, 16777217, 16777219, INT32_MAX};
static int64_t longs[] = {INT64_MIN, -1, ((int64_t)1 << 53) + 1,
                          ((int64_t)1 << 40) + 65536, INT64_MAX};
static uint8_t bytes[] = {0, 1, 127, 128, 255};

static ref_array view(ref_dtype dtype, int n, void *data)
{
    return (ref_array){.dtype = dtype, .rank = 1, .dims = {n}, .data = data};
}

/* Copies as float to an array that ends at a forbidden page. */
static void becomes(ref_array a, const float *expected)
{
    size_t size = (size_t)a.dims[0] * sizeof(float);
    float *out = guarded_new(size, GUARD_AFTER);

    ck_assert_int_eq(ref_array_to_float(&a, out), REF_OK);
    for (int at = 0; at < a.dims[0]; at++)
        if (isnan(expected[at]))
            ck_assert_float_nan(out[at]);
        else
            ck_assert_msg(out[at] == expected[at] &&
                              !signbit(out[at]) == !signbit(expected[at]),
                          "%s, element %d: %a, not %a", ref_dtype_name(a.dtype),
                          at, (double)out[at], (double)expected[at]);
    guarded_free(out, size);
}

/* Expected: what numpy.array(...).astype('float32') gives. */
START_TEST(test_array_to_float)
{
    becomes(view(REF_FLOAT32, 5, floats), floats);
    becomes(view(REF_INT32, 5, ints),
            (float[]){-0x1p31f, -1, 0x1p24f, 16777220, 0x1p31f});
    becomes(view(REF_INT64, 5, longs),
            (float[]){-0x1p63f, -1, 0x1p53f, 0x1p40f, 0x1p63f});
    becomes(view(REF_UINT8, 5, bytes), (float[]){0, 1, 127, 128, 255});
}
END_TEST

/* The ends of the range, and the halves at them. */
START_TEST(test_array_to_float_from_double)
{
    double limit = 0x1p128 - 0x1p103;
    double doubles[] = {
        0.1,       nextafter(limit, 0), limit,    -limit, DBL_MAX,     NAN,
        -INFINITY, 0x1p-149 * 1.5,      0x1p-150, -0.0,   1 + 0x1p-24,
    };

    becomes(view(REF_FLOAT64, 11, doubles),
            (float[]){0.1f, FLT_MAX, INFINITY, -INFINITY, INFINITY, NAN,
                      -INFINITY, 0x1p-148f, 0, -0.0f, 1});
}
END_TEST

static void counts(ref_array a, const int64_t *expected)
{
    size_t size = (size_t)a.dims[0] * sizeof(int64_t);
    int64_t *out = guarded_new(size, GUARD_AFTER);

    ck_assert_int_eq(ref_array_to_int64(&a, out), REF_OK);
    for (int at = 0; at < a.dims[0]; at++)
        ck_assert(out[at] == expected[at]);
    guarded_free(out, size);
}

START_TEST(test_array_to_int64)
{
    counts(view(REF_INT32, 5, ints),
           (int64_t[]){INT32_MIN, -1, 16777217, 16777219, INT32_MAX});
    counts(view(REF_INT64, 5, longs), longs);
    counts(view(REF_UINT8, 5, bytes), (int64_t[]){0, 1, 127, 128, 255});
}
END_TEST

/* Would pass unseen: class numbers saved as float, silently rounded. */
START_TEST(test_array_to_int64_refuses_floats)
{
    double whole[] = {1, 2};
    int64_t out[5] = {77};
    ref_array a = view(REF_FLOAT32, 5, floats), b = view(REF_FLOAT64, 2, whole);

    ck_assert_int_eq(ref_array_to_int64(&a, out), REF_EFORMAT);
    ck_assert_str_eq(ref_status_message(),
                     "the array holds float32; it must hold integers: int32, "
                     "int64 or uint8");
    ck_assert_int_eq(ref_array_to_int64(&b, out), REF_EFORMAT);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "float64"));
    ck_assert(out[0] == 77);
}
END_TEST

START_TEST(test_array_copies_refuse)
{
    float out[5] = {77};
    int64_t whole[5] = {77};
    ref_array a = view(REF_UINT8, 5, bytes), empty = view(REF_UINT8, 0, NULL);
    ref_array shared = view(REF_UINT8, 5, (uint8_t *)out + 19);
    size_t count = 77;

    ck_assert_int_eq(ref_array_to_float(NULL, out), REF_ENULL);
    ck_assert_int_eq(ref_array_to_float(&a, NULL), REF_ENULL);
    ck_assert_int_eq(ref_array_to_int64(NULL, whole), REF_ENULL);
    ck_assert_int_eq(ref_array_to_int64(&a, NULL), REF_ENULL);
    ck_assert_int_eq(ref_array_count(NULL, &count), REF_ENULL);
    ck_assert_int_eq(ref_array_count(&a, NULL), REF_ENULL);
    ck_assert_int_eq(ref_array_to_float(&shared, out), REF_EOVERLAP);
    ck_assert_int_eq(ref_array_to_float(&empty, NULL), REF_OK);
    ck_assert_int_eq(ref_array_to_int64(&empty, NULL), REF_OK);
    a.data = NULL;
    ck_assert_int_eq(ref_array_to_float(&a, out), REF_ENULL);
    a.rank = 33;
    ck_assert_int_eq(ref_array_to_float(&a, out), REF_EPARAM);
    a.rank = 1;
    a.dims[0] = -5;
    ck_assert_int_eq(ref_array_count(&a, &count), REF_ESIZE);
    ck_assert_int_eq(ref_array_to_int64(&a, whole), REF_ESIZE);
    ck_assert(count == 77 && whole[0] == 77 && out[0] == 77.0f);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_array_types);
    suite_test(test_array_new_is_zero_and_aligned);
    suite_test(test_array_to_float);
    suite_test(test_array_to_int64);
    suite_case("edges");
    suite_test(test_array_single_and_empty);
    suite_test(test_array_to_float_from_double);
    suite_case("manners");
    suite_test(test_array_new_refuses);
    suite_test(test_array_to_int64_refuses_floats);
    suite_test(test_array_copies_refuse);
}

int main(void)
{
    return suite_main("array", fill);
}
