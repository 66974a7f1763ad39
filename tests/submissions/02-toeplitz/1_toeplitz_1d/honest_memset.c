// expect: verdict=pass
// Zeros and rows by the library.
#include "exercises.h"
#include <string.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;
    memset(U, 0, sizeof *U * (size_t)ow * (size_t)w);
    for (int i = 0; i < ow; i++)
        memcpy(U + i * w + i, k, sizeof *k * (size_t)kw);
}
