/* Arrays as files hold them: any rank, one of five types. The operators take
 * float32 and int64, so an array leaves here by one of two copies. */
#include "array.h"

#include <stdlib.h>

#include "../check.h"
#include "../memory.h"
#include "../shape.h"

static const struct {
    const char *name;
    size_t bytes;
} types[] = {
    [REF_FLOAT32] = {"float32", 4}, [REF_FLOAT64] = {"float64", 8},
    [REF_INT32] = {"int32", 4},     [REF_INT64] = {"int64", 8},
    [REF_UINT8] = {"uint8", 1},
};

_Static_assert(sizeof types / sizeof types[0] == REF_DTYPE_COUNT,
               "each type has a name and a size");
_Static_assert(sizeof(float) == 4 && sizeof(double) == 8,
               "float and double are those of IEEE 754");

static int is_dtype(ref_dtype dtype)
{
    /* an enum may be signed or not: compare what an int makes of it */
    int value = (int)dtype;

    return value >= 0 && value < REF_DTYPE_COUNT;
}

const char *ref_dtype_name(ref_dtype dtype)
{
    return is_dtype(dtype) ? types[dtype].name : "unknown type";
}

size_t ref_dtype_bytes(ref_dtype dtype)
{
    return is_dtype(dtype) ? types[dtype].bytes : 0;
}

/* Checks a description, and counts the elements it stands for. */
static ref_status measure(ref_dtype dtype, int rank, const int *dims,
                          size_t *count)
{
    if (!is_dtype(dtype))
        return ref_fail(REF_EPARAM,
                        "argument 'dtype' is %d; it must be from 0 to %d",
                        (int)dtype, REF_DTYPE_COUNT - 1);
    if (rank < 0 || rank > REF_ARRAY_MAX_RANK)
        return ref_fail(REF_EPARAM,
                        "argument 'rank' is %d; it must be from 0 to %d", rank,
                        REF_ARRAY_MAX_RANK);
    if (rank == 0) {
        *count = 1;
        return REF_OK;
    }
    return ref_element_count("a", dims, rank, types[dtype].bytes, count);
}

ref_status ref_array_new(ref_dtype dtype, int rank, const int *dims,
                         ref_array *a)
{
    size_t count = 0, bytes;
    void *data;
    ref_status status = ref_check_pointer("a", a);

    if (status == REF_OK)
        status = measure(dtype, rank, dims, &count);
    if (status != REF_OK)
        return status;
    bytes = count * types[dtype].bytes;
    data = ref_memory_zeros(bytes);
    if (!data)
        return ref_fail(REF_ENOMEM,
                        "an array of %zu elements of %s needs %zu bytes; the "
                        "system has none to give",
                        count, types[dtype].name, bytes);
    *a = (ref_array){.dtype = dtype, .rank = rank, .data = data};
    for (int r = 0; r < rank; r++)
        a->dims[r] = dims[r];
    return REF_OK;
}

void ref_array_free(ref_array *a)
{
    if (!a)
        return;
    free(a->data);
    *a = (ref_array){0};
}

ref_status ref_array_count(const ref_array *a, size_t *count)
{
    ref_status status = ref_check_pointer("a", a);

    if (status == REF_OK)
        status = ref_check_pointer("count", count);
    if (status == REF_OK)
        status = measure(a->dtype, a->rank, a->dims, count);
    return status;
}

/* Checks a copy of a, from_bytes of memory, to out, to_bytes of it. Pointers
 * to different arrays may not be compared with <; the numbers they convert to
 * may. */
static ref_status check_copy(const ref_array *a, size_t from_bytes,
                             const void *out, size_t to_bytes)
{
    uintptr_t from = (uintptr_t)a->data, to = (uintptr_t)out;
    ref_status status = ref_check_pointer("a->data", a->data);

    if (status == REF_OK)
        status = ref_check_pointer("out", out);
    if (status != REF_OK)
        return status;
    if (to >= from ? to - from < from_bytes : from - to < to_bytes)
        return ref_fail(REF_EOVERLAP,
                        "argument 'out' overlaps argument 'a'; it must have "
                        "memory of its own");
    return REF_OK;
}

/* Counts the elements and checks that they may be copied to out; an array of
 * none may be NULL on either side. */
static ref_status begin_copy(const ref_array *a, const void *out,
                             size_t out_bytes, size_t *count)
{
    size_t to_bytes;
    ref_status status = ref_array_count(a, count);

    if (status == REF_OK)
        status = ref_size_product(*count, out_bytes, &to_bytes);
    if (status == REF_OK && *count > 0)
        status =
            check_copy(a, *count * ref_dtype_bytes(a->dtype), out, to_bytes);
    return status;
}

/* Element at as a float. Annex F of C makes each conversion one rounding to
 * nearest, and what is beyond the range an infinity. */
static float float_at(const ref_array *a, size_t at)
{
    switch (a->dtype) {
    case REF_FLOAT32:
        return ((const float *)a->data)[at];
    case REF_FLOAT64:
        return (float)((const double *)a->data)[at];
    case REF_INT32:
        return (float)((const int32_t *)a->data)[at];
    case REF_INT64:
        return (float)((const int64_t *)a->data)[at];
    default:
        return ((const uint8_t *)a->data)[at];
    }
}

ref_status ref_array_to_float(const ref_array *a, float *out)
{
    size_t count = 0;
    ref_status status = begin_copy(a, out, sizeof *out, &count);

    if (status != REF_OK)
        return status;
    for (size_t at = 0; at < count; at++)
        out[at] = float_at(a, at);
    return REF_OK;
}

static int64_t integer_at(const ref_array *a, size_t at)
{
    switch (a->dtype) {
    case REF_INT32:
        return ((const int32_t *)a->data)[at];
    case REF_INT64:
        return ((const int64_t *)a->data)[at];
    default:
        return ((const uint8_t *)a->data)[at];
    }
}

ref_status ref_array_to_int64(const ref_array *a, int64_t *out)
{
    size_t count = 0;
    ref_status status = begin_copy(a, out, sizeof *out, &count);

    if (status != REF_OK)
        return status;
    if (a->dtype == REF_FLOAT32 || a->dtype == REF_FLOAT64)
        return ref_fail(REF_EFORMAT,
                        "the array holds %s; it must hold integers: int32, "
                        "int64 or uint8",
                        ref_dtype_name(a->dtype));
    for (size_t at = 0; at < count; at++)
        out[at] = integer_at(a, at);
    return REF_OK;
}
