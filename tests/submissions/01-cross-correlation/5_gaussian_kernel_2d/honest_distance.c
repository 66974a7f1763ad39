// expect: verdict=pass
// The distance by hypotf, divided by sigma, then squared.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    float middle = (float)(size - 1) / 2, sum = 0;
    for (int i = 0; i < size * size; i++) {
        float z = hypotf(i / size - middle, i % size - middle) / sigma;
        k[i] = exp2f(-z * z * 0.5f * 1.44269504f);
        sum += k[i];
    }
    for (int i = 0; i < size * size; i++)
        k[i] *= 1.0f / sum;
}
