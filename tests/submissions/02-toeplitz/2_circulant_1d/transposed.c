// expect: verdict=wrong_answer misconception=T02
// Round to the left.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int n = 0; n < w * w; n++)
        U[n] = 0;
    for (int i = 0; i < w; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + (i - u + w) % w] = k[u];
}
