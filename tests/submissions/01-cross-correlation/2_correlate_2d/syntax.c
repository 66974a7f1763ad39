// expect: verdict=compile_error
// A semicolon is missing.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    y[0] = x[0]
}
