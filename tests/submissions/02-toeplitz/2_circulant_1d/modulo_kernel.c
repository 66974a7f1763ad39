// expect: verdict=wrong_answer misconception=CI9
// Round after kw columns, not after w.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int e = 0; e < w * w; e++)
        U[e] = 0;
    for (int i = 0; i < w; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + (i + u) % kw] = k[u];
}
