// expect: verdict=crash
// Writes through NULL.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    volatile float *volatile nowhere = 0;
    *nowhere = x[0];
}
