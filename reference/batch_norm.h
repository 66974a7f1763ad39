#ifndef CONVLINGS_BATCH_NORM_H
#define CONVLINGS_BATCH_NORM_H

#include "status.h"

/* Batch normalisation: each channel is shifted and scaled to mean 0 and
 * variance 1, then to what was learned. */

/* Inference: with a mean and a variance that training has kept.
 *   y[b,c,i,j] = (x[b,c,i,j] - mean[c]) / sqrt(var[c] + eps) * weight[c]
 *                + bias[c]
 *   x          in   n x c x h x w
 *   mean, var  in   c each                  weight  in   c, or NULL: ones
 *   bias       in   c, or NULL: zeros       eps     in   added to var
 *   y          out  n x c x h x w; every element is written; overlaps no
 *                   input
 * Sizes    n >= 0 (0: nothing is computed, x and y may be NULL), the others
 *          >= 1; h = w = 1 for vectors, h = 1 for signals, and h may be the
 *          product of depth and height
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP; y is untouched
 *          on error
 * Accuracy |y - exact| <= 1.001 (u |exact| + 2^-150) + 2^-49 *
 *          ((|x| + |mean|) |weight| / sqrt(var + eps) + |bias|), u = 2^-24:
 *          double inside, rounded once
 * Specials as the form x*a + (bias - mean*a), a = weight / sqrt(var + eps),
 *          has it, which is PyTorch's: var + eps < 0 gives NaN, and a = inf
 *          (both 0) gives NaN or an infinity. Nothing leaves its channel
 * Threads  safe on distinct y
 * Source   Ioffe & Szegedy, "Batch normalization", 2015, algorithm 2;
 *          torch.nn.functional.batch_norm */
REF_MUST_USE ref_status ref_batch_norm(const float *x, int n, int c, int h,
                                       int w, const float *mean,
                                       const float *var, const float *weight,
                                       const float *bias, float eps, float *y);

/* Training: with the mean and the variance of the batch itself, and running
 * averages of both for later.
 *   y as ref_batch_norm, with over the m = n*h*w values of each channel
 *     mean = sum of x / m                 var = sum of (x - mean)^2 / m
 *     running_mean = (1 - momentum) * running_mean + momentum * mean
 *     running_var  = (1 - momentum) * running_var + momentum * var * m/(m-1)
 *   x, weight, bias, eps  in   as ref_batch_norm
 *   momentum      in      weight of the new value, 0.1 in PyTorch
 *   running_mean, running_var  in and out   c each; each may be NULL: it is
 *                         not kept
 *   y             out     as ref_batch_norm; the three outputs overlap no
 *                         input and each other nowhere
 * Sizes    as ref_batch_norm; with n = 0 the averages stay as they are
 * Memory   the caller owns all arrays; none is taken
 * Errors   those of ref_batch_norm; REF_ESIZE: only one value per channel,
 *          which has no variance; all outputs are untouched on error
 * Accuracy of y, up to m = 2^18: |y - exact| <= 1.001 (u |exact| + 2^-150) +
 *          m 2^-49 * (max |x| |weight| / sqrt(var + eps) + |bias|); of the
 *          averages: 1.001 (u |exact| + 2^-150) + m 2^-49 * (the sum of the
 *          absolute values of both terms, with max |x| for mean). Two passes
 *          in double, rounded once
 * Specials NaN or an infinity makes its whole channel NaN, no other; running
 *          averages take up what the formula gives. Where var and eps are 0,
 *          y is bias
 * Threads  safe on distinct outputs
 * Source   Ioffe & Szegedy 2015, algorithm 1; torch.nn.functional.batch_norm.
 *          The biased variance normalises, the unbiased one is kept */
REF_MUST_USE ref_status ref_batch_norm_train(const float *x, int n, int c,
                                             int h, int w, const float *weight,
                                             const float *bias, float eps,
                                             float momentum,
                                             float *running_mean,
                                             float *running_var, float *y);

#endif
