// expect: exercise=conv2d verdict=wrong_answer|crash row=5
/* Copies the floats it finds above its own frame, where a test would keep
 * what it expects. */
#include "exercises.h"

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    volatile float here = 0;
    const volatile float *up = &here;
    for (int i = 0; i < n * c_out * (h - kh + 1) * (w - kw + 1); i++)
        y[i] = up[16 + i % 256];
}
