// expect: verdict=wrong_answer
// The sizes are never written.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    for (int i = 0; i < 64; i++)
        x[i] = weight[i] = i;
}
