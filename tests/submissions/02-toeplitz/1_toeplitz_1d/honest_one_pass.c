// expect: verdict=pass
// Each element once, the zeros by a test.
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;
    for (int i = 0; i < ow; i++)
        for (int j = 0; j < w; j++)
            U[i * w + j] = j >= i && j < i + kw ? k[j - i] : 0;
}
