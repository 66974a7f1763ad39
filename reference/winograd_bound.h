#ifndef CONVLINGS_WINOGRAD_BOUND_H
#define CONVLINGS_WINOGRAD_BOUND_H

#include "conv.h"
#include "status.h"

/* The result of ref_conv2d in double, and the error that Winograd's algorithm
 * may have in float32.
 *   x .. p      in   exactly as ref_conv2d; p's algorithm says which of the
 *                    two: REF_CONV_WINOGRAD_2 or REF_CONV_WINOGRAD_4
 *   exact       out  n x c_out x oh x ow: the sum, in double
 *   bound       out  n x c_out x oh x ow: the allowed |result - exact|
 *     bound = gamma_r (|bias| + |A^T| (sum over c of |U| .* (|B^T| |d| |B|))
 *             |A|) + what is below float32's smallest numbers
 *     U = G w G^T, d what the patch sees of channel c, A and B as in
 *     microkernels/winograd.c, G as in conv_winograd.c; r = cg + 7 for
 *     F(2x2,3x3) and cg + 17 for F(4x4,3x3), and one more if there is a bias
 *   Each way of an element of x to y passes at most r roundings: 1 or 4 in
 *   each of the two halves of B^T d B, 2 or 4 in those of A^T s A, 1 of U, and
 *   cg of the sum. Unlike in the direct sum what a patch sees elsewhere takes
 *   part, so a large number beside an output widens its bound
 *   Rounding errors mostly cancel: of random numbers over 64 channels the
 *   largest error is about 1/250 of the bound for F(2x2,3x3), which is half of
 *   the direct sum's (it has 9 times fewer additions), and 1/500 for
 *   F(4x4,3x3), which is up to 5 times the direct sum's
 * Sizes    as ref_conv2d
 * Memory   the caller owns all arrays; none is taken
 * Errors   as ref_conv2d_bound; REF_EPARAM: another algorithm; exact and bound
 *          are untouched on error
 * Specials bound is infinite where the patch sees NaN or infinity, or numbers
 *          or weights so large that something on the way may overflow: there
 *          the result may be anything
 * Threads  safe on distinct outputs
 * Source   Barabasz, Anderson, Soodhalter & Gregg 2020, "Error analysis and
 *          improving the accuracy of Winograd convolution for deep neural
 *          networks", whose bound for transformed norms this is element by
 *          element; Higham, "Accuracy and Stability of Numerical Algorithms",
 *          2nd edition, lemma 3.1 */
REF_MUST_USE ref_status ref_winograd_bound(const float *x, int n, int c_in,
                                           int h, int w, const float *weight,
                                           int c_out, int kh, int kw,
                                           const float *bias,
                                           const ref_conv2d_params *p,
                                           double *exact, double *bound);

#endif
