// expect: verdict=wrong_answer misconception=CI1
// What leaves at the right is lost.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int n = 0; n < w * w; n++)
        U[n] = 0;
    for (int i = 0; i < w; i++)
        for (int u = 0; u < kw; u++)
            if (i + u < w)
                U[i * w + i + u] = k[u];
}
