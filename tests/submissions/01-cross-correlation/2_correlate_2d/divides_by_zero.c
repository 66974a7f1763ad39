// expect: verdict=crash
// Whole-number division by zero.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    volatile int zero = 0;
    y[0] = (float)(h / zero);
}
