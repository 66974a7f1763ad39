#ifndef CONVLINGS_LOSS_H
#define CONVLINGS_LOSS_H

#include <stdint.h>

#include "status.h"

/* Losses of classification: how badly scores for c classes meet the classes
 * that are right. */

/* What becomes of the losses of the single positions.
 *   REF_REDUCTION_NONE  each is given
 *   REF_REDUCTION_MEAN  their sum, divided by the sum of their weights
 *   REF_REDUCTION_SUM   their sum */
typedef enum ref_reduction {
    REF_REDUCTION_NONE,
    REF_REDUCTION_MEAN,
    REF_REDUCTION_SUM
} ref_reduction;

/* Options of a loss.
 *   reduction        one of the three
 *   ignore_index     a target that does not count; may be out of 0 .. c-1
 *   label_smoothing  0 .. 1: the part of the target that is spread evenly
 *                    over all classes
 * Fill one by copying REF_LOSS_DEFAULTS and changing what differs. */
typedef struct ref_loss_params {
    ref_reduction reduction;
    int64_t ignore_index;
    float label_smoothing;
} ref_loss_params;

/* The mean, -100 ignored, nothing smoothed: what p = NULL means. */
#define REF_LOSS_DEFAULTS                                                      \
    ((ref_loss_params){.reduction = REF_REDUCTION_MEAN, .ignore_index = -100})

/* Negative log-likelihood.
 *   l[b,i,j] = -weight[t] * x[b,t,i,j],  t = target[b,i,j]
 *   y = l, or sum of l, or sum of l / sum of weight[t]; a position whose
 *   target is ignore_index gives 0 and is in no sum
 *   x       in   n x c x h x w log-probabilities
 *   target  in   n x h x w classes, 0 .. c-1 or ignore_index
 *   weight  in   c, or NULL: ones           p  in   options, or NULL
 *   y       out  n x h x w for REF_REDUCTION_NONE, otherwise 1; every element
 *                is written; overlaps no input
 * Sizes    h = w = 1 for one vector of scores per image. n may be 0: then x
 *          and target may be NULL. All other sizes are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE; REF_EPARAM: a class that does not exist, by
 *          its place in target; no such reduction; label_smoothing not 0,
 *          which only the cross-entropies have; REF_EOVERFLOW, REF_EOVERLAP;
 *          y is untouched on error
 * Accuracy |y - exact| <= 1.001 (u |exact| + 2^-150) + m 2^-50 * S, u = 2^-24
 *          and S the same with absolute values; m = 1 for each l, n*h*w for
 *          sum and mean: double inside, rounded once
 * Specials a product with NaN, or of 0 and an infinity, is NaN. The mean of
 *          nothing is 0/0 = NaN: n = 0, all ignored, all weights 0; the sum
 *          of nothing is 0. What is ignored is not looked at
 * Threads  safe on distinct y
 * Source   torch.nn.functional.nll_loss */
REF_MUST_USE ref_status ref_nll_loss(const float *x, int n, int c, int h, int w,
                                     const int64_t *target, const float *weight,
                                     const ref_loss_params *p, float *y);

/* Cross-entropy with classes: log_softmax over the channels, then the
 * negative log-likelihood, with s = label_smoothing
 *   l[b,i,j] = -(1-s) * weight[t] * q[t] - s/c * sum over k of weight[k]*q[k]
 *   q[k] = log_softmax(x[b,:,i,j])[k]; without the last term if s = 0
 *   x                       in  n x c x h x w scores, any numbers
 *   target, weight, p, y, Sizes, Memory, Threads  as ref_nll_loss; the mean
 *   divides by the sum of weight[t] also with smoothing
 * Errors   as ref_nll_loss, but REF_EPARAM: label_smoothing out of 0 .. 1
 * Accuracy as ref_nll_loss, for c up to 2^20 with m 2^-50 S replaced by
 *          (m + c) 2^-50 S
 * Specials as ref_nll_loss of ref_log_softmax: a score of +infinity or NaN
 *          gives NaN; one of -infinity gives an infinite loss where it is
 *          the target or s > 0, otherwise nothing
 * Source   torch.nn.functional.cross_entropy */
REF_MUST_USE ref_status ref_cross_entropy(const float *x, int n, int c, int h,
                                          int w, const int64_t *target,
                                          const float *weight,
                                          const ref_loss_params *p, float *y);

/* Cross-entropy with probabilities of the classes as targets.
 *   l[b,i,j] = -sum over k of weight[k] * g[k] * q[k]
 *   g[k] = (1-s) * target[b,k,i,j] + s/c, q and s as in ref_cross_entropy
 *   y = l, or sum of l, or sum of l / (n*h*w), whatever the weights
 *   target  in   n x c x h x w: probabilities, but any numbers are taken
 *   x, weight, p, y, Sizes, Memory, Threads  as ref_cross_entropy
 * Errors   those of ref_cross_entropy but for the classes; REF_EPARAM: an
 *          ignore_index >= 0, for there is no class to ignore
 * Accuracy as ref_cross_entropy, for c up to 2^20
 * Specials as IEEE 754 has it: where target is 0 and the probability too,
 *          0 * infinity is NaN. The mean of nothing is NaN
 * Source   torch.nn.functional.cross_entropy */
REF_MUST_USE ref_status ref_cross_entropy_probabilities(
    const float *x, int n, int c, int h, int w, const float *target,
    const float *weight, const ref_loss_params *p, float *y);

#endif
