// expect: verdict=pass
// For every place of y, looks for its index.
#include "exercises.h"

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    for (int n = 0; n < c * oh * ow; n++) {
        int first = n / (oh * ow) * h * w;

        y[n] = 0;
        for (int m = first; m < first + h * w; m++)
            if (index[m] == n % (oh * ow))
                y[n] = x[m];
    }
}
