#ifndef CONVLINGS_CONV_WINOGRAD_H
#define CONVLINGS_CONV_WINOGRAD_H

#include <stdbool.h>
#include <stddef.h>

#include "conv_blocking.h"
#include "conv_task.h"

/* Winograd's algorithms F(2x2,3x3) and F(4x4,3x3), in units of work that
 * threads can share; as conv_direct.h. For the library's own files. */
#pragma GCC visibility push(hidden)

/* Whether they can compute a task: 3 x 3, stride 1, dilation 1, a plane. */
bool ref_conv_winograd_fits(const ref_conv_task *t);

/* The one that is likely to be fastest: REF_CONV_DIRECT, _WINOGRAD_2 or _4.
 *   t  in   a task that was checked; n is not looked at */
ref_conv_algorithm ref_conv_winograd_fastest(const ref_conv_task *t);

/* Chooses the pieces; t's algorithm says which of the two. */
ref_conv_blocking ref_conv_winograd_blocking(const ref_conv_task *t);
ref_conv_blocking ref_conv_winograd_share(const ref_conv_blocking *b,
                                          const ref_conv_task *t, int threads);

/* Transforms the weights, in double, and rounds them once; then they are
 * rearranged in the order in which they are read.
 *   packed  out  (m+2)^2 floats for each 9 of weight */
void ref_conv_winograd_pack(const ref_conv_task *t, const ref_conv_blocking *b,
                            float *packed);

ptrdiff_t ref_conv_winograd_units(const ref_conv_task *t,
                                  const ref_conv_blocking *b);
size_t ref_conv_winograd_desk_bytes(const ref_conv_task *t,
                                    const ref_conv_blocking *b);
__attribute__((nonnull)) void ref_conv_winograd_unit(const ref_conv_task *t,
                                                     const ref_conv_blocking *b,
                                                     const float *packed,
                                                     ptrdiff_t unit,
                                                     void *memory, float *y);

#pragma GCC visibility pop

#endif
