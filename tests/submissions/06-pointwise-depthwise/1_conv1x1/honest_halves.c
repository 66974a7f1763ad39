// expect: verdict=pass
// Each sum in two halves, in double.
#include "exercises.h"
#include <math.h>
static double pw(const float *a, const float *x, int n, int st)
{
    if (n == 1)
        return (double)a[0] * x[0];
    int m = n / 2;
    return pw(a, x, m, st) + pw(a + m, x + m * st, n - m, st);
}
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    for (int b = 0; b < n; b++)
        for (int q = 0; q < h * w; q++)
            for (int o = 0; o < c_out; o++)
                y[(b * c_out + o) * h * w + q] =
                    (float)(bias[o] + pw(weight + o * c_in,
                                         x + b * c_in * h * w + q, c_in,
                                         h * w));
}
