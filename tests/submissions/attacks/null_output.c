// expect: exercise=max_pool_1d verdict=crash row=17
/* Writes through a pointer that is NULL. */
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    volatile float *volatile nowhere = 0;
    nowhere[w + kw] = x[0];
    y[0] = 0;
}
