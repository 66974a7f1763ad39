// expect: verdict=wrong_answer
// One channel: all outputs read it.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 1;
    *h = 2;
    *w = 2;
    *m = 4;
    *kh = 1;
    *kw = 1;
    for (int i = 0; i < 64; i++) {
        x[i] = i;
        weight[i] = i;
    }
}
