// expect: verdict=crash
// Recursion without end.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    volatile char frame[4096];
    frame[0] = 0;
    correlate_2d(x, h, w, k, kh, kw, y);
    frame[1] = frame[0];
}
