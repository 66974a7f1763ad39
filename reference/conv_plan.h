#ifndef CONVLINGS_CONV_PLAN_H
#define CONVLINGS_CONV_PLAN_H

#include <stddef.h>

#include "conv.h"
#include "status.h"

/* A convolution whose weights are known and whose images are still to come:
 * its weights rearranged for the inner loops, its sizes checked, its algorithm
 * and its inner loops (cpu.h) chosen, once for many calls. The size of the
 * images belongs to it; how many there are is said at each run. */
typedef struct ref_conv_plan ref_conv_plan;

/* Makes a plan of a two-dimensional convolution.
 *   c_in .. p   in   as ref_conv2d; weight and bias are copied, so the caller's
 *                    may go
 *   plan        out  the plan; ref_conv_plan_free takes it back
 * Memory   as many floats as weight and bias have; for Winograd's algorithms
 *          16/9 (F(2x2,3x3)) or 4 (F(4x4,3x3)) times as many
 * Errors   as ref_conv2d; REF_ENOMEM; *plan is untouched on error
 * Threads  safe on distinct plan */
REF_MUST_USE ref_status ref_conv2d_plan_new(int c_in, int h, int w,
                                            const float *weight, int c_out,
                                            int kh, int kw, const float *bias,
                                            const ref_conv2d_params *p,
                                            ref_conv_plan **plan);

/* The same in one and in three dimensions. */
REF_MUST_USE ref_status ref_conv1d_plan_new(int c_in, int w,
                                            const float *weight, int c_out,
                                            int kw, const float *bias,
                                            const ref_conv1d_params *p,
                                            ref_conv_plan **plan);
REF_MUST_USE ref_status ref_conv3d_plan_new(int c_in, int d, int h, int w,
                                            const float *weight, int c_out,
                                            int kd, int kh, int kw,
                                            const float *bias,
                                            const ref_conv3d_params *p,
                                            ref_conv_plan **plan);

/* Runs a plan over n images; the numbers are those that ref_conv2d gives, to
 * the bit.
 *   x  in   n x c_in x (d x) h x w     y  out  n x c_out x (od x) oh x ow;
 *   overlaps neither x nor the plan
 * Memory   ref_conv_plan_workspace_bytes for each thread, given back at the
 *          end of the call
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP as ref_conv2d;
 *          REF_ENOMEM; y is untouched on error
 * Threads  safe on distinct y, also with one plan; itself uses as many as the
 *          params' threads say */
REF_MUST_USE ref_status ref_conv_plan_run(const ref_conv_plan *plan,
                                          const float *x, int n, float *y);

/* The name of the algorithm that was chosen: "direct", "winograd2" or
 * "winograd4". REF_CONV_FASTEST takes Winograd's where they are possible and,
 * with r = c_in*c_out / (c_in + c_out) of a group,
 *     winograd2  10*10 <= oh*ow < 20*20 and r >= 32
 *     winograd4  20*20 <= oh*ow         and r*r * oh*ow >= 200,000
 * as was measured with AVX-512; see conv_winograd.c
 * Returns  a static string
 * Threads  safe */
REF_MUST_USE const char *ref_conv_plan_algorithm(const ref_conv_plan *plan);

/* The work space of a run, for each thread, in bytes. Direct: what a block of
 * positions sees of some channels, and as columns (im2col) one register tile of
 * it. Winograd's: the transformed patches of a block, of all channels of a
 * group. Its size grows with channels and kernels but not with the number, the
 * height and, from 512 columns on, the width of images.
 * Threads  safe */
REF_MUST_USE size_t ref_conv_plan_workspace_bytes(const ref_conv_plan *plan);

/* Takes a plan back; NULL is allowed. */
void ref_conv_plan_free(ref_conv_plan *plan);

#endif
