/* Small arrays as text. */
#include "npy_file.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reference/io/npy.h"
#include "scratch.h"

/* Reads a shape; returns its rank. */
static int read_shape(const char *shape, int dims[REF_ARRAY_MAX_RANK])
{
    int rank = 0;

    while (*shape) {
        char *end;

        dims[rank++] = (int)strtol(shape, &end, 10);
        ck_assert_msg(end != shape, "no shape: %s", shape);
        shape = *end == ',' ? end + 1 : end;
    }
    return rank;
}

/* Makes an array of a shape, as a caller of the library would. */
static ref_array make(ref_dtype dtype, const char *shape, size_t *count)
{
    int dims[REF_ARRAY_MAX_RANK], rank = read_shape(shape, dims);
    ref_array a;

    ck_assert_int_eq(ref_array_new(dtype, rank, dims, &a), REF_OK);
    ck_assert_int_eq(ref_array_count(&a, count), REF_OK);
    return a;
}

/* The array that a shape and numbers say. */
static ref_array parse(ref_dtype dtype, const char *shape, const char *numbers)
{
    size_t count;
    ref_array a = make(dtype, shape, &count);

    for (size_t i = 0; i < count; i++) {
        char *end;

        if (dtype == REF_FLOAT32)
            ((float *)a.data)[i] = strtof(numbers, &end);
        else
            ((int64_t *)a.data)[i] = strtoll(numbers, &end, 10);
        ck_assert_msg(end != numbers, "too few numbers for %s", shape);
        numbers = end;
    }
    ck_assert_msg(numbers[strspn(numbers, " ")] == '\0', "too many numbers: %s",
                  numbers);
    return a;
}

static void put(ref_dtype dtype, const char *name, const char *shape,
                const char *numbers)
{
    ref_array a = parse(dtype, shape, numbers);

    ck_assert_int_eq(ref_npy_write(scratch_path(name), &a), REF_OK);
    ref_array_free(&a);
}

void npy_put(const char *name, const char *shape, const char *numbers)
{
    put(REF_FLOAT32, name, shape, numbers);
}

void npy_put_integers(const char *name, const char *shape, const char *numbers)
{
    put(REF_INT64, name, shape, numbers);
}

/* Whether element i is the same in both. */
static int same(const ref_array *a, const ref_array *b, size_t i)
{
    const float *x = a->data, *y = b->data;
    const int64_t *m = a->data, *n = b->data;

    if (a->dtype == REF_INT64)
        return m[i] == n[i];
    if (isnan(x[i]) || isnan(y[i]))
        return isnan(x[i]) && isnan(y[i]);
    return x[i] == y[i] && signbit(x[i]) == signbit(y[i]);
}

static void holds(ref_dtype dtype, const char *name, const char *shape,
                  const char *numbers)
{
    ref_array want = parse(dtype, shape, numbers), got;
    size_t count;

    ck_assert_msg(ref_npy_read(scratch_path(name), &got) == REF_OK, "%s",
                  ref_status_message());
    ck_assert_int_eq(got.dtype, want.dtype);
    ck_assert_int_eq(got.rank, want.rank);
    for (int r = 0; r < want.rank; r++)
        ck_assert_int_eq(got.dims[r], want.dims[r]);
    ck_assert_int_eq(ref_array_count(&want, &count), REF_OK);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(same(&got, &want, i), "%s: element %zu is %g", name, i,
                      dtype == REF_FLOAT32 ? (double)((float *)got.data)[i]
                                           : (double)((int64_t *)got.data)[i]);
    ref_array_free(&got);
    ref_array_free(&want);
}

void npy_holds(const char *name, const char *shape, const char *numbers)
{
    holds(REF_FLOAT32, name, shape, numbers);
}

void npy_holds_integers(const char *name, const char *shape,
                        const char *numbers)
{
    holds(REF_INT64, name, shape, numbers);
}

int npy_exists(const char *name)
{
    return access(scratch_path(name), F_OK) == 0;
}
