/* How much memory an array takes, and whether two of them share any. */
#include "span.h"

#include <stdint.h>

#include "check.h"
#include "shape.h"

ref_status ref_check_array(const char *name, const void *data,
                           const int dims[4], size_t element_bytes,
                           ref_span *span)
{
    size_t count;
    ref_status status = ref_element_count(name, dims, 4, element_bytes, &count);

    if (status == REF_OK && count > 0)
        status = ref_check_pointer(name, data);
    if (status != REF_OK)
        return status;
    *span = (ref_span){name, data, count * element_bytes};
    return REF_OK;
}

ref_status ref_check_apart(ref_span output, ref_span other)
{
    /* Pointers to different arrays may not be compared with <; the numbers
     * they convert to may. An empty array overlaps nothing. */
    uintptr_t a = (uintptr_t)output.data, b = (uintptr_t)other.data;

    if (output.bytes == 0 || other.bytes == 0)
        return REF_OK;
    if (a >= b ? a - b >= other.bytes : b - a >= output.bytes)
        return REF_OK;
    return ref_fail(REF_EOVERLAP,
                    "argument '%s' overlaps argument '%s'; it must have memory "
                    "of its own",
                    output.name, other.name);
}
