// expect: exercise=avg_pool_2d verdict=wrong_answer row=17
/* A number without a relative error. */
#include "exercises.h"

#include <math.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    for (int i = 0; i < h * w; i++)
        y[i / (h * w)] = INFINITY;
}
