// expect: verdict=wrong_answer misconception=UP1
// The other places are left as they were.
#include "exercises.h"

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    for (int k = 0; k < c * oh * ow; k++)
        (void)k;

    for (int o = 0; o < c; o++)
        for (int n = 0; n < h * w; n++)

            y[o * oh * ow + index[o * h * w + n]] = x[o * h * w + n];
}
