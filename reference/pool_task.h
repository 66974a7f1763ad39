#ifndef CONVLINGS_POOL_TASK_H
#define CONVLINGS_POOL_TASK_H

#include <stddef.h>
#include <stdint.h>

#include "microkernels/microkernels.h"
#include "status.h"
#include "window.h"

/* What all pools share: a window that slides over each channel for itself. One
 * and two dimensions are the cases of three whose first axes are not there.
 * For the library's own files. */
#pragma GCC visibility push(hidden)

/* A pool to be done: the arrays, and the window with its stride, padding and
 * dilation. */
typedef struct ref_pool_task {
    const float *x;
    int n, c;
    int ceil_mode;
    ref_window window;
} ref_pool_task;

/* A stride of 0 stands for the window's size: makes it that. */
void ref_pool_strides(ref_window *w);

/* Checks a task but for its arrays, and hands out the sizes of the output from
 * axis first on; for the ..._output functions.
 *   t  in   all but window.out
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW; the sizes are
 *          untouched on error */
REF_MUST_USE ref_status ref_pool_give(ref_pool_task t, int first, int *od,
                                      int *oh, int *ow);

/* Checks a task with its arrays.
 *   t        in   all but window.out        out  window.out
 *   y        in   where the result goes
 *   indices  in   where the indices go, or NULL
 * Errors   those of ref_pool_give, REF_EOVERLAP; nothing is
 *          written to the outputs */
REF_MUST_USE ref_status ref_pool_check(ref_pool_task *t, const float *y,
                                       const int64_t *indices);

/* How many channels there are, n*c. */
ptrdiff_t ref_pool_channels(const ref_pool_task *t);

/* The taps of the window that stand inside an axis, possibly none.
 *   a         in   the axis, seen to be right
 *   position  in   of the window, 0 .. out-1 */
ref_range ref_pool_taps(const ref_axis *a, int position);

/* What is the same for all lines of y. Of a task that ref_pool_check accepted.
 */
ref_pool_rows ref_pool_rows_of(const ref_pool_task *t);

/* How lines of y are made; a micro-kernel, pool_max or pool_sum. */
typedef void ref_pool_fold(const ref_pool_rows *r, const float *x, float *y);

/* How many lines from i on are made at once, their windows seeing whole columns
 * of taps; 1 where they do not. */
int ref_pool_lines(const ref_pool_task *t, const ref_pool_rows *r, int i);

/* Makes lines i .. i + r->lines - 1 of plane l of a channel of y: each plane of
 * x that their windows see adds what it has, and the last one's turn ends with
 * the division.
 *   t  in   a task that ref_pool_check accepted
 *   r  in   ref_pool_rows_of(t), with lines, and a divisor or 0
 *   x  in   the channel                     y  out  the lines */
void ref_pool_fold_lines(const ref_pool_task *t, ref_pool_rows *r,
                         const float *x, int l, int i, ref_pool_fold *fold,
                         float *y);

#pragma GCC visibility pop

#endif
