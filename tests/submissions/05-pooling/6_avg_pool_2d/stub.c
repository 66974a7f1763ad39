// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    /* TODO: fill y with the average of each window. */
}
