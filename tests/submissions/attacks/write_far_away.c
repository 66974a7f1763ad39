// expect: exercise=conv2d verdict=crash row=17
/* Writes to an address that belongs to nobody. */
#include "exercises.h"

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    *(volatile float *)(y + ((long)1 << 34)) = x[0];
}
