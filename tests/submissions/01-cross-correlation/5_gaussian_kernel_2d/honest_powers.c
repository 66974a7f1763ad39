// expect: verdict=pass
// Powers of one number q = exp(-1 / (2 sigma^2)), in double.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double q = exp(-0.5 / sigma / sigma), c = (size - 1) * 0.5, sum = 0;
    for (int u = size - 1; u >= 0; u--)
        for (int v = size - 1; v >= 0; v--)
            sum += pow(q, pow(u - c, 2) + pow(v - c, 2));
    for (int u = size - 1; u >= 0; u--)
        for (int v = size - 1; v >= 0; v--)
            k[u * size + v] =
                (float)(pow(q, pow(u - c, 2) + pow(v - c, 2)) / sum);
}
