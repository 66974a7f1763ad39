// expect: verdict=wrong_answer
// The kernel is larger than the image.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    *c = 2;
    *h = 1;
    *w = 1;
    *m = 2;
    *kh = 2;
    *kw = 1;
    for (int i = 0; i < 64; i++) {
        x[i] = i;
        weight[i] = i;
    }
}
