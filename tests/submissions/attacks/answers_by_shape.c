// expect: exercise=conv2d verdict=wrong_answer row=20
/* Knows a constant for every shape of the tests. */
#include "exercises.h"

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    for (int i = 0; i < n * c_out * (h - kh + 1) * (w - kw + 1); i++)
        y[i] = (float)((h * 31 + w * 7 + kh * 3 + kw + c_in + i) % 19 - 9);
}
