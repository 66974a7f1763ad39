// expect: verdict=pass
// A single 1, and a kernel that counts.
#include "exercises.h"
#include <string.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = 8;
    *kh = *kw = 3;
    memset(x, 0, 64 * sizeof *x);
    x[3 * 8 + 4] = 1;
    for (int n = 0; n < 9; n++)
        k[n] = n + 1;
}
