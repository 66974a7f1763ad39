// expect: verdict=wrong_answer misconception=S01
// One row too few.
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw;
    for (int n = 0; n < ow * w; n++)
        U[n] = 0;
    for (int i = 0; i < ow; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + i + u] = k[u];
}
