// expect: verdict=memory_error
// Every index is one too far.
#include "exercises.h"

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    for (int n = 0; n <= c * oh * ow; n++)
        y[n] = 0;
    for (int k = 0; k < c; k++)
        for (int n = 0; n < h * w; n++)
            y[k * oh * ow + index[k * h * w + n]] = x[k * h * w + n];
}
