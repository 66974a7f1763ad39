// expect: exercise=conv2d verdict=out_of_memory|timeout row=13
/* Takes memory and writes to it until there is none. A compiler that sees that
 * nobody reads it leaves an endless loop. */
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    for (;;)
        memset(malloc(1 << 20), 1, 1 << 20);
}
