/* Pools, as calls of integers. */
#include "calls.h"

static ref_status max_pool1d(const int *v, const call_arrays *a)
{
    const ref_max_pool1d_params p = {v[4], v[5], v[6], v[7], v[8]};

    return ref_max_pool1d(a->x, v[0], v[1], v[2], v[3], &p, a->y,
                          v[9] % 2 ? a->indices : NULL);
}

static ref_status max_pool2d(const int *v, const call_arrays *a)
{
    const ref_max_pool2d_params p = {v[6],  v[7],  v[8],  v[9], v[10],
                                     v[11], v[12], v[13], v[14]};

    return ref_max_pool2d(a->x, v[0], v[1], v[2], v[3], v[4], v[5], &p, a->y,
                          v[15] % 2 ? a->indices : NULL);
}

static ref_status max_pool3d(const int *v, const call_arrays *a)
{
    /* front and back, and the two dilations of a picture, share a number */
    const ref_max_pool3d_params p = {v[8],  v[9],  v[10], v[11], v[11],
                                     v[12], v[13], v[14], v[15], v[16],
                                     v[17], v[17], v[18]};

    return ref_max_pool3d(a->x, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                          &p, a->y, v[19] % 2 ? a->indices : NULL);
}

static ref_status max_pool2d_output(const int *v, const call_arrays *a)
{
    const ref_max_pool2d_params p = {v[4], v[5],  v[6],  v[7], v[8],
                                     v[9], v[10], v[11], v[12]};

    return ref_max_pool2d_output(v[0], v[1], v[2], v[3], &p, a->sizes,
                                 a->sizes + 1);
}

static ref_status max_unpool2d(const int *v, const call_arrays *a)
{
    return ref_max_unpool2d(a->x, a->places, v[0], v[1], v[2], v[3], v[4], v[5],
                            a->y);
}

static ref_status max_unpool2d_output(const int *v, const call_arrays *a)
{
    const ref_max_pool2d_params p = {v[4], v[5],  v[6],  v[7], v[8],
                                     v[9], v[10], v[11], v[12]};

    return ref_max_unpool2d_output(v[0], v[1], v[2], v[3], &p, a->sizes,
                                   a->sizes + 1);
}

static ref_status avg_pool1d(const int *v, const call_arrays *a)
{
    const ref_avg_pool1d_params p = {v[4], v[5], v[6], v[7], v[8], v[9]};

    return ref_avg_pool1d(a->x, v[0], v[1], v[2], v[3], &p, a->y);
}

static ref_status avg_pool2d(const int *v, const call_arrays *a)
{
    const ref_avg_pool2d_params p = {v[6],  v[7],  v[8],  v[9], v[10],
                                     v[11], v[12], v[13], v[14]};

    return ref_avg_pool2d(a->x, v[0], v[1], v[2], v[3], v[4], v[5], &p, a->y);
}

static ref_status avg_pool3d(const int *v, const call_arrays *a)
{
    const ref_avg_pool3d_params p = {v[8],  v[9],  v[10], v[11], v[12], v[13],
                                     v[14], v[15], v[16], v[17], v[18], v[19]};

    return ref_avg_pool3d(a->x, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                          &p, a->y);
}

static ref_status avg_pool2d_output(const int *v, const call_arrays *a)
{
    const ref_avg_pool2d_params p = {v[4], v[5],  v[6],  v[7], v[8],
                                     v[9], v[10], v[11], v[12]};

    return ref_avg_pool2d_output(v[0], v[1], v[2], v[3], &p, a->sizes,
                                 a->sizes + 1);
}

static ref_status lp_pool2d(const int *v, const call_arrays *a)
{
    const ref_lp_pool2d_params p = {v[6], v[7], v[8]};

    return ref_lp_pool2d(a->x, v[0], v[1], v[2], v[3], (float)v[9], v[4], v[5],
                         &p, a->y);
}

static ref_status adaptive_avg_pool1d(const int *v, const call_arrays *a)
{
    return ref_adaptive_avg_pool1d(a->x, v[0], v[1], v[2], v[3], a->y);
}

static ref_status adaptive_avg_pool2d(const int *v, const call_arrays *a)
{
    return ref_adaptive_avg_pool2d(a->x, v[0], v[1], v[2], v[3], v[4], v[5],
                                   a->y);
}

static ref_status adaptive_avg_pool3d(const int *v, const call_arrays *a)
{
    return ref_adaptive_avg_pool3d(a->x, v[0], v[1], v[2], v[3], v[4], v[5],
                                   v[6], v[7], a->y);
}

static ref_status global_avg_pool(const int *v, const call_arrays *a)
{
    return ref_global_avg_pool(a->x, v[0], v[1], v[2], v[3], v[4], a->y);
}

static ref_status global_max_pool(const int *v, const call_arrays *a)
{
    return ref_global_max_pool(a->x, v[0], v[1], v[2], v[3], v[4], a->y);
}

const library_call calls_pool[] = {
    {"ref_max_pool1d", 10, 1, max_pool1d},
    {"ref_max_pool2d", 16, 1, max_pool2d},
    {"ref_max_pool3d", 20, 1, max_pool3d},
    {"ref_max_pool2d_output", 13, 0, max_pool2d_output},
    {"ref_max_unpool2d", 6, 1, max_unpool2d},
    {"ref_max_unpool2d_output", 13, 0, max_unpool2d_output},
    {"ref_avg_pool1d", 10, 1, avg_pool1d},
    {"ref_avg_pool2d", 15, 1, avg_pool2d},
    {"ref_avg_pool3d", 20, 1, avg_pool3d},
    {"ref_avg_pool2d_output", 13, 0, avg_pool2d_output},
    {"ref_lp_pool2d", 10, 1, lp_pool2d},
    {"ref_adaptive_avg_pool1d", 4, 1, adaptive_avg_pool1d},
    {"ref_adaptive_avg_pool2d", 6, 1, adaptive_avg_pool2d},
    {"ref_adaptive_avg_pool3d", 8, 1, adaptive_avg_pool3d},
    {"ref_global_avg_pool", 5, 1, global_avg_pool},
    {"ref_global_max_pool", 5, 1, global_max_pool},
    {NULL, 0, 0, NULL},
};
