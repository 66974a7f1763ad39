// expect: verdict=wrong_answer
// m is 1: o / m and o % c are o.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 4;
    *h = 2;
    *w = 2;
    *m = 1;
    *kh = 2;
    *kw = 2;
    for (int i = 0; i < 64; i++) {
        x[i] = i;
        weight[i] = i;
    }
}
