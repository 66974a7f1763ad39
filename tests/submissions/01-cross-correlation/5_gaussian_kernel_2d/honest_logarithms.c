// expect: verdict=pass
// The logarithm of the sum is subtracted in the exponent.
#include "exercises.h"
#include <math.h>

static double exponent(int n, int size, double sigma)
{
    double c = (size - 1) / 2.0, du = n / size - c, dv = n % size - c;
    return -(du * du + dv * dv) / (2 * sigma * sigma);
}

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double sum = 0;
    for (int n = 0; n < size * size; n++)
        sum += exp(exponent(n, size, sigma));
    for (int n = 0; n < size * size; n++)
        k[n] = (float)exp(exponent(n, size, sigma) - log(sum));
}
