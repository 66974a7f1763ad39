/* break_neighbours: write the kernel that shows a wrong program
 *
 * Somebody tells whether a kernel is an outer product like this:
 *
 *   for (int u = 0; u + 1 < kh; u++)
 *       for (int v = 0; v + 1 < kw; v++)
 *           if (k[u * kw + v] * k[(u + 1) * kw + v + 1] !=
 *               k[u * kw + v + 1] * k[(u + 1) * kw + v])
 *               return 0;
 *   return 1;
 *
 * In an outer product both sides are col[u] row[v] col[u+1] row[v+1], and so
 * every square of four neighbours passes. Take the numbers as exact. On many
 * kernels the program is right. Write one on which it is wrong.
 *
 *   k       out  kh x kw: a kernel, row-major; room for 64 numbers
 *   kh, kw  out  the sizes
 *
 * Sizes    1 <= kh, kw <= 8.
 * Numbers  from -1000 to 1000, whole. Only the first kh*kw of k count; the
 *          others need not be written.
 * Smallest The fewer numbers k has, the better the test. It can be done
 *          with 6.
 */
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    /* TODO: fill in a kernel on which the program above is wrong. */
}
