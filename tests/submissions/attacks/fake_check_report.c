// expect: exercise=conv2d verdict=wrong_answer row=9
/* The words of Check for a success. */
#include "exercises.h"

#include <stdio.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    puts("100%: Checks: 10, Failures: 0, Errors: 0");
    fflush(stdout);
}
