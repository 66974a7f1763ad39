#ifndef CONVLINGS_TENSOR_H
#define CONVLINGS_TENSOR_H

#include "status.h"

/* n images of c channels of h x w numbers, dense and row-major (NCHW); the
 * element of image b, channel k, row i, column j is
 *     t[b,k,i,j] = data[((b*c + k)*h + i)*w + j]
 * A struct of this type owns its data only if ref_tensor_new filled it;
 * otherwise it is a view of somebody's array. */
typedef struct ref_tensor {
    float *data;
    int n, c, h, w;
} ref_tensor;

/* Makes a tensor of zeros whose data starts at a multiple of 64 bytes, the
 * width of a cache line and of the widest vector.
 *   n, c, h, w  in   the sizes, >= 0        t  out  the tensor
 * Memory   *t owns its data until ref_tensor_free(t); also when a size is 0,
 *          and then data is still not NULL
 * Errors   REF_ENULL; REF_ESIZE: a size is negative; REF_EOVERFLOW;
 *          REF_ENOMEM; *t is untouched on error
 * Threads  safe on distinct t */
REF_MUST_USE ref_status ref_tensor_new(int n, int c, int h, int w,
                                       ref_tensor *t);

/* Gives back the data of a tensor made by ref_tensor_new.
 *   t  in   the tensor, or NULL; all its fields become 0, so that a second
 *           call does nothing
 * Threads  safe on distinct t */
void ref_tensor_free(ref_tensor *t);

/* Copies NCHW to NHWC (channels last): y[b,i,j,c] = x[b,c,i,j].
 *   x  in   n x c x h x w                   y  out  n x h x w x c; every
 *   element is written; overlaps no input
 * Sizes    n >= 0, the others >= 1; in elements
 * Memory   the caller owns both arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP; y is untouched
 *          on error
 * Accuracy exact: elements are moved
 * Specials moved like any number
 * Threads  safe on distinct y */
REF_MUST_USE ref_status ref_nchw_to_nhwc(const float *x, int n, int c, int h,
                                         int w, float *y);

/* Copies NHWC to NCHW: y[b,c,i,j] = x[b,i,j,c]; undoes ref_nchw_to_nhwc.
 *   x  in   n x h x w x c                   y  out  n x c x h x w; every
 *   element is written; overlaps no input
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as ref_nchw_to_nhwc */
REF_MUST_USE ref_status ref_nhwc_to_nchw(const float *x, int n, int h, int w,
                                         int c, float *y);

#endif
