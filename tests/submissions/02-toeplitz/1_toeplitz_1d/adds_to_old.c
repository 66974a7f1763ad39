// expect: verdict=wrong_answer misconception=C08
// Weights are added to whatever was there.
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;
    for (int i = 0; i < ow; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + i + u] += k[u];
}
