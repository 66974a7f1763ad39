// expect: verdict=wrong_answer misconception=UP10
// Places counted from 1; place 0 is then outside.
#include "exercises.h"

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    for (int k = 0; k < c * oh * ow; k++)
        y[k] = 0;

    for (int o = 0; o < c; o++)
        for (int n = 0; n < h * w; n++)

            y[o * oh * ow + index[o * h * w + n] - 1] = x[o * h * w + n];
}
