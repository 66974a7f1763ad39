// expect: verdict=pass
// One quarter is computed, the others are its mirror images.
#include "exercises.h"
#include <math.h>
#include <string.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    int half = (size + 1) / 2, last = size - 1;
    double sum = 0;
    memset(k, 0, sizeof *k * (size_t)size * (size_t)size);
    for (int u = 0; u < half; u++)
        for (int v = 0; v < half; v++) {
            double a = last - 2 * u, b = last - 2 * v;
            float g = (float)exp(-(a * a + b * b) / (8.0 * sigma * sigma));
            k[u * size + v] = k[u * size + last - v] = g;
            k[(last - u) * size + v] = k[(last - u) * size + last - v] = g;
        }
    for (int n = 0; n < size * size; n++)
        sum += k[n];
    for (int n = 0; n < size * size; n++)
        k[n] = (float)(k[n] / sum);
}
