// expect: verdict=pass
// A bell in one dimension, normalised, times itself.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double bell[size], sum = 0;
    for (int u = 0; u < size; u++) {
        double d = (u - 0.5 * (size - 1)) / sigma;
        bell[u] = exp(-0.5 * d * d);
        sum += bell[u];
    }
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            k[u * size + v] = (float)(bell[u] / sum * (bell[v] / sum));
}
