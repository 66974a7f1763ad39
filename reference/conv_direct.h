#ifndef CONVLINGS_CONV_DIRECT_H
#define CONVLINGS_CONV_DIRECT_H

#include <stddef.h>

#include "conv_blocking.h"
#include "conv_task.h"

/* The direct algorithm, in units of work that threads can share: each unit
 * writes its own part of y. For the library's own files. */
#pragma GCC visibility push(hidden)

/* Rearranges the weights: register tile after register tile, in the order in
 * which they are read.
 *   t, b    in   the task (weight and sizes) and how it is cut
 *   packed  out  as many floats as weight has */
void ref_conv_direct_pack(const ref_conv_task *t, const ref_conv_blocking *b,
                          float *packed);

/* How many units there are, and the bytes that working on one takes. */
ptrdiff_t ref_conv_direct_units(const ref_conv_task *t,
                                const ref_conv_blocking *b);
size_t ref_conv_direct_desk_bytes(const ref_conv_task *t,
                                  const ref_conv_blocking *b);

/* Does one unit.
 *   t, b    in   the task and how it is cut; weight is not looked at
 *   packed  in   what ref_conv_direct_pack wrote
 *   unit    in   0 .. units-1
 *   memory       ref_conv_direct_desk_bytes, aligned to 64
 *   y       out  n x c_out x od x oh x ow; the unit's part of it */
__attribute__((nonnull)) void ref_conv_direct_unit(const ref_conv_task *t,
                                                   const ref_conv_blocking *b,
                                                   const float *packed,
                                                   ptrdiff_t unit, void *memory,
                                                   float *y);

#pragma GCC visibility pop

#endif
