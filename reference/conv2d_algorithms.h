#ifndef CONVLINGS_CONV2D_ALGORITHMS_H
#define CONVLINGS_CONV2D_ALGORITHMS_H

#include <stddef.h>

#include "conv2d.h"

/* Between conv2d.c, which checks and picks, and conv2d_<algorithm>.c, which
 * compute. For the library's own files. */

/* A convolution to be done: the arguments of ref_conv2d under their own
 * names, and the size of the output. */
typedef struct ref_conv2d_task {
    const float *x, *weight, *bias;
    int n, c_in, h, w, c_out, kh, kw;
    ref_conv2d_params p;
    int oh, ow;
} ref_conv2d_task;

/* Gathers the arguments of ref_conv2d; p = NULL becomes the defaults. oh and
 * ow are 0 until ref_conv2d_check fills them. */
ref_conv2d_task ref_conv2d_gather(const float *x, int n, int c_in, int h, int w,
                                  const float *weight, int c_out, int kh,
                                  int kw, const float *bias,
                                  const ref_conv2d_params *p);

/* Checks a task and the array its result goes to, as conv2d.h promises.
 *   t              in   all but oh, ow;     out  oh, ow
 *   name, y        in   the output and its name in messages
 *   element_bytes  in   sizeof of the output's element
 * Errors   those of ref_conv2d; nothing is written to y */
REF_MUST_USE ref_status ref_conv2d_check(ref_conv2d_task *t, const char *name,
                                         const void *y, size_t element_bytes);

/* The sum as it is written, a row of y at a time; see conv2d_direct.c.
 *   t  in   a task that ref_conv2d_check accepted
 *   y  out  n x c_out x oh x ow
 * Memory   none is taken */
void ref_conv2d_direct(const ref_conv2d_task *t, float *y);

#endif
