// expect: verdict=pass
// The same in float, the reciprocal of the sum multiplied.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    float bell[size], sum = 0, c = 0.5f * (float)(size - 1);
    for (int u = 0; u < size; u++) {
        bell[u] = expf(-((float)u - c) * ((float)u - c) / (2 * sigma * sigma));
        sum += bell[u];
    }
    float factor = 1 / sum;
    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++)
            *k++ = (bell[u] * factor) * (bell[v] * factor);
}
