/* Checks that several operators share: each is one rule and its sentence. Then
 * how much memory each array of a call takes, and whether two of them share
 * any. Sizes first, pointers after: a call with an absurd size and a NULL
 * pointer hears of the size. */
#include "check.h"

#include <stdbool.h>
#include <stdint.h>

#include "shape.h"

ref_status ref_check_least(const char *name, int value, int least,
                           ref_status status)
{
    if (value >= least)
        return REF_OK;
    return ref_fail(status, "argument '%s' is %d; it must be at least %d", name,
                    value, least);
}

ref_status ref_check_batch(int n, int c)
{
    REF_TRY(ref_check_least("n", n, 0, REF_ESIZE));
    return ref_check_least("c", c, 1, REF_ESIZE);
}

ref_status ref_check_images(int n, int c, int h, int w)
{
    REF_TRY(ref_check_batch(n, c));
    REF_TRY(ref_check_least("h", h, 1, REF_ESIZE));
    return ref_check_least("w", w, 1, REF_ESIZE);
}

ref_status ref_check_choice(const char *name, int value, int count,
                            const char *type)
{
    if (value >= 0 && value < count)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument '%s' is %d; it must be one of the %d values of "
                    "%s",
                    name, value, count, type);
}

ref_status ref_check_pointer(const char *name, const void *pointer)
{
    if (pointer)
        return REF_OK;
    return ref_fail(REF_ENULL, "argument '%s' is NULL; it must point to memory",
                    name);
}

ref_operand ref_operand_flat(const char *name, const void *data, ref_role role,
                             size_t count, size_t element_bytes)
{
    /* of an empty array the size of an element does not matter, but is one */
    return (ref_operand){
        name, data, role, count ? count * element_bytes : 1, 1, {count != 0}};
}

static bool is_output(const ref_operand *o)
{
    return o->role >= REF_OUT;
}

/* The memory of an operand whose sizes were seen to fit. */
static size_t bytes_of(const ref_operand *o)
{
    size_t bytes = o->element_bytes;

    for (int r = 0; r < o->rank; r++)
        bytes *= (size_t)o->dims[r];
    return bytes;
}

/* Whether two arrays share no byte. Pointers to different arrays may not be
 * compared with <; the numbers they convert to may. */
static ref_status check_apart(const ref_operand *output,
                              const ref_operand *other)
{
    uintptr_t a = (uintptr_t)output->data, b = (uintptr_t)other->data;
    size_t a_bytes = bytes_of(output), b_bytes = bytes_of(other);
    bool in_place = output->role == REF_OUT_IN_PLACE && !is_output(other) &&
                    a == b && a_bytes == b_bytes;

    if (in_place || !output->data || !other->data || a_bytes == 0 ||
        b_bytes == 0 || (a >= b ? a - b >= b_bytes : b - a >= a_bytes))
        return REF_OK;
    return ref_fail(REF_EOVERLAP,
                    "argument '%s' overlaps argument '%s'; it must have memory "
                    "of its own",
                    output->name, other->name);
}

ref_status ref_check_operands(const ref_operand *list, int count)
{
    size_t elements;

    for (const ref_operand *o = list; o < list + count; o++)
        REF_TRY(ref_element_count(o->name, o->dims, o->rank, o->element_bytes,
                                  &elements));
    for (const ref_operand *o = list; o < list + count; o++)
        if (o->role != REF_IN_OPTIONAL && o->role != REF_OUT_OPTIONAL &&
            bytes_of(o) != 0)
            REF_TRY(ref_check_pointer(o->name, o->data));
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++)
            if (i != j && is_output(&list[i]))
                REF_TRY(check_apart(&list[i], &list[j]));
    return REF_OK;
}

ref_status ref_check_flat(const float *x, size_t x_count, const float *y,
                          size_t y_count, ref_role y_role)
{
    const size_t most = (size_t)PTRDIFF_MAX / sizeof(float);

    if (x_count > most || y_count > most)
        return ref_fail(REF_EOVERFLOW,
                        "argument '%s' would have %zu elements; it must have "
                        "at most %zu, what memory can address",
                        x_count > most ? "x" : "y",
                        x_count > most ? x_count : y_count, most);
    return REF_CHECK_OPERANDS(
        ref_operand_flat("x", x, REF_IN, x_count, sizeof *x),
        ref_operand_flat("y", y, y_role, y_count, sizeof *y));
}
