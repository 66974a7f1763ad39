// expect: verdict=pass
// The same in float.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    float c = (size - 1) / 2.0f, sum = 0;
    for (int n = 0; n < size * size; n++) {
        float du = (n / size - c) / sigma, dv = (n % size - c) / sigma;
        k[n] = -0.5f * (du * du + dv * dv);
        sum += expf(k[n]);
    }
    for (int n = 0; n < size * size; n++)
        k[n] = expf(k[n] - logf(sum));
}
