#ifndef CONVLINGS_TOEPLITZ_H
#define CONVLINGS_TOEPLITZ_H

#include <stddef.h>

#include "conv.h"
#include "status.h"

/* A convolution is linear, so it is a matrix U: y = U x, with x and y laid out
 * as conv.h has them and no bias. One channel at stride 1 makes a Toeplitz
 * matrix (each diagonal is one number) out of a row, a block Toeplitz matrix
 * of such blocks out of an image, and with REF_PAD_CIRCULAR around the whole
 * axis a circulant one. Strides leave rows out; groups leave blocks empty. Its
 * transpose is the transposed convolution.
 *
 * Padding modes other than zeros show one element of x to several taps; its
 * entry of U is then the sum of their weights. */

/* Sizes of the matrix of a two-dimensional convolution.
 *   c_out .. p  in   as ref_conv2d
 *   rows        out  c_out*oh*ow            columns  out  c_in*h*w
 *   nonzeros    out  entries (row, column) for which some tap of that output
 *                    sees that input, whatever its weight
 * Errors   REF_ENULL; REF_ESIZE, REF_EPARAM as ref_conv2d; REF_EOVERFLOW: as
 *          ref_conv2d, and rows or columns beyond INT_MAX, nonzeros too many
 *          for an array, or an axis with so many windows over its edge that
 *          counting what they see takes more than 2^26 steps, one for each
 *          window, or in a mirror for each of its taps; nothing is written on
 *          error
 * Threads  safe */
REF_MUST_USE ref_status ref_toeplitz2d_size(int c_out, int c_in, int kh, int kw,
                                            int h, int w,
                                            const ref_conv2d_params *p,
                                            int *rows, int *columns,
                                            size_t *nonzeros);

/* The matrix of a two-dimensional convolution, with all its zeros.
 *   U[(o*oh + i)*ow + j, (c*h + r)*w + q] = sum of weight[o, c - g*cg, u, v]
 *   over the taps u,v that see r,q from position i,j; 0 if there are none, or
 *   if c is not in the group g of o
 *   weight  in   c_out x c_in/groups x kh x kw
 *   p       in   options, or NULL
 *   U       out  rows x columns, as ref_toeplitz2d_size gives them; every
 *                element is written; overlaps no input
 * Sizes    as ref_conv2d; in elements
 * Memory   the caller owns both arrays; none is taken
 * Errors   as ref_conv2d; REF_EOVERFLOW also: rows or columns beyond INT_MAX,
 *          a matrix beyond PTRDIFF_MAX bytes; U is untouched on error
 * Accuracy exact with zero padding; else |U - exact| <= ref_sum_bound(m,
 *          sum |weight|) for the m weights that meet in an entry, see bound.h
 * Specials NaN and infinity stand where their weight belongs. The zeros of the
 *          padding have no column: next to such a weight ref_conv2d gives NaN,
 *          U x does not. In turn U x multiplies every other x by 0
 * Threads  safe on distinct U
 * Source   Dumoulin & Visin, "A guide to convolution arithmetic for deep
 *          learning", 2016, section 4.1 */
REF_MUST_USE ref_status ref_toeplitz2d(const float *weight, int c_out, int c_in,
                                       int kh, int kw, int h, int w,
                                       const ref_conv2d_params *p, float *U);

/* The same matrix without its zeros, in compressed sparse rows.
 *   weight, p    in   as ref_toeplitz2d
 *   values       out  nonzeros entries, row by row
 *   columns      out  nonzeros: the column of each, ascending within a row,
 *                     none twice
 *   row_starts   out  rows + 1: the entries of row r are row_starts[r] up to
 *                     and without row_starts[r+1]; the last is nonzeros
 *   All elements are written; the outputs overlap nothing. values and columns
 *   may be NULL if nonzeros is 0.
 * Sizes, Memory, Accuracy, Threads  as ref_toeplitz2d; entries of weight 0
 *          are kept, so that the pattern depends on sizes and options alone
 * Errors   those of ref_toeplitz2d_size; REF_EOVERLAP; the outputs are
 *          untouched on error
 * Specials as ref_toeplitz2d, but U x leaves every other x alone */
REF_MUST_USE ref_status ref_toeplitz2d_csr(const float *weight, int c_out,
                                           int c_in, int kh, int kw, int h,
                                           int w, const ref_conv2d_params *p,
                                           float *values, int *columns,
                                           size_t *row_starts);

/* Sizes of the matrix of a one-dimensional convolution; as
 * ref_toeplitz2d_size, with rows = c_out*ow and columns = c_in*w. */
REF_MUST_USE ref_status ref_toeplitz1d_size(int c_out, int c_in, int kw, int w,
                                            const ref_conv1d_params *p,
                                            int *rows, int *columns,
                                            size_t *nonzeros);

/* The matrix of a one-dimensional convolution, with all its zeros.
 *   U[o*ow + j, c*w + q] = sum of weight[o, c - g*cg, v] over the taps v that
 *   see q from position j
 *   weight  in   c_out x c_in/groups x kw   p  in   options, or NULL
 *   U       out  rows x columns; every element is written; overlaps no input
 * Sizes, Memory, Errors, Accuracy, Specials, Threads, Source  as
 *          ref_toeplitz2d, of which it is the case of one row */
REF_MUST_USE ref_status ref_toeplitz1d(const float *weight, int c_out, int c_in,
                                       int kw, int w,
                                       const ref_conv1d_params *p, float *U);

/* The same without its zeros; as ref_toeplitz2d_csr. */
REF_MUST_USE ref_status ref_toeplitz1d_csr(const float *weight, int c_out,
                                           int c_in, int kw, int w,
                                           const ref_conv1d_params *p,
                                           float *values, int *columns,
                                           size_t *row_starts);

#endif
