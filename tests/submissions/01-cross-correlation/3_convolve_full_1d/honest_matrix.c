// expect: verdict=pass
// The signal as a matrix of shifted copies, times the kernel.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int rows = w + kw - 1;
    float matrix[rows][kw];
    for (int n = 0; n < rows; n++)
        for (int u = 0; u < kw; u++)
            matrix[n][u] = u <= n && n - u < w ? x[n - u] : 0;
    for (int n = 0; n < rows; n++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += matrix[n][u] * k[u];
        y[n] = sum;
    }
}
