// expect: verdict=pass
// Each row from the row above.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int j = 0; j < w; j++)
        U[j] = j < kw ? k[j] : 0;
    for (int i = 1; i < w; i++)
        for (int j = 0; j < w; j++)
            U[i * w + j] = U[(i - 1) * w + (j > 0 ? j - 1 : w - 1)];
}
