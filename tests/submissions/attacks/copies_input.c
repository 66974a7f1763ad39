// expect: exercise=max_pool_2d_indices verdict=wrong_answer row=20
/* Gives the input back, which is right where nothing is to be done. */
#include "exercises.h"

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    y[0] = x[0];
    index[0] = 0;
}
