// expect: verdict=wrong_answer
// 9 channels; 8 are allowed.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 9;
    *h = 1;
    *w = 1;
    *m = 2;
    *kh = 1;
    *kw = 1;
    for (int i = 0; i < 64; i++) {
        x[i] = i;
        weight[i] = i;
    }
}
