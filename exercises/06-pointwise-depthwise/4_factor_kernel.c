/* factor_kernel: is this kernel a column times a row?
 *
 * k is an outer product if there are a column and a row with
 *
 *   k[u, v] = col[u] row[v]   for all u and v
 *
 * Then every row of k is a multiple of one and the same row. There are many
 * such pairs: twice the row and half the column will do as well. The one
 * asked for is this: row is the first row of k that is not all zeros, and
 * col says how many times each row of k contains it. So col is 1 for that
 * row of k, and 0 for all above it.
 *
 *   k    in   kh x kw: the kernel
 *   col  out  kh
 *   row  out  kw
 *
 * Returns  1 if k is an outer product, 0 if not. If not, col and row are
 *          filled with zeros. A kernel of zeros is an outer product, of a
 *          column of zeros and a row of zeros.
 * Sizes    kh, kw >= 1; they may differ.
 * Numbers  finite floats. Fractions are rounded before you see them, so
 *          take two numbers for equal if they differ by less than 1e-4
 *          times the greatest |k[u, v]|. In every case here each element is
 *          either ten times nearer to the product, or ten times farther off.
 *          Each col[u] may be off by 1e-5 times the greatest |col[u]|, and
 *          row alike.
 * Library  fabsf is declared in math.h: #include <math.h>
 * Arrays   k is only read. col and row overlap neither k nor each other and
 *          are written on every call.
 */
#include "exercises.h"

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    /* TODO: split k into col and row and return 1; or return 0. */
    return 0;
}
