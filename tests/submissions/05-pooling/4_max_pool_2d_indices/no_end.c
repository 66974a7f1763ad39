// expect: verdict=timeout
// A loop whose counter never moves.
#include "exercises.h"

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    volatile int turns = 0;

    (void)c, (void)h, (void)w, (void)kh, (void)kw, (void)sh, (void)sw;
    (void)ph, (void)pw, (void)index;
    for (int k = 0; k < 1;)
        turns++;
    y[0] = x[0];
}
