// expect: exercise=nchw_to_nhwc verdict=out_of_memory row=13
/* Asks for a tebibyte and uses what it gets. */
#include "exercises.h"

#include <stdlib.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    volatile char *p = malloc((size_t)1 << 40);
    p[0] = 1;
}
