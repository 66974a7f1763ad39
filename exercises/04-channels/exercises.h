/* Chapter 4, channels: what to write.
 *
 * Each comment is a contract: what the function is given, what it must
 * leave behind, and what happens at the edges. The letters are those of
 * the lesson. All arrays are dense and row-major, the last axis runs
 * fastest: element [b, c, i, j] of an n x c_in x h x w array is
 * a[((b*c_in + c)*h + i)*w + j].
 */
#ifndef CONVLINGS_CHANNELS_EXERCISES_H
#define CONVLINGS_CHANNELS_EXERCISES_H

/* conv2d_one: several channels in, one map out
 *
 *   y[i, j] = bias + sum over c, u, v of x[c, i+u, j+v] weight[c, u, v]
 *                    (c = 0 .. c_in-1, u = 0 .. kh-1, v = 0 .. kw-1)
 *
 *   x       in   c_in x h x w: one image, its channels one after the other
 *   weight  in   c_in x kh x kw: a kernel for each channel, not flipped
 *   bias    in   one number
 *   y       out  oh x ow with oh = h-kh+1 and ow = w-kw+1: one map
 *
 * Sizes    c_in >= 1, 1 <= kh <= h and 1 <= kw <= w.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and weight are only read. y overlaps neither, holds anything at
 *          all before the call, and every element of it is written.
 *
 * Task     Fill y with the map of x under this weight and this bias.
 */
void conv2d_one(const float *x, int c_in, int h, int w, const float *weight,
                int kh, int kw, float bias, float *y);

/* conv2d: a batch of images in, a map for each kernel out
 *
 *   y[b, o, i, j] = bias[o] + sum over c, u, v of
 *                             x[b, c, i+u, j+v] weight[o, c, u, v]
 *
 *   x       in   n x c_in x h x w: n images
 *   weight  in   c_out x c_in x kh x kw: not flipped
 *   bias    in   c_out: one number for each map
 *   y       out  n x c_out x oh x ow with oh = h-kh+1 and ow = w-kw+1
 *
 * Sizes    n, c_in, c_out >= 1, 1 <= kh <= h and 1 <= kw <= w.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x, weight and bias are only read. y overlaps none of them, holds
 *          anything at all before the call, and every element is written.
 *
 * Task     Fill y with the maps of all images.
 */
void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y);

/* nchw_to_nhwc: move the channels to the last axis
 *
 *   y[b, i, j, c] = x[b, c, i, j]
 *
 *   x   in   n x c_in x h x w: each channel is a plane of its own
 *   y   out  n x h x w x c_in: the channels of a pixel lie side by side
 *
 * Sizes    n, c_in, h, w >= 1.
 * Numbers  any floats; they are copied, not changed.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the numbers of x, channels last.
 */
void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y);

/* im2col: the windows of an image as the columns of a matrix
 *
 *   cols[(c*kh + u)*kw + v, i*ow + j] = x[c, i*s+u-p, j*s+v-p]
 *   where x counts as 0 outside the image
 *
 * One column for each place (i, j) of the window, in reading order; it holds
 * the window's numbers in the order of a kernel's weights: channel, row,
 * column.
 *
 *   x     in   c_in x h x w: one image
 *   s, p  in   stride and padding, the same down and across, on all sides
 *   cols  out  c_in*kh*kw rows by oh*ow columns, with
 *              oh = (h + 2*p - kh)/s + 1 and ow = (w + 2*p - kw)/s + 1,
 *              each quotient rounded down
 *
 * Sizes    c_in, s >= 1, p >= 0, 1 <= kh <= h + 2*p, 1 <= kw <= w + 2*p.
 * Numbers  any floats; they are copied, not changed.
 * Arrays   x is only read, and only inside: there are no zeros around it in
 *          memory. cols does not overlap it, holds anything at all before
 *          the call, and every element of it is written.
 *
 * Task     Fill cols with the windows of x.
 */
void im2col(const float *x, int c_in, int h, int w, int kh, int kw, int s,
            int p, float *cols);

/* conv2d_im2col: convolution as one product of matrices
 *
 *   y[o, q] = bias[o] + sum over t of weight[o, t] cols[t, q]
 *                       (t = 0 .. c_in*kh*kw-1, q = 0 .. oh*ow-1)
 *
 *   cols    in   c_in*kh*kw x oh*ow: the windows of one image, as im2col
 *                lays them out; stride and padding have been seen to
 *   weight  in   c_out x c_in x kh x kw: not flipped. Row o of the matrix is
 *                all that belongs to map o, in the order of memory
 *   bias    in   c_out: one number for each map
 *   y       out  c_out x oh x ow: the same numbers as conv2d gives
 *
 * Sizes    all of them >= 1.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   cols, weight and bias are only read. y overlaps none of them,
 *          holds anything at all before the call, and every element is
 *          written.
 *
 * Task     Fill y with the maps of the image whose windows cols holds.
 */
void conv2d_im2col(const float *cols, int oh, int ow, const float *weight,
                   int c_out, int c_in, int kh, int kw, const float *bias,
                   float *y);

/* conv2d_groups: channels in parts that do not see each other
 *
 *   y[b, o, i, j] = bias[o] + sum over c, u, v of
 *                             x[b, g*cg + c, i+u, j+v] weight[o, c, u, v]
 *   with cg = c_in/groups channels and og = c_out/groups maps in each group,
 *   g = o/og rounded down the group of map o, and c = 0 .. cg-1
 *
 *   x       in   n x c_in x h x w: n images
 *   weight  in   c_out x cg x kh x kw: not flipped; a map has weights for
 *                the channels of its own group only
 *   bias    in   c_out: one number for each map
 *   y       out  n x c_out x oh x ow with oh = h-kh+1 and ow = w-kw+1
 *
 * Sizes    n, c_in, c_out, groups >= 1; groups divides c_in and c_out;
 *          1 <= kh <= h and 1 <= kw <= w. groups = 1 is conv2d.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x, weight and bias are only read. y overlaps none of them, holds
 *          anything at all before the call, and every element is written.
 *
 * Task     Fill y with the maps of all images, group by group.
 */
void conv2d_groups(const float *x, int n, int c_in, int h, int w,
                   const float *weight, int c_out, int kh, int kw,
                   const float *bias, int groups, float *y);

/* What count_conv counts. */
enum { COUNT_PARAMETERS, COUNT_MULTIPLY_ADDS, COUNT_BYTES };

/* count_conv: what a layer costs
 *
 *   COUNT_PARAMETERS     all weights, c_out x c_in/groups x kh x kw, and all
 *                        biases, c_out
 *   COUNT_MULTIPLY_ADDS  products that are added up for one image: each
 *                        weight that an output has, for each output; those
 *                        on the padding count, adding the bias does not
 *   COUNT_BYTES          4 for each float that must be in memory for one
 *                        image: the input, all parameters, the output
 *
 *   what    in   one of the three: COUNT_PARAMETERS is 0, COUNT_MULTIPLY_ADDS
 *                is 1, COUNT_BYTES is 2
 *   c_in, h, w     in   the image              c_out   in   maps
 *   kh, kw         in   the kernel             s, p    in   stride, padding
 *   groups         in   parts of the channels
 *
 * The output is c_out x oh x ow, with oh = (h + 2*p - kh)/s + 1 and
 * ow = (w + 2*p - kw)/s + 1, each quotient rounded down.
 *
 * Sizes    c_in, h, w, c_out, s, groups >= 1, p >= 0; groups divides c_in and
 *          c_out; 1 <= kh <= h + 2*p and 1 <= kw <= w + 2*p.
 * Numbers  counts may be far above 2^31, where an int ends; all fit in a
 *          long long. There are no arrays: the layer need not fit anywhere.
 *
 * Task     Return the count that is asked for.
 */
long long count_conv(int what, int c_in, int h, int w, int c_out, int kh,
                     int kw, int s, int p, int groups);

/* break_layout: write the input that shows a wrong program
 *
 * Somebody wrote conv2d_one for images whose channels come last, and gave it
 * images whose channels come first:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           float sum = 0;
 *
 *           for (int c = 0; c < c_in; c++)
 *               for (int u = 0; u < kh; u++)
 *                   for (int v = 0; v < kw; v++)
 *                       sum += x[((i + u) * w + j + v) * c_in + c]
 *                            * weight[(c * kh + u) * kw + v];
 *           y[i * ow + j] = sum;
 *       }
 *
 * with oh = h-kh+1 and ow = w-kw+1. It never reads outside x, and on many
 * inputs it is right all the same. Write one on which it is wrong.
 *
 *   x       out  c_in x h x w: an image, its channels one after the other;
 *                room for 64 numbers
 *   c_in, h, w, kh, kw  out  the sizes
 *   weight  out  c_in x kh x kw: a kernel for each channel; room for 64
 *                numbers
 *
 * Sizes    1 <= c_in <= 4, 1 <= kh <= h <= 4 and 1 <= kw <= w <= 4.
 * Numbers  from -1000 to 1000. Only the first c_in*h*w of x and the first
 *          c_in*kh*kw of weight count; the others need not be written.
 * Smallest The fewer numbers x and weight have together, the better the
 *          test. It can be done with 6.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_layout(float *x, int *c_in, int *h, int *w, float *weight, int *kh,
                  int *kw);

#endif
