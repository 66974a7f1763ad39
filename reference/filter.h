#ifndef CONVLINGS_FILTER_H
#define CONVLINGS_FILTER_H

#include <stdbool.h>

#include "status.h"

/* Kernels for pictures, square and without flip: to be given to ref_conv2d as
 * they stand. The largest size that is made, and the largest array needed. */
enum {
    REF_FILTER_MAX_SIZE = 127,
    REF_FILTER_MAX_COUNT = REF_FILTER_MAX_SIZE * REF_FILTER_MAX_SIZE
};

/* The mean of a size x size window: every weight is 1/size^2.
 *   size  in   1 .. REF_FILTER_MAX_SIZE     k  out  size x size
 * Errors   REF_ENULL, REF_ESIZE; k is untouched on error
 * Accuracy each weight is the float nearest to 1/size^2
 * Threads  safe on distinct k */
REF_MUST_USE ref_status ref_filter_box(int size, float *k);

/* A Gaussian bell, normalised to sum 1.
 *   k[u][v] = exp(-((u-c)^2 + (v-c)^2) / (2 sigma^2)) / total
 *   with c = (size-1)/2, which lies between two elements when size is even
 *   size   in   1 .. REF_FILTER_MAX_SIZE
 *   sigma  in   the width of the bell in pixels, > 0 and finite
 *   k      out  size x size
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM; k is untouched on error
 * Accuracy computed in double and rounded once. However small sigma is, the
 *          nearest elements share the weight: never 0/0
 * Threads  safe on distinct k */
REF_MUST_USE ref_status ref_filter_gaussian(int size, float sigma, float *k);

/* A named kernel.
 *   name   how it is called                 what   one line for a list
 *   sized  true: any size; false: always 3 x 3
 *   bell   true: it has a sigma */
typedef struct ref_filter {
    const char *name;
    const char *what;
    bool sized;
    bool bell;
} ref_filter;

/* The named kernels: identity, box, gaussian, sharpen, sobel-x, sobel-y,
 * prewitt-x, prewitt-y, laplacian, emboss.
 *   count  out  how many                    Returns  the first of count
 * Memory   static, never freed
 * Threads  safe */
REF_MUST_USE const ref_filter *ref_filter_list(int *count);

/* Fills a kernel by its name.
 *   name   in   one of ref_filter_list
 *   size   in   3 for a kernel that is always 3 x 3; otherwise 1 ..
 *               REF_FILTER_MAX_SIZE
 *   sigma  in   for gaussian only; the others do not look at it
 *   k      out  size x size
 * The edge kernels answer to what grows to the right (x) or downwards (y):
 *   sobel-x  -1 0 1  sobel-y  -1 -2 -1  laplacian  0  1 0
 *            -2 0 2            0  0  0             1 -4 1
 *            -1 0 1            1  2  1             0  1 0
 * Errors   REF_ENULL; REF_EPARAM: no such name, or a sigma that the bell
 *          cannot have; REF_ESIZE; k is untouched on error
 * Threads  safe on distinct k
 * Source   signs of the edge kernels: L. Fillatre, "Convolutional Neural
 *          network", 2024-2025 */
REF_MUST_USE ref_status ref_filter_named(const char *name, int size,
                                         float sigma, float *k);

#endif
