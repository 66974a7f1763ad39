// expect: verdict=pass
// Everything in float, the sum before the division.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    float c = (size - 1) / 2.0f, sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            float d = (u - c) * (u - c) + (v - c) * (v - c);
            k[u * size + v] = expf(-d / (2 * sigma * sigma));
            sum += k[u * size + v];
        }
    for (int n = 0; n < size * size; n++)
        k[n] /= sum;
}
