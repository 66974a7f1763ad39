/* Checks of arrays without axes: their sizes, then as operands. */
#include "flat.h"

#include <stdint.h>

static ref_status check_count(const char *name, size_t count)
{
    const size_t most = (size_t)PTRDIFF_MAX / sizeof(float);

    if (count <= most)
        return REF_OK;
    return ref_fail(REF_EOVERFLOW,
                    "argument '%s' would have %zu elements; it must have at "
                    "most %zu, what memory can address",
                    name, count, most);
}

ref_status ref_check_flat(const float *x, size_t x_count, const float *y,
                          size_t y_count, ref_role y_role)
{
    ref_status status = check_count("x", x_count);

    if (status == REF_OK)
        status = check_count("y", y_count);
    if (status == REF_OK)
        status = ref_check_operands(
            (const ref_operand[]){
                ref_operand_flat("x", x, REF_IN, x_count, sizeof *x),
                ref_operand_flat("y", y, y_role, y_count, sizeof *y),
            },
            2);
    return status;
}
