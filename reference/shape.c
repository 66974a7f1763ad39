/* Sizes only: no number of any image passes through this file. Sums and
 * products are formed in a type that holds them, then compared. */
#include "shape.h"

#include <limits.h>
#include <stdint.h>

#include "check.h"

/* The letters of one axis, as the operators' arguments are called. */
typedef struct axis_letters {
    const char *n, *k, *s, *before, *after, *d;
} axis_letters;

static const axis_letters letters[] = {
    [REF_AXIS_H] = {"h", "kh", "sh", "pt", "pb", "dh"},
    [REF_AXIS_W] = {"w", "kw", "sw", "pl", "pr", "dw"},
};

static ref_status check_axis(const ref_axis *a, const axis_letters *name)
{
    ref_status status = ref_check_least(name->n, a->n, 1, REF_ESIZE);

    if (status == REF_OK)
        status = ref_check_least(name->k, a->k, 1, REF_ESIZE);
    if (status == REF_OK)
        status = ref_check_least(name->s, a->s, 1, REF_EPARAM);
    if (status == REF_OK)
        status = ref_check_least(name->before, a->before, 0, REF_EPARAM);
    if (status == REF_OK)
        status = ref_check_least(name->after, a->after, 0, REF_EPARAM);
    if (status == REF_OK)
        status = ref_check_least(name->d, a->d, 1, REF_EPARAM);
    return status;
}

ref_status ref_output_size(const ref_axis *a, int *out)
{
    const axis_letters *name;
    ref_status status;
    long long padded, extent;

    if (!a || !out)
        return ref_fail(REF_ENULL, "argument '%s' is NULL", a ? "out" : "a");
    if (a->name != REF_AXIS_H && a->name != REF_AXIS_W)
        return ref_fail(REF_EPARAM,
                        "argument 'name' is %d; it must be "
                        "REF_AXIS_H or REF_AXIS_W",
                        (int)a->name);
    name = &letters[a->name];
    status = check_axis(a, name);
    if (status != REF_OK)
        return status;
    /* each summand fits in 32 bits, each product in 62 */
    padded = (long long)a->n + a->before + a->after;
    extent = (long long)a->d * (a->k - 1) + 1;
    if (padded > INT_MAX)
        return ref_fail(REF_EOVERFLOW,
                        "arguments '%s', '%s', '%s' are %d, %d, %d: the padded "
                        "size %lld must not exceed %d",
                        name->n, name->before, name->after, a->n, a->before,
                        a->after, padded, INT_MAX);
    if (extent > padded)
        return ref_fail(REF_ESIZE,
                        "argument '%s' is %d: with '%s' %d the kernel spans "
                        "%lld; it must fit in the padded size %lld",
                        name->k, a->k, name->d, a->d, extent, padded);
    *out = (int)((padded - extent) / a->s) + 1;
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

/* The product of the sizes that are not 0, at most limit; 0 if it is more. */
static size_t limited_product(const int *dims, int rank, size_t limit)
{
    size_t product = 1;

    for (int r = 0; r < rank; r++) {
        size_t dim = (size_t)dims[r];

        if (dim != 0 && product > limit / dim)
            return 0;
        if (dim != 0)
            product *= dim;
    }
    return product;
}

ref_status ref_element_count(const char *what, const int *dims, int rank,
                             size_t element_bytes, size_t *count)
{
    size_t product, limit;
    int empty = 0;

    if (!what || !dims || !count)
        return ref_fail(REF_ENULL, "argument '%s' is NULL",
                        !what   ? "what"
                        : !dims ? "dims"
                                : "count");
    if (rank < 1 || element_bytes < 1)
        return ref_fail(REF_EPARAM, "argument '%s' is less than 1",
                        rank < 1 ? "rank" : "element_bytes");
    for (int r = 0; r < rank; r++) {
        if (dims[r] < 0)
            return ref_fail(REF_ESIZE,
                            "size %d of '%s' is %d; it must be at least 0", r,
                            what, dims[r]);
        if (dims[r] == 0)
            empty = 1;
    }
    /* A size of 0 must not hide an absurd one beside it. */
    limit = (size_t)PTRDIFF_MAX / element_bytes;
    product = limited_product(dims, rank, limit);
    if (product == 0)
        return ref_fail(REF_EOVERFLOW,
                        "argument '%s' would have more than %zu elements, the "
                        "most that memory can address",
                        what, limit);
    *count = empty ? 0 : product;
    return REF_OK;
}
