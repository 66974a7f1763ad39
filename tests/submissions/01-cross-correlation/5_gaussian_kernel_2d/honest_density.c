// expect: verdict=pass
// With the density's factor first, which the sum takes away again.
#include "exercises.h"
#include <math.h>

static float density(float d, float sigma)
{
    const float pi = 3.14159265f;
    return expf(-d * d / (2 * sigma * sigma)) / (sqrtf(2 * pi) * sigma);
}

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    float c = (size - 1) / 2.0f, sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            k[u * size + v] = density(u - c, sigma) * density(v - c, sigma);
    for (int n = 0; n < size * size; n++)
        sum += k[n];
    for (int n = 0; n < size * size; n++)
        k[n] = k[n] / sum;
}
