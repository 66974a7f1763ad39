// expect: exercise=conv2d verdict=crash|wrong_answer row=17
/* Writes to a constant of its own, in memory that is only to be read. */
#include "exercises.h"

static const float table[4] = {1, 2, 3, 4};

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    *(volatile float *)(unsigned long)&table[n & 3] = 5;
    y[0] = table[0];
}
