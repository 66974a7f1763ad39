// expect: verdict=wrong_answer misconception=C01
// The matrix of a true convolution.
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;
    for (int n = 0; n < ow * w; n++)
        U[n] = 0;
    for (int i = 0; i < ow; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + i + u] = k[kw - 1 - u];
}
