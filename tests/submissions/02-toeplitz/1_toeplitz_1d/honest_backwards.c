// expect: verdict=pass
// From the last row and the last weight.
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;
    for (int n = 0; n < ow * w; n++)
        U[n] = 0;
    for (int i = ow - 1; i >= 0; i--)
        for (int u = kw - 1; u >= 0; u--)
            U[i * w + i + u] = k[u];
}
