#ifndef CONVLINGS_AVG_POOL_H
#define CONVLINGS_AVG_POOL_H

#include "status.h"

/* Pooling by the average of each window. In one, two and three dimensions; the
 * two-dimensional one says it all, the others say what differs. */

/* Options of a two-dimensional average pool.
 *   sh, sw             stride down and across, >= 1; 0 stands for the window's
 *                      own size kh, kw: windows side by side
 *   pt, pb, pl, pr     padding with zeros on top, at the bottom, left and
 *                      right, >= 0 and at most half of the window
 *   ceil_mode          not 0: also a last window that hangs over the end, if
 *                      it starts inside the image or the padding before it
 *   count_include_pad  not 0: the places of the padding are counted among
 *                      those that the sum is divided by; places beyond the
 *                      padding, which ceil mode may reach, never are
 *   divisor_override   not 0: divide by this, whatever the window sees; may
 *                      be negative
 * Fill one by copying REF_AVG_POOL2D_DEFAULTS and changing what differs. */
typedef struct ref_avg_pool2d_params {
    int sh, sw;
    int pt, pb, pl, pr;
    int ceil_mode;
    int count_include_pad;
    int divisor_override;
} ref_avg_pool2d_params;

/* Windows side by side, no padding, only whole windows: what p = NULL means.
 * Padding, once there is any, is counted. */
#define REF_AVG_POOL2D_DEFAULTS                                                \
    ((ref_avg_pool2d_params){.count_include_pad = 1})

/* Two-dimensional average pool.
 *   y[b,c,i,j] = sum over u,v of x[b,c, i*sh-pt+u, j*sw-pl+v] / divisor
 *   over the places inside x; the divisor is
 *     divisor_override                          if it is not 0, else
 *     the places inside x and its padding       with count_include_pad, else
 *     the places inside x
 *   x       in   n x c x h x w              p    in   options, or NULL
 *   y       out  n x c x oh x ow; every element is written; overlaps no input
 * Sizes    ref_pool_output_size for each axis; in elements;
 *          ref_avg_pool2d_output gives them. n may be 0: nothing is computed
 *          and x and y may be NULL. All other sizes are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, a window larger than the
 *          padded image (by a stride or more, in ceil mode); REF_EPARAM: an
 *          option outside its range; REF_EOVERFLOW: an array beyond
 *          PTRDIFF_MAX bytes, a padded axis beyond INT_MAX; REF_EOVERLAP; y is
 *          untouched on error
 * Accuracy |y - exact| <= ref_sum_bound(m + 1, sum |x| / |divisor|), m the
 *          places inside x: m - 1 additions and a division, see bound.h. The
 *          order of the sum is fixed and the same for every machine, and so
 *          are the bits
 * Specials as PyTorch: NaN and infinity take part as IEEE 754 has it; the
 *          padding adds nothing. The sum is formed in float32 and may overflow
 *          where the average would not
 * Threads  safe on distinct y
 * Source   torch.nn.functional.avg_pool2d */
REF_MUST_USE ref_status ref_avg_pool2d(const float *x, int n, int c, int h,
                                       int w, int kh, int kw,
                                       const ref_avg_pool2d_params *p,
                                       float *y);

/* Rows and columns of ref_avg_pool2d's output.
 *   h, w, kh, kw  in   image and window     p       in   options, or NULL
 *   oh, ow        out  the sizes, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, as
 *          ref_avg_pool2d; *oh and *ow are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_avg_pool2d_output(int h, int w, int kh, int kw,
                                              const ref_avg_pool2d_params *p,
                                              int *oh, int *ow);

/* Options of a one-dimensional average pool: those of ref_avg_pool2d_params
 * along the row. Fill one by copying REF_AVG_POOL1D_DEFAULTS. */
typedef struct ref_avg_pool1d_params {
    int sw;
    int pl, pr;
    int ceil_mode;
    int count_include_pad;
    int divisor_override;
} ref_avg_pool1d_params;

/* Windows side by side, no padding: what p = NULL means. */
#define REF_AVG_POOL1D_DEFAULTS                                                \
    ((ref_avg_pool1d_params){.count_include_pad = 1})

/* One-dimensional average pool.
 *   y[b,c,j] = sum over v of x[b,c, j*sw-pl+v] / divisor
 *   x       in   n x c x w                  p    in   options, or NULL
 *   y       out  n x c x ow; every element is written; overlaps no input
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as ref_avg_pool2d, of
 *          which it is the case of one row
 * Source   torch.nn.functional.avg_pool1d, which cannot override the divisor
 */
REF_MUST_USE ref_status ref_avg_pool1d(const float *x, int n, int c, int w,
                                       int kw, const ref_avg_pool1d_params *p,
                                       float *y);

/* The length of ref_avg_pool1d's output; as ref_avg_pool2d_output. */
REF_MUST_USE ref_status ref_avg_pool1d_output(int w, int kw,
                                              const ref_avg_pool1d_params *p,
                                              int *ow);

/* Options of a three-dimensional average pool: those of ref_avg_pool2d_params,
 * and
 *   sd      stride along the depth; 0 stands for kd
 *   pf, pk  padding in front and at the back
 * Fill one by copying REF_AVG_POOL3D_DEFAULTS. */
typedef struct ref_avg_pool3d_params {
    int sd, sh, sw;
    int pf, pk, pt, pb, pl, pr;
    int ceil_mode;
    int count_include_pad;
    int divisor_override;
} ref_avg_pool3d_params;

/* Windows side by side, no padding: what p = NULL means. */
#define REF_AVG_POOL3D_DEFAULTS                                                \
    ((ref_avg_pool3d_params){.count_include_pad = 1})

/* Three-dimensional average pool.
 *   y[b,c,l,i,j] = sum over t,u,v of
 *                  x[b,c, l*sd-pf+t, i*sh-pt+u, j*sw-pl+v] / divisor
 *   x       in   n x c x d x h x w          p    in   options, or NULL
 *   y       out  n x c x od x oh x ow; every element is written; overlaps no
 *                input
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as ref_avg_pool2d
 * Source   torch.nn.functional.avg_pool3d, which alone of PyTorch's pools also
 *          refuses a window larger than the volume without its padding */
REF_MUST_USE ref_status ref_avg_pool3d(const float *x, int n, int c, int d,
                                       int h, int w, int kd, int kh, int kw,
                                       const ref_avg_pool3d_params *p,
                                       float *y);

/* Planes, rows and columns of ref_avg_pool3d's output; as
 * ref_avg_pool2d_output. */
REF_MUST_USE ref_status ref_avg_pool3d_output(int d, int h, int w, int kd,
                                              int kh, int kw,
                                              const ref_avg_pool3d_params *p,
                                              int *od, int *oh, int *ow);

#endif
