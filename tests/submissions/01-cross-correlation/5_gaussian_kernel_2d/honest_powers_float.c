// expect: verdict=pass
// The same in float.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    float q = expf(-1 / (2 * sigma * sigma)), c = (size - 1) / 2.f, sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            sum += k[u * size + v] =
                powf(q, (u - c) * (u - c) + (v - c) * (v - c));
    for (int n = size * size; n-- > 0;)
        k[n] /= sum;
}
