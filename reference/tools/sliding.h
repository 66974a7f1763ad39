#ifndef CONVLINGS_TOOLS_SLIDING_H
#define CONVLINGS_TOOLS_SLIDING_H

#include "operators.h"

/* The window of an operator as the command line says it: by axis, depth,
 * height and width; an axis that the operator has not is one element, one
 * tap. */
typedef struct sliding {
    int k[3];
    int s[3];
    int d[3];
    int before[3], after[3];
    int extra[3]; /* output padding */
} sliding;

/* Reads the options of a window that the operator takes.
 *   axes    in   how many axes
 *   kernel  in   its sizes by axis, or NULL: --kernel-size has them
 *   w       out  the window; a pool whose stride is not given has stride 0,
 *                as the library wants it
 * Returns  0; or EXIT_BAD_INPUT after a sentence */
int sliding_read(const call *c, int axes, const int *kernel, sliding *w);

#endif
