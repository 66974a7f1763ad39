// expect: verdict=wrong_answer
// 0/0.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 2;
    *h = 1;
    *w = 1;
    *m = 2;
    *kh = 1;
    *kw = 1;
    for (int i = 0; i < 64; i++) {
        x[i] = 0.0f / (i - i);
        weight[i] = i;
    }
}
