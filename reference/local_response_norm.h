#ifndef CONVLINGS_LOCAL_RESPONSE_NORM_H
#define CONVLINGS_LOCAL_RESPONSE_NORM_H

#include "status.h"

/* Options of local response normalisation.
 *   size      channels in the window, >= 1
 *   alpha     factor of their mean square
 *   beta      exponent of the divisor       k  what is added inside it
 * Fill one by copying REF_LRN_DEFAULTS and changing what differs. */
typedef struct ref_lrn_params {
    int size;
    float alpha, beta, k;
} ref_lrn_params;

/* PyTorch's, with AlexNet's window: what p = NULL means. */
#define REF_LRN_DEFAULTS                                                       \
    ((ref_lrn_params){.size = 5, .alpha = 1e-4f, .beta = 0.75f, .k = 1})

/* Local response normalisation across channels, as in AlexNet.
 *   y[b,c,i,j] = x[b,c,i,j] /
 *                (k + alpha/size * sum over c' of x[b,c',i,j]^2)^beta
 *   with c' from c - floor(size/2) to c + floor((size-1)/2), as far as there
 *   are such channels
 *   x  in   n x c x h x w                   p  in   options, or NULL
 *   y  out  n x c x h x w; every element is written; overlaps x nowhere
 * Sizes    n >= 0 (0: nothing is computed, x and y may be NULL), the others
 *          >= 1; size may exceed c
 * Memory   the caller owns both arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE; REF_EPARAM: size < 1; REF_EOVERFLOW,
 *          REF_EOVERLAP; y is untouched on error
 * Accuracy |y - exact| <= 1.001 (u |exact| + 2^-150), u = 2^-24, where k and
 *          alpha are >= 0 and |beta| <= 16, size <= 2^20: double inside, so
 *          that no square overflows, and rounded once
 * Specials with alpha and beta > 0 an infinite neighbour gives 0, an
 *          infinite x NaN; a NaN in the window gives NaN, and so does 0/0
 *          (k = 0) and a finite sum below 0 to a broken power
 * Threads  safe on distinct y
 * Source   torch.nn.functional.local_response_norm, which divides alpha by
 *          size; Krizhevsky, Sutskever & Hinton 2012, section 3.3, do not:
 *          for their formula give alpha*size. Their window, size = 5,
 *          alpha = 1e-4, beta = 0.75, k = 2 */
REF_MUST_USE ref_status ref_local_response_norm(const float *x, int n, int c,
                                                int h, int w,
                                                const ref_lrn_params *p,
                                                float *y);

#endif
