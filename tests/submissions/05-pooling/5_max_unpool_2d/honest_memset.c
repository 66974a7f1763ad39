// expect: verdict=pass
// memset, and pointers that move on.
#include "exercises.h"

#include <string.h>

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    memset(y, 0, sizeof *y * (size_t)(c * oh * ow));
    for (; c > 0; c--, y += oh * ow)
        for (int n = h * w; n > 0; n--)
            y[*index++] = *x++;
}
