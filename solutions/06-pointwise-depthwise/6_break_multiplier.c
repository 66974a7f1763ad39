#include "exercises.h"

/* Output channels 0 1 2 3 belong to channels 0 0 1 1; the wrong program
 * takes 0 1 0 1. With one channel, or one kernel for each, both agree. */
void break_multiplier(float *x, int *c_in, int *h, int *w, float *weight,
                      int *m, int *kh, int *kw)
{
    *c_in = 2;
    *h = 1;
    *w = 1;
    x[0] = 1;
    x[1] = 2;

    *m = 2;
    *kh = 1;
    *kw = 1;
    for (int o = 0; o < 4; o++)
        weight[o] = 1;
}
