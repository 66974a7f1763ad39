/* Sizes only: no number of any image passes through this file. Sums and
 * products are formed in a type that holds them, then compared. */
#include "shape.h"

#include <limits.h>
#include <stdint.h>

#include "check.h"

/* The letters of one axis, as the operators' arguments are called. */
typedef struct axis_letters {
    const char *n, *k, *s, *before, *after, *d, *extra;
} axis_letters;

static const axis_letters letters[] = {
    [REF_AXIS_D] = {"d", "kd", "sd", "pf", "pk", "dd", "ad"},
    [REF_AXIS_H] = {"h", "kh", "sh", "pt", "pb", "dh", "ah"},
    [REF_AXIS_W] = {"w", "kw", "sw", "pl", "pr", "dw", "aw"},
};

/* What a kernel with its dilation spans; it fits in 62 bits. */
static long long extent_of(const ref_axis *a)
{
    return (long long)a->d * (a->k - 1) + 1;
}

/* Each number of the axis for itself. */
static ref_status check_axis(const ref_axis *a, const int *out)
{
    const axis_letters *name;

    if (!a || !out)
        return ref_fail(REF_ENULL, "argument '%s' is NULL", a ? "out" : "a");
    if ((int)a->name < REF_AXIS_D || (int)a->name > REF_AXIS_W)
        return ref_fail(REF_EPARAM,
                        "argument 'name' is %d; it must be REF_AXIS_D, "
                        "REF_AXIS_H or REF_AXIS_W",
                        (int)a->name);
    name = &letters[a->name];
    REF_TRY(ref_check_least(name->n, a->n, 1, REF_ESIZE));
    REF_TRY(ref_check_least(name->k, a->k, 1, REF_ESIZE));
    REF_TRY(ref_check_least(name->s, a->s, 1, REF_EPARAM));
    REF_TRY(ref_check_least(name->before, a->before, 0, REF_EPARAM));
    REF_TRY(ref_check_least(name->after, a->after, 0, REF_EPARAM));
    return ref_check_least(name->d, a->d, 1, REF_EPARAM);
}

/* The positions of a window on the padded axis, which an int counts. The last
 * one may hang over its end by at most beyond. */
static ref_status slide(const ref_axis *a, int beyond, int *out)
{
    const axis_letters *name = &letters[a->name];
    const long long padded = (long long)a->n + a->before + a->after;
    const long long extent = extent_of(a);

    if (padded > INT_MAX)
        return ref_fail(REF_EOVERFLOW,
                        "arguments '%s', '%s', '%s' are %d, %d, %d: the padded "
                        "size %lld must not exceed %d",
                        name->n, name->before, name->after, a->n, a->before,
                        a->after, padded, INT_MAX);
    if (extent > INT_MAX || extent > padded + beyond)
        return ref_fail(REF_ESIZE,
                        "argument '%s' is %d: with '%s' %d the kernel spans "
                        "%lld; it must fit in the padded size %lld",
                        name->k, a->k, name->d, a->d, extent, padded);
    *out = (int)((padded - extent + beyond) / a->s) + 1;
    return REF_OK;
}

ref_status ref_output_size(const ref_axis *a, int *out)
{
    REF_TRY(check_axis(a, out));
    return slide(a, 0, out);
}

static ref_status check_half(const char *name, int padding, const ref_axis *a)
{
    if (padding <= extent_of(a) / 2)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument '%s' is %d; it must be at most half of the %lld "
                    "that the window spans",
                    name, padding, extent_of(a));
}

ref_status ref_pool_output_size(const ref_axis *a, int ceil_mode, int *out)
{
    REF_TRY(check_axis(a, out));
    REF_TRY(check_half(letters[a->name].before, a->before, a));
    REF_TRY(check_half(letters[a->name].after, a->after, a));
    REF_TRY(slide(a, ceil_mode ? a->s - 1 : 0, out));
    if (ceil_mode &&
        (long long)(*out - 1) * a->s >= (long long)a->n + a->before)
        (*out)--;
    return REF_OK;
}

ref_status ref_transposed_size(const ref_axis *a, int extra, int *out)
{
    const axis_letters *name;
    long long whole, size;

    REF_TRY(check_axis(a, out));
    name = &letters[a->name];
    REF_TRY(ref_check_least(name->extra, extra, 0, REF_EPARAM));
    if (extra >= a->s && extra >= a->d)
        return ref_fail(REF_EPARAM,
                        "argument '%s' is %d; it must be less than '%s' %d or "
                        "than '%s' %d",
                        name->extra, extra, name->s, a->s, name->d, a->d);
    /* each product fits in 62 bits, so their sum in 64 */
    whole = (long long)(a->n - 1) * a->s + extent_of(a) + extra;
    size = whole - a->before - a->after;
    if (whole > INT_MAX)
        return ref_fail(REF_EOVERFLOW,
                        "argument '%s' is %d: with the stride, kernel and "
                        "dilation given, the output has a size of %lld before "
                        "padding is cut off; it must not exceed %d",
                        name->n, a->n, whole, INT_MAX);
    if (size < 1)
        return ref_fail(REF_ESIZE,
                        "arguments '%s' and '%s' are %d and %d: together they "
                        "must cut off less than the size %lld",
                        name->before, name->after, a->before, a->after, whole);
    *out = (int)size;
    return REF_OK;
}

ref_status ref_same_padding(int k, int d, int *before, int *after)
{
    long long total = (long long)d * ((long long)k - 1);

    REF_TRY(ref_check_least("k", k, 1, REF_ESIZE));
    REF_TRY(ref_check_least("d", d, 1, REF_EPARAM));
    REF_TRY(ref_check_pointer("before", before));
    REF_TRY(ref_check_pointer("after", after));
    if (total > INT_MAX)
        return ref_fail(REF_EOVERFLOW,
                        "arguments 'k' and 'd' are %d and %d: the padding %lld "
                        "must not exceed %d",
                        k, d, total, INT_MAX);
    *before = (int)(total / 2);
    *after = (int)(total - total / 2);
    return REF_OK;
}

ref_status ref_size_product(size_t a, size_t b, size_t *product)
{
    if (!product)
        return ref_fail(REF_ENULL, "argument 'product' is NULL");
    if (b != 0 && a > SIZE_MAX / b)
        return ref_fail(REF_EOVERFLOW,
                        "arguments 'a' and 'b' are %zu and %zu; their product "
                        "must not exceed %zu",
                        a, b, SIZE_MAX);
    *product = a * b;
    return REF_OK;
}

/* A size of 0 must not hide an absurd one beside it: it is left out of the
 * product until that was seen to fit. */
ref_status ref_element_count(const char *what, const int *dims, int rank,
                             size_t element_bytes, size_t *count)
{
    size_t product = 1, limit;
    int empty = 0;

    if (!what || !dims || !count)
        return ref_fail(REF_ENULL, "argument '%s' is NULL",
                        !what   ? "what"
                        : !dims ? "dims"
                                : "count");
    if (rank < 1 || element_bytes < 1)
        return ref_fail(REF_EPARAM, "argument '%s' is less than 1",
                        rank < 1 ? "rank" : "element_bytes");
    for (int r = 0; r < rank; r++)
        if (dims[r] < 0)
            return ref_fail(REF_ESIZE,
                            "size %d of '%s' is %d; it must be at least 0", r,
                            what, dims[r]);
    limit = (size_t)PTRDIFF_MAX / element_bytes;
    for (int r = 0; r < rank; r++) {
        empty |= dims[r] == 0;
        if (dims[r] != 0 && product > limit / (size_t)dims[r])
            return ref_fail(REF_EOVERFLOW,
                            "argument '%s' would have more than %zu elements, "
                            "the most that memory can address",
                            what, limit);
        product *= dims[r] == 0 ? 1 : (size_t)dims[r];
    }
    *count = empty ? 0 : product;
    return REF_OK;
}
