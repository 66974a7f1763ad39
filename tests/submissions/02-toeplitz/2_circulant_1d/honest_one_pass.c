// expect: verdict=pass
// Each element once.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int i = 0; i < w; i++)
        for (int j = 0; j < w; j++) {
            int u = (j - i + w) % w;
            U[i * w + j] = u < kw ? k[u] : 0;
        }
}
