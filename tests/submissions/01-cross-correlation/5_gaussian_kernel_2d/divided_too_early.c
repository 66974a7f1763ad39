// expect: verdict=wrong_answer misconception=GA7
// Divided by a sum that is not complete.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double c = (size - 1) / 2.0, sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            double d2 = (u - c) * (u - c) + (v - c) * (v - c);
            double g = exp(-d2 / (2 * sigma * sigma));
            sum += g;
            k[u * size + v] = (float)(g / sum);
        }
}
