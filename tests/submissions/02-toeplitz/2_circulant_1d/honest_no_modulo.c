// expect: verdict=pass
// Without a division: a column that goes back to 0.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int n = 0; n < w * w; n++)
        U[n] = 0;
    for (int i = 0; i < w; i++) {
        int column = i;
        for (int u = 0; u < kw; u++) {
            U[i * w + column] = k[u];
            if (++column == w)
                column = 0;
        }
    }
}
