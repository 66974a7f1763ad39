#ifndef CONVLINGS_DROPOUT_H
#define CONVLINGS_DROPOUT_H

#include <stddef.h>
#include <stdint.h>

#include "status.h"

/* Dropout as in training: each element is lost with probability p, and what
 * stays is scaled so that the mean stays.
 *   y[i] = x[i] * 0 if r(seed, i) < p, otherwise x[i] / (1 - p)
 *   r(seed, i) = floor(z / 2^11) / 2^53, z the i-th 64-bit number, counted
 *   from 0, that SplitMix64 gives from the state seed
 *   x     in   count numbers                p  in   0 .. 1
 *   seed  in   any number: the same seed loses the same elements, whatever
 *              count is
 *   y     out  count numbers; may be x itself, else overlaps it nowhere
 * Sizes    count may be 0, and x and y NULL then
 * Memory   the caller owns both arrays; none is taken
 * Errors   REF_ENULL; REF_EPARAM: p is below 0, above 1 or NaN;
 *          REF_EOVERFLOW: more than PTRDIFF_MAX bytes; REF_EOVERLAP; y is
 *          untouched on error
 * Accuracy |y - exact| <= 1.001 (u |exact| + 2^-150), u = 2^-24; exact where
 *          1 - p is a power of 2 and nothing underflows. The probability is p
 *          itself for every p that is a multiple of 2^-53, otherwise at most
 *          2^-53 more
 * Specials a lost NaN or infinity gives NaN, as 0 times it; a kept one stays.
 *          p = 1 loses all, p = 0 nothing
 * Threads  safe on distinct y
 * Source   Srivastava et al., "Dropout", 2014; torch.nn.functional.dropout,
 *          whose random numbers are others; generator: Steele, Lea & Flood,
 *          "Fast splittable pseudorandom number generators", 2014, with the
 *          constants of S. Vigna's splitmix64.c */
REF_MUST_USE ref_status ref_dropout(const float *x, size_t count, float p,
                                    uint64_t seed, float *y);

#endif
