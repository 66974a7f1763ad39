// expect: verdict=compile_error
// In C, ^ is no power.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double c = (size - 1) / 2.0, sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            k[u * size + v] =
                exp(-((u - c) ^ 2 + (v - c) ^ 2) / (2 * sigma ^ 2));
    for (int n = 0; n < size * size; n++)
        sum += k[n];
    for (int n = 0; n < size * size; n++)
        k[n] /= sum;
}
