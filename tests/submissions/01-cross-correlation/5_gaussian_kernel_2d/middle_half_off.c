// expect: verdict=wrong_answer misconception=GA11
// size/2.0 where (size-1)/2.0 is meant.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double c = size / 2.0;
    double sum = 0;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            double d2 = (u - c) * (u - c) + (v - c) * (v - c);
            k[u * size + v] = (float)exp(-d2 / (2 * sigma * sigma));
            sum += k[u * size + v];
        }
    for (int n = 0; n < size * size; n++)
        k[n] = (float)(k[n] / sum);
}
