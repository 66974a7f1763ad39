// expect: verdict=pass
// A pointer walks over y.
#include "exercises.h"

void nchw_to_nhwc(const float *x, int n, int c, int h, int w, float *y)
{
    for (int b = 0; b < n; b++)
        for (int pixel = 0; pixel < h * w; pixel++)
            for (int k = 0; k < c; k++)
                *y++ = x[(b * c + k) * h * w + pixel];
}
