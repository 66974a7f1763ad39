// expect: verdict=wrong_answer
// 8 channels of 8x8 are 512 numbers.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 8;
    *h = 8;
    *w = 8;
    *m = 1;
    *kh = 1;
    *kw = 1;
    for (int i = 0; i < 64; i++) {
        x[i] = i;
        weight[i] = i;
    }
}
