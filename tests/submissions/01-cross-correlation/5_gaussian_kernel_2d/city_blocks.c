// expect: verdict=wrong_answer misconception=GA25
// Distances, not their squares.
#include "exercises.h"

#include <math.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    double c = (size - 1) / 2.0; /* 2.0, not 2: size 4 has c = 1.5 */
    double sum = 0;

    for (int u = 0; u < size; u++)
        for (int v = 0; v < size; v++) {
            double d2 = fabs(u - c) + fabs(v - c);
            double g = exp(-d2 / (2.0 * sigma * sigma));

            k[u * size + v] = (float)g;
            sum += g;
        }
    for (int i = 0; i < size * size; i++)
        k[i] = (float)(k[i] / sum);
}
