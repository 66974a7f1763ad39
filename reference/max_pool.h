#ifndef CONVLINGS_MAX_POOL_H
#define CONVLINGS_MAX_POOL_H

#include <stdint.h>

#include "status.h"

/* Pooling by the largest: of each window, one number is kept. In one, two and
 * three dimensions; the two-dimensional one says it all, the others say what
 * differs. And the way back, which puts each number where it was found. */

/* Options of a two-dimensional maximum pool.
 *   sh, sw          stride down and across, >= 1; 0 stands for the window's
 *                   own size kh, kw: windows side by side
 *   pt, pb, pl, pr  padding on top, at the bottom, left and right, >= 0 and at
 *                   most half of what the window spans; it never wins, as if
 *                   minus infinity stood there
 *   dh, dw          dilation of the window, >= 1 (1: dense)
 *   ceil_mode       not 0: also a last window that hangs over the end, if it
 *                   starts inside the image or the padding before it
 * Fill one by copying REF_MAX_POOL2D_DEFAULTS and changing what differs. */
typedef struct ref_max_pool2d_params {
    int sh, sw;
    int pt, pb, pl, pr;
    int dh, dw;
    int ceil_mode;
} ref_max_pool2d_params;

/* Windows side by side, no padding, dense, only whole windows: what p = NULL
 * means. */
#define REF_MAX_POOL2D_DEFAULTS ((ref_max_pool2d_params){.dh = 1, .dw = 1})

/* Two-dimensional maximum pool.
 *   y[b,c,i,j] = max over u,v of x[b,c, i*sh-pt+u*dh, j*sw-pl+v*dw]
 *   over the places inside x
 *   x        in   n x c x h x w             p    in   options, or NULL
 *   y        out  n x c x oh x ow; every element is written; overlaps no other
 *                 array
 *   indices  out  n x c x oh x ow, or NULL: not asked for. Where in its plane
 *                 each maximum stands, row*w + column; of equal numbers the
 *                 first. Overlaps no other array
 * Sizes    ref_pool_output_size for each axis; in elements;
 *          ref_max_pool2d_output gives them. n may be 0: nothing is computed
 *          and the arrays may be NULL. All other sizes are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, a dilated window larger than
 *          the padded image (by a stride or more, in ceil mode); REF_EPARAM:
 *          an option outside its range; REF_EOVERFLOW: an array beyond
 *          PTRDIFF_MAX bytes, a padded axis beyond INT_MAX; REF_EOVERLAP; y
 *          and indices are untouched on error
 * Accuracy exact
 * Specials as PyTorch: a window that has a NaN gives NaN, and the index of its
 *          last NaN; one of minus infinities only gives minus infinity, and
 *          the index of its first element inside; 0 and -0 are equal. A dilated
 *          window may step over the whole image: it gives minus infinity and,
 *          unlike PyTorch, whose index then points elsewhere, index -1
 * Threads  safe on distinct y and indices
 * Source   torch.nn.functional.max_pool2d */
REF_MUST_USE ref_status ref_max_pool2d(const float *x, int n, int c, int h,
                                       int w, int kh, int kw,
                                       const ref_max_pool2d_params *p, float *y,
                                       int64_t *indices);

/* Rows and columns of ref_max_pool2d's output.
 *   h, w, kh, kw  in   image and window     p       in   options, or NULL
 *   oh, ow        out  the sizes, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, as
 *          ref_max_pool2d; *oh and *ow are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_max_pool2d_output(int h, int w, int kh, int kw,
                                              const ref_max_pool2d_params *p,
                                              int *oh, int *ow);

/* Options of a one-dimensional maximum pool: those of ref_max_pool2d_params
 * along the row. Fill one by copying REF_MAX_POOL1D_DEFAULTS. */
typedef struct ref_max_pool1d_params {
    int sw;
    int pl, pr;
    int dw;
    int ceil_mode;
} ref_max_pool1d_params;

/* Windows side by side, no padding, dense: what p = NULL means. */
#define REF_MAX_POOL1D_DEFAULTS ((ref_max_pool1d_params){.dw = 1})

/* One-dimensional maximum pool.
 *   y[b,c,j] = max over v of x[b,c, j*sw-pl+v*dw]
 *   x        in   n x c x w                 p  in  options, or NULL
 *   y        out  n x c x ow; every element is written
 *   indices  out  n x c x ow, or NULL: the column of each maximum
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as ref_max_pool2d, of
 *          which it is the case of one row
 * Source   torch.nn.functional.max_pool1d */
REF_MUST_USE ref_status ref_max_pool1d(const float *x, int n, int c, int w,
                                       int kw, const ref_max_pool1d_params *p,
                                       float *y, int64_t *indices);

/* The length of ref_max_pool1d's output; as ref_max_pool2d_output. */
REF_MUST_USE ref_status ref_max_pool1d_output(int w, int kw,
                                              const ref_max_pool1d_params *p,
                                              int *ow);

/* Options of a three-dimensional maximum pool: those of ref_max_pool2d_params,
 * and
 *   sd, dd  stride and dilation along the depth; sd = 0 stands for kd
 *   pf, pk  padding in front and at the back
 * Fill one by copying REF_MAX_POOL3D_DEFAULTS. */
typedef struct ref_max_pool3d_params {
    int sd, sh, sw;
    int pf, pk, pt, pb, pl, pr;
    int dd, dh, dw;
    int ceil_mode;
} ref_max_pool3d_params;

/* Windows side by side, no padding, dense: what p = NULL means. */
#define REF_MAX_POOL3D_DEFAULTS                                                \
    ((ref_max_pool3d_params){.dd = 1, .dh = 1, .dw = 1})

/* Three-dimensional maximum pool.
 *   y[b,c,l,i,j] = max over t,u,v of
 *                  x[b,c, l*sd-pf+t*dd, i*sh-pt+u*dh, j*sw-pl+v*dw]
 *   x        in   n x c x d x h x w         p  in  options, or NULL
 *   y        out  n x c x od x oh x ow; every element is written
 *   indices  out  n x c x od x oh x ow, or NULL: where in its volume each
 *                 maximum stands, (plane*h + row)*w + column
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as ref_max_pool2d
 * Source   torch.nn.functional.max_pool3d */
REF_MUST_USE ref_status ref_max_pool3d(const float *x, int n, int c, int d,
                                       int h, int w, int kd, int kh, int kw,
                                       const ref_max_pool3d_params *p, float *y,
                                       int64_t *indices);

/* Planes, rows and columns of ref_max_pool3d's output; as
 * ref_max_pool2d_output. */
REF_MUST_USE ref_status ref_max_pool3d_output(int d, int h, int w, int kd,
                                              int kh, int kw,
                                              const ref_max_pool3d_params *p,
                                              int *od, int *oh, int *ow);

/* Puts each number back at the place that its index names, among zeros.
 *   y[b,c,k] = x[b,c,i,j] where indices[b,c,i,j] = k, else 0; k counts the
 *   places of the plane, row*ow + column
 *   x        in   n x c x h x w             indices  in  n x c x h x w
 *   y        out  n x c x oh x ow; every element is written; overlaps no input
 *   If an index stands twice in a plane, the number that comes last is kept
 * Sizes    n may be 0, all other sizes are >= 1; ref_max_unpool2d_output gives
 *          an oh and ow
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1; REF_EPARAM: an index outside
 *          0 .. oh*ow-1, the message says which and where; REF_EOVERFLOW;
 *          REF_EOVERLAP; y is untouched on error
 * Accuracy exact
 * Specials NaN and infinity are numbers like others
 * Threads  safe on distinct y
 * Source   torch.nn.functional.max_unpool2d; Zeiler & Fergus, "Visualizing and
 *          understanding convolutional networks", 2014 */
REF_MUST_USE ref_status ref_max_unpool2d(const float *x, const int64_t *indices,
                                         int n, int c, int h, int w, int oh,
                                         int ow, float *y);

/* The smallest image that ref_max_pool2d makes h x w of.
 *   oh = (h-1)*sh - pt - pb + dh*(kh-1) + 1, ow likewise
 *   h, w    in   size of the pool's output
 *   kh, kw  in   its window                 p       in   its options, or NULL
 *   oh, ow  out  the sizes, >= 1
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, or the paddings leave
 *          nothing; REF_EPARAM: an option outside its range; REF_EOVERFLOW;
 *          *oh and *ow are untouched on error
 * Threads  safe
 * Source   torch.nn.functional.max_unpool2d, which knows no dilation */
REF_MUST_USE ref_status ref_max_unpool2d_output(int h, int w, int kh, int kw,
                                                const ref_max_pool2d_params *p,
                                                int *oh, int *ow);

#endif
