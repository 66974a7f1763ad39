// expect: verdict=pass
// fmaxf, from minus infinity, windows from the last to the first.
#include "exercises.h"

#include <math.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    for (int i = w / kw - 1; i >= 0; i--) {
        y[i] = -INFINITY;
        for (int v = kw - 1; v >= 0; v--)
            y[i] = fmaxf(y[i], x[i * kw + v]);
    }
}
