#ifndef CONVLINGS_BOUND_H
#define CONVLINGS_BOUND_H

#include "conv.h"
#include "status.h"

/* How far a float32 sum of products may honestly be from the true one.
 *
 * Each operation of float32 is right up to a factor 1 + e with |e| <= u,
 * u = 2^-24. A sum of m terms, in any order and with or without fused
 * multiply-add, lets each term pass through at most m such factors, so
 *     |computed - exact| <= gamma_m * sum |terms|,  gamma_m = m u / (1 - m u)
 * Nothing here is a chosen tolerance: an honest order of summation is always
 * inside, and in a case of small numbers a real mistake is far outside. */

/* gamma_n = n u / (1 - n u), u = 2^-24.
 *   n  in   number of roundings
 * Returns  0 for n <= 0; infinity for n >= 2^24, where the bound says nothing
 * Threads  safe
 * Source   Higham, "Accuracy and Stability of Numerical Algorithms", 2nd
 *          edition, lemma 3.1 */
REF_MUST_USE double ref_gamma(int n);

/* How far a float32 sum of m terms may be from the exact one.
 *     (gamma_m + 4 m 2^-53) * magnitude + m 2^-149
 *   m          in   number of terms, each a product or a number added
 *   magnitude  in   sum of the terms' absolute values, as computed in double
 *   The first part is Higham's bound; 4 m 2^-53 is what sums in double may
 *   themselves be off by; m 2^-149 is for products so small that float32 can
 *   only round them to a multiple of 2^-149
 * Returns  the bound; infinity where it says nothing: a magnitude of FLT_MAX
 *          or more, where some order overflows, or m >= 2^24; NaN if magnitude
 *          is NaN
 * Threads  safe
 * Source   Higham, section 3.1, inequality 3.4 */
REF_MUST_USE double ref_sum_bound(int m, double magnitude);

/* The result of ref_conv2d in double, and the error that float32 may have when
 * the sum is formed as it is written. For Winograd's algorithms see
 * winograd_bound.h.
 *   x .. p      in   exactly as ref_conv2d; its algorithm makes no difference
 *   exact       out  n x c_out x oh x ow: the sum, in double
 *   bound       out  n x c_out x oh x ow: the allowed |float32 sum - exact|
 *     bound = ref_sum_bound(m, |bias| + sum |x w|)
 *     m = cg*kh*kw, and one more if there is a bias
 * Sizes    as ref_conv2d
 * Memory   the caller owns all arrays; none is taken
 * Errors   as ref_conv2d, and REF_EOVERLAP if exact and bound overlap; both
 *          are untouched on error
 * Accuracy bound has what sums in double may themselves be off by
 * Specials where a term is NaN, both are NaN; where one is infinite, bound is
 * Threads  safe on distinct outputs
 * Source   Higham, section 3.1, inequality 3.4 */
REF_MUST_USE ref_status ref_conv2d_bound(const float *x, int n, int c_in, int h,
                                         int w, const float *weight, int c_out,
                                         int kh, int kw, const float *bias,
                                         const ref_conv2d_params *p,
                                         double *exact, double *bound);

/* The same for ref_conv3d.
 *   x .. p      in   exactly as ref_conv3d
 *   exact       out  n x c_out x od x oh x ow
 *   bound       out  n x c_out x od x oh x ow
 *     m = cg*kd*kh*kw, and one more if there is a bias
 * Sizes, Memory, Errors, Accuracy, Specials, Threads, Source  as
 *          ref_conv2d_bound */
REF_MUST_USE ref_status ref_conv3d_bound(const float *x, int n, int c_in, int d,
                                         int h, int w, const float *weight,
                                         int c_out, int kd, int kh, int kw,
                                         const float *bias,
                                         const ref_conv3d_params *p,
                                         double *exact, double *bound);

/* The same for ref_conv1d.
 *   x .. p      in   exactly as ref_conv1d
 *   exact       out  n x c_out x ow         bound  out  n x c_out x ow
 * Sizes, Memory, Errors, Accuracy, Specials, Threads, Source  as
 *          ref_conv2d_bound */
REF_MUST_USE ref_status ref_conv1d_bound(const float *x, int n, int c_in, int w,
                                         const float *weight, int c_out, int kw,
                                         const float *bias,
                                         const ref_conv1d_params *p,
                                         double *exact, double *bound);

#endif
