// expect: verdict=timeout
// The row counter never moves.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    for (int i = 0; i < h - kh + 1;)
        y[0] = x[0] * k[0];
}
