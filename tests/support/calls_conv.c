/* Convolutions and what is made of them, as calls of integers. */
#include "calls.h"

#include <limits.h>

static ref_conv1d_params params1(const int *v)
{
    return (ref_conv1d_params){
        v[0], v[1], v[2], (ref_pad_mode)v[3], v[4], v[5], REF_CONV_DIRECT, 0};
}

static ref_conv2d_params params2(const int *v)
{
    return (ref_conv2d_params){v[0],
                               v[1],
                               v[2],
                               v[3],
                               v[4],
                               v[5],
                               (ref_pad_mode)v[6],
                               v[7],
                               v[8],
                               v[9],
                               REF_CONV_DIRECT,
                               0};
}

static ref_conv3d_params params3(const int *v)
{
    return (ref_conv3d_params){v[0],  v[1],  v[2],  v[3],  v[4],
                               v[5],  v[6],  v[7],  v[8],  (ref_pad_mode)v[9],
                               v[10], v[11], v[12], v[13], REF_CONV_DIRECT,
                               0};
}

static ref_status conv1d(const int *v, const call_arrays *a)
{
    const ref_conv1d_params p = params1(v + 5);

    return ref_conv1d(a->x, v[0], v[1], v[2], a->weight, v[3], v[4], a->bias,
                      &p, a->y);
}

static ref_status conv2d(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = params2(v + 7);

    return ref_conv2d(a->x, v[0], v[1], v[2], v[3], a->weight, v[4], v[5], v[6],
                      a->bias, &p, a->y);
}

static ref_status conv3d(const int *v, const call_arrays *a)
{
    const ref_conv3d_params p = params3(v + 9);

    return ref_conv3d(a->x, v[0], v[1], v[2], v[3], v[4], a->weight, v[5], v[6],
                      v[7], v[8], a->bias, &p, a->y);
}

static ref_status conv1d_output(const int *v, const call_arrays *a)
{
    const ref_conv1d_params p = params1(v + 2);

    return ref_conv1d_output(v[0], v[1], &p, a->sizes);
}

static ref_status conv2d_output(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = params2(v + 4);

    return ref_conv2d_output(v[0], v[1], v[2], v[3], &p, a->sizes,
                             a->sizes + 1);
}

static ref_status conv3d_output(const int *v, const call_arrays *a)
{
    const ref_conv3d_params p = params3(v + 6);

    return ref_conv3d_output(v[0], v[1], v[2], v[3], v[4], v[5], &p, a->sizes,
                             a->sizes + 1, a->sizes + 2);
}

static ref_status conv1d_bound(const int *v, const call_arrays *a)
{
    const ref_conv1d_params p = params1(v + 5);

    return ref_conv1d_bound(a->x, v[0], v[1], v[2], a->weight, v[3], v[4],
                            a->bias, &p, a->exact, a->bound);
}

static ref_status conv2d_bound(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = params2(v + 7);

    return ref_conv2d_bound(a->x, v[0], v[1], v[2], v[3], a->weight, v[4], v[5],
                            v[6], a->bias, &p, a->exact, a->bound);
}

static ref_status conv3d_bound(const int *v, const call_arrays *a)
{
    const ref_conv3d_params p = params3(v + 9);

    return ref_conv3d_bound(a->x, v[0], v[1], v[2], v[3], v[4], a->weight, v[5],
                            v[6], v[7], v[8], a->bias, &p, a->exact, a->bound);
}

static ref_status conv_transpose1d(const int *v, const call_arrays *a)
{
    const ref_conv_transpose1d_params p = {v[5], v[6], v[7], v[8], v[9], v[10]};

    return ref_conv_transpose1d(a->x, v[0], v[1], v[2], a->weight, v[3], v[4],
                                a->bias, &p, a->y);
}

static ref_status conv_transpose2d(const int *v, const call_arrays *a)
{
    const ref_conv_transpose2d_params p = {v[7],  v[8],  v[9],  v[10],
                                           v[11], v[12], v[13], v[14],
                                           v[15], v[16], v[17]};

    return ref_conv_transpose2d(a->x, v[0], v[1], v[2], v[3], a->weight, v[4],
                                v[5], v[6], a->bias, &p, a->y);
}

static int less(int v)
{
    return v > INT_MIN ? v - 1 : v;
}

static ref_status conv_transpose3d(const int *v, const call_arrays *a)
{
    /* two of three output paddings share a number, to fit; all are one less
     * than their number, so that ones are allowed */
    const ref_conv_transpose3d_params p = {
        v[9],  v[10], v[11], v[12],       v[13],       v[14],
        v[15], v[16], v[17], less(v[18]), less(v[19]), less(v[18]),
        v[20], v[21], v[22], v[23]};

    return ref_conv_transpose3d(a->x, v[0], v[1], v[2], v[3], v[4], a->weight,
                                v[5], v[6], v[7], v[8], a->bias, &p, a->y);
}

static ref_status conv_transpose2d_output(const int *v, const call_arrays *a)
{
    const ref_conv_transpose2d_params p = {
        v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14]};

    return ref_conv_transpose2d_output(v[0], v[1], v[2], v[3], &p, a->sizes,
                                       a->sizes + 1);
}

static ref_status deform_conv2d(const int *v, const call_arrays *a)
{
    const ref_deform_conv2d_params p = {v[7],  v[8],  v[9],  v[10], v[11],
                                        v[12], v[13], v[14], v[15], v[16]};

    return ref_deform_conv2d(a->x, v[0], v[1], v[2], v[3], a->more,
                             v[17] % 2 ? a->more : NULL, a->weight, v[4], v[5],
                             v[6], a->bias, &p, a->y);
}

static ref_status unfold(const int *v, const call_arrays *a)
{
    const ref_unfold_params p = {v[6],  v[7],  v[8],  v[9],
                                 v[10], v[11], v[12], v[13]};

    return ref_unfold(a->x, v[0], v[1], v[2], v[3], v[4], v[5], &p, a->y);
}

static ref_status fold(const int *v, const call_arrays *a)
{
    const ref_unfold_params p = {v[6],  v[7],  v[8],  v[9],
                                 v[10], v[11], v[12], v[13]};

    return ref_fold(a->x, v[0], v[1], v[2], v[3], v[4], v[5], &p, a->y);
}

static ref_status toeplitz1d(const int *v, const call_arrays *a)
{
    const ref_conv1d_params p = params1(v + 4);

    return ref_toeplitz1d(a->weight, v[0], v[1], v[2], v[3], &p, a->y);
}

static ref_status toeplitz2d(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = params2(v + 6);

    return ref_toeplitz2d(a->weight, v[0], v[1], v[2], v[3], v[4], v[5], &p,
                          a->y);
}

static ref_status toeplitz1d_csr(const int *v, const call_arrays *a)
{
    const ref_conv1d_params p = params1(v + 4);

    return ref_toeplitz1d_csr(a->weight, v[0], v[1], v[2], v[3], &p, a->y,
                              a->columns, a->starts);
}

static ref_status toeplitz2d_csr(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = params2(v + 6);

    return ref_toeplitz2d_csr(a->weight, v[0], v[1], v[2], v[3], v[4], v[5], &p,
                              a->y, a->columns, a->starts);
}

static ref_status toeplitz2d_size(const int *v, const call_arrays *a)
{
    const ref_conv2d_params p = params2(v + 6);

    return ref_toeplitz2d_size(v[0], v[1], v[2], v[3], v[4], v[5], &p, a->sizes,
                               a->sizes + 1, a->starts);
}

const library_call calls_conv[] = {
    {"ref_conv1d", 11, 1, conv1d},
    {"ref_conv2d", 17, 1, conv2d},
    {"ref_conv3d", 23, 1, conv3d},
    {"ref_conv1d_output", 8, 0, conv1d_output},
    {"ref_conv2d_output", 14, 0, conv2d_output},
    {"ref_conv3d_output", 20, 0, conv3d_output},
    {"ref_conv1d_bound", 11, 1, conv1d_bound},
    {"ref_conv2d_bound", 17, 1, conv2d_bound},
    {"ref_conv3d_bound", 23, 1, conv3d_bound},
    {"ref_conv_transpose1d", 11, 1, conv_transpose1d},
    {"ref_conv_transpose2d", 18, 1, conv_transpose2d},
    {"ref_conv_transpose3d", 24, 1, conv_transpose3d},
    {"ref_conv_transpose2d_output", 15, 0, conv_transpose2d_output},
    {"ref_deform_conv2d", 18, 1, deform_conv2d},
    {"ref_unfold", 14, 1, unfold},
    {"ref_fold", 14, 1, fold},
    {"ref_toeplitz1d", 10, 1, toeplitz1d},
    {"ref_toeplitz2d", 16, 1, toeplitz2d},
    {"ref_toeplitz1d_csr", 10, 1, toeplitz1d_csr},
    {"ref_toeplitz2d_csr", 16, 1, toeplitz2d_csr},
    {"ref_toeplitz2d_size", 16, 0, toeplitz2d_size},
    {NULL, 0, 0, NULL},
};
