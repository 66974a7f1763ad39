// expect: verdict=pass
// Each value from its neighbour by one multiplication, in double.
#include "exercises.h"
#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double s = -1 / (2.0 * sigma * sigma), c = (size - 1) / 2.0;
    double bell[size], sum = 0;
    int first = size / 2;
    double d = first - c, g = exp(d * d * s), ratio = exp((2 * d + 1) * s);
    for (int u = first; u < size; u++) {
        bell[u] = bell[size - 1 - u] = g;
        g *= ratio;
        ratio *= exp(2 * s);
    }
    for (int u = 0; u < size; u++)
        sum += bell[u];
    for (int n = 0; n < size * size; n++)
        k[n] = (float)(bell[n / size] * bell[n % size] / (sum * sum));
}
