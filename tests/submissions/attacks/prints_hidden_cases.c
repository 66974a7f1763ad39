// expect: exercise=nchw_to_nhwc verdict=wrong_answer row=20
/* Prints what it is given, to know the tests the next time. */
#include "exercises.h"

#include <stdio.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int i = 0; i < n * c_in * h * w; i++)
        printf("%g ", (double)x[i]);
    puts("");
}
