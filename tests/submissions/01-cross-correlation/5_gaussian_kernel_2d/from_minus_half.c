// expect: verdict=memory_error
// Indices from -size/2 to size/2: one row too many for even sizes.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    int r = size / 2;
    float sum = 0, *middle = k + r * size + r;
    for (int u = -r; u <= r; u++)
        for (int v = -r; v <= r; v++) {
            middle[u * size + v] = expf(-(u * u + v * v) / (2 * sigma * sigma));
            sum += middle[u * size + v];
        }
    for (int u = -r; u <= r; u++)
        for (int v = -r; v <= r; v++)
            middle[u * size + v] /= sum;
}
