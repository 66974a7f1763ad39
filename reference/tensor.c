/* Tensors in memory, and the two orders of their elements. */
#include "tensor.h"

#include <stddef.h>
#include <stdlib.h>

#include "check.h"
#include "memory.h"
#include "shape.h"

ref_status ref_tensor_new(int n, int c, int h, int w, ref_tensor *t)
{
    size_t count;
    float *data;

    REF_TRY(ref_check_pointer("t", t));
    REF_TRY(
        ref_element_count("t", (int[]){n, c, h, w}, 4, sizeof(float), &count));
    data = ref_memory_zeros(count * sizeof *data);
    if (!data)
        return ref_fail(REF_ENOMEM,
                        "a tensor of %d x %d x %d x %d needs %zu bytes; the "
                        "system has none to give",
                        n, c, h, w, count * sizeof *data);
    *t = (ref_tensor){data, n, c, h, w};
    return REF_OK;
}

void ref_tensor_free(ref_tensor *t)
{
    if (!t)
        return;
    free(t->data);
    *t = (ref_tensor){0};
}

/* Both orders are batches of matrices, and one is the other transposed:
 * rows x columns becomes columns x rows. */
static void transpose(const float *x, int n, ptrdiff_t rows, ptrdiff_t columns,
                      float *y)
{
    for (int b = 0; b < n; b++, x += rows * columns, y += rows * columns)
        for (ptrdiff_t i = 0; i < rows; i++)
            for (ptrdiff_t j = 0; j < columns; j++)
                y[j * rows + i] = x[i * columns + j];
}

static ref_status check_layout(const float *x, int n, int c, int h, int w,
                               const float *y)
{
    REF_TRY(ref_check_images(n, c, h, w));
    return REF_CHECK_OPERANDS(REF_ARRAY("x", x, REF_IN, n, c, h, w),
                              REF_ARRAY("y", y, REF_OUT, n, c, h, w));
}

ref_status ref_nchw_to_nhwc(const float *x, int n, int c, int h, int w,
                            float *y)
{
    REF_TRY(check_layout(x, n, c, h, w, y));
    transpose(x, n, c, (ptrdiff_t)h * w, y);
    return REF_OK;
}

ref_status ref_nhwc_to_nchw(const float *x, int n, int h, int w, int c,
                            float *y)
{
    REF_TRY(check_layout(x, n, c, h, w, y));
    transpose(x, n, (ptrdiff_t)h * w, c, y);
    return REF_OK;
}
