#ifndef CONVLINGS_CONV_TASK_H
#define CONVLINGS_CONV_TASK_H

#include <stddef.h>

#include "conv.h"
#include "window.h"

/* Between conv.c, which checks and picks, and conv_<algorithm>.c, which
 * compute. One and two dimensions are the cases of three whose first axes are
 * not there. For the library's own files. */
#pragma GCC visibility push(hidden)

/* A convolution to be done: arrays, channels, and the window with its stride,
 * padding and dilation. */
typedef struct ref_conv_task {
    const float *x, *weight, *bias;
    int n, c_in, c_out, groups;
    ref_pad_mode pad_mode;
    ref_window window;
    ref_conv_algorithm algorithm;
    int threads;
} ref_conv_task;

/* Gathers the arguments of a convolution under their own names; p = NULL
 * becomes the defaults. */
ref_conv_task ref_conv1d_task(const float *x, int n, int c_in, int w,
                              const float *weight, int c_out, int kw,
                              const float *bias, const ref_conv1d_params *p);
ref_conv_task ref_conv2d_task(const float *x, int n, int c_in, int h, int w,
                              const float *weight, int c_out, int kh, int kw,
                              const float *bias, const ref_conv2d_params *p);
ref_conv_task ref_conv3d_task(const float *x, int n, int c_in, int d, int h,
                              int w, const float *weight, int c_out, int kd,
                              int kh, int kw, const float *bias,
                              const ref_conv3d_params *p);

/* Channels of a group, of x and of y. */
static inline int group_in(const ref_conv_task *t)
{
    return t->c_in / t->groups;
}

static inline int group_out(const ref_conv_task *t)
{
    return t->c_out / t->groups;
}

/* An array that the result of a task goes to. */
typedef struct ref_conv_output {
    const char *name;
    const void *data;
    size_t element_bytes;
} ref_conv_output;

/* Checks channels and groups of any operator that has them.
 * Errors   REF_ESIZE, REF_EPARAM */
REF_MUST_USE ref_status ref_check_channels(int n, int c_in, int c_out,
                                           int groups);

/* Checks a task but for its arrays, and measures its output.
 *   t  in   all but window.out              out  window.out
 * Errors   those of ref_conv3d but for the arrays' */
REF_MUST_USE ref_status ref_conv_measure(ref_conv_task *t);

/* Checks a task and its outputs, one or two, as conv.h promises.
 *   t      in   all but window.out          out  window.out
 *   outputs, count  in   where the result goes
 * Errors   those of ref_conv3d; nothing is written to the outputs */
REF_MUST_USE ref_status ref_conv_check(ref_conv_task *t,
                                       const ref_conv_output *outputs,
                                       int count);

/* Makes a plan of a task, runs it and frees it; see conv_plan.c.
 *   t  in   a task that ref_conv_check accepted
 *   y  out  n x c_out x od x oh x ow
 * Errors   REF_ENOMEM; y is untouched then */
REF_MUST_USE ref_status ref_conv_once(const ref_conv_task *t, float *y);

#pragma GCC visibility pop

#endif
