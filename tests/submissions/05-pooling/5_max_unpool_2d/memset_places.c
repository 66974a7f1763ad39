// expect: verdict=wrong_answer misconception=UP17
// memset counts bytes.
#include "exercises.h"

#include <string.h>

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    memset(y, 0, (size_t)(c * oh * ow));
    for (int o = 0; o < c; o++)
        for (int i = 0; i < h; i++)
            for (int j = 0; j < w; j++) {
                int k = index[(o * h + i) * w + j];
                y[o * oh * ow + k] = x[(o * h + i) * w + j];
            }
}
