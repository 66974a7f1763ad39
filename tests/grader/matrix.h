/* Programs that write a kernel into the matrix of a convolution, right and
 * wrong ones: the matrix is cleared, and then
 *
 *   for each output (i, j), for each (u, v):  U[...] = k[...]
 *
 * A wrong program of this kind has an index of its own, as in loops.h.
 */
#ifndef CONVLINGS_MATRIX_H
#define CONVLINGS_MATRIX_H

#include "loops.h"

/* A place that is NULL is that of the right program. */
struct matrix {
    place *k, *at;    /* which of the kernel, and where in the matrix */
    bool not_cleared; /* no zeros are written */
    bool added;       /* += for =, so that what was there stays */
    int rows_unset;   /* so many rows at the end are never touched */
};

/* Runs a program on the call of an answer; k and U say which parameters the
 * arrays are, sizes how large kernel, image and output are. The last write
 * to an element counts. */
void matrix_run(struct answer *a, int k, int U, struct at sizes,
                const struct matrix *right, const struct matrix *wrong);

#endif
