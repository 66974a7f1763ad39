// expect: verdict=wrong_answer misconception=CI6
// Only the rows whose kernel lies inside.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int n = 0; n < w * w; n++)
        U[n] = 0;
    for (int i = 0; i <= w - kw; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + i + u] = k[u];
}
