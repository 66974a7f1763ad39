// expect: verdict=pass
// Every size in play.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 3;
    *h = 3;
    *w = 4;
    *m = 2;
    *kh = 2;
    *kw = 3;
    for (int i = 0; i < 64; i++) {
        x[i] = i - 7.5f;
        weight[i] = i % 5 - 1.5f;
    }
}
