// expect: verdict=wrong_answer misconception=GA3
// Divided by 2 pi sigma^2, not by the sum.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double c = (size - 1) / 2.0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            double d2 = (u - c) * (u - c) + (v - c) * (v - c);
            k[u * size + v] = (float)exp(-d2 / (2 * sigma * sigma));
        }
    const double pi = 3.14159265358979;
    for (int n = 0; n < size * size; n++)
        k[n] = (float)(k[n] / (2 * pi * sigma * sigma));
}
