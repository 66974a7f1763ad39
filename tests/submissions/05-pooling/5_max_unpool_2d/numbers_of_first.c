// expect: verdict=wrong_answer misconception=UP15
// The numbers of channel 0 for all.
#include "exercises.h"

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    for (int k = 0; k < c * oh * ow; k++)
        y[k] = 0;
    for (int o = 0; o < c; o++)
        for (int i = 0; i < h; i++)
            for (int j = 0; j < w; j++) {
                int k = index[(o * h + i) * w + j];
                y[o * oh * ow + k] = x[i * w + j];
            }
}
