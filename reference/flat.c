/* Checks of arrays without axes. The sizes of an operand are ints; here a
 * whole array is one element, of as many bytes as it has. */
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

/* An array of nothing is no element of a size that does not matter. */
static ref_operand whole(const char *name, const float *data, ref_role role,
                         size_t count)
{
    return (ref_operand){
        name, data, role, count ? count * sizeof *data : 1, 1, {count != 0}};
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
                whole("x", x, REF_IN, x_count),
                whole("y", y, y_role, y_count),
            },
            2);
    return status;
}
