// expect: verdict=wrong_answer misconception=TZ9
// Only the weights are written.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int i = 0; i < w; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + (i + u) % w] = k[u];
}
