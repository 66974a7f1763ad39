#ifndef CONVLINGS_FLAT_H
#define CONVLINGS_FLAT_H

#include <stddef.h>

#include "operand.h"
#include "status.h"

/* An input and an output that are seen as rows of numbers, as many as a
 * size_t counts. For the library's own files. */
#pragma GCC visibility push(hidden)

/* Checks both arrays as ref_check_operands does.
 *   x, x_count  in   the input              y, y_count  in   the output
 *   y_role      in   REF_OUT or REF_OUT_IN_PLACE
 * Errors   REF_ENULL, unless a count is 0; REF_EOVERFLOW: an array beyond
 *          PTRDIFF_MAX bytes; REF_EOVERLAP */
REF_MUST_USE ref_status ref_check_flat(const float *x, size_t x_count,
                                       const float *y, size_t y_count,
                                       ref_role y_role);

#pragma GCC visibility pop

#endif
