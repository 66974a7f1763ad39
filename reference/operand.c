/* How much memory each array of a call takes, and whether two of them share
 * any. Sizes first, pointers after: a call with an absurd size and a NULL
 * pointer hears of the size. */
#include "operand.h"

#include <stdbool.h>
#include <stdint.h>

#include "check.h"
#include "shape.h"

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

static bool may_be_null(const ref_operand *o)
{
    return o->role == REF_IN_OPTIONAL || o->role == REF_OUT_OPTIONAL;
}

/* The memory of an operand whose sizes were seen to fit. */
static size_t bytes_of(const ref_operand *o)
{
    size_t bytes = o->data ? o->element_bytes : 0;

    for (int r = 0; r < o->rank; r++)
        bytes *= (size_t)o->dims[r];
    return bytes;
}

static ref_status check_size(const ref_operand *o)
{
    size_t count;

    return ref_element_count(o->name, o->dims, o->rank, o->element_bytes,
                             &count);
}

static bool is_empty(const ref_operand *o)
{
    for (int r = 0; r < o->rank; r++)
        if (o->dims[r] == 0)
            return true;
    return false;
}

/* Whether two arrays share a byte. Pointers to different arrays may not be
 * compared with <; the numbers they convert to may. */
static bool overlap(const ref_operand *one, const ref_operand *other)
{
    uintptr_t a = (uintptr_t)one->data, b = (uintptr_t)other->data;
    size_t a_bytes = bytes_of(one), b_bytes = bytes_of(other);

    if (a_bytes == 0 || b_bytes == 0)
        return false;
    return a >= b ? a - b < b_bytes : b - a < a_bytes;
}

static ref_status check_apart(const ref_operand *output,
                              const ref_operand *other)
{
    if (!overlap(output, other))
        return REF_OK;
    if (output->role == REF_OUT_IN_PLACE && !is_output(other) &&
        output->data == other->data && bytes_of(output) == bytes_of(other))
        return REF_OK;
    return ref_fail(REF_EOVERLAP,
                    "argument '%s' overlaps argument '%s'; it must have memory "
                    "of its own",
                    output->name, other->name);
}

ref_status ref_check_operands(const ref_operand *list, int count)
{
    ref_status status = REF_OK;

    for (int i = 0; i < count && status == REF_OK; i++)
        status = check_size(&list[i]);
    for (int i = 0; i < count && status == REF_OK; i++)
        if (!may_be_null(&list[i]) && !is_empty(&list[i]))
            status = ref_check_pointer(list[i].name, list[i].data);
    for (int i = 0; i < count && status == REF_OK; i++)
        for (int j = 0; j < count && status == REF_OK; j++)
            if (i != j && is_output(&list[i]))
                status = check_apart(&list[i], &list[j]);
    return status;
}
