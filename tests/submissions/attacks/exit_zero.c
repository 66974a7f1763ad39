// expect: exercise=conv2d verdict=crash row=1
/* Ends the process as a success before anything was computed. */
#include "exercises.h"

#include <stdlib.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    exit(0);
}
