// expect: exercise=global_avg_pool verdict=wrong_answer row=4
/* A clock that stands still, so that nothing takes any time. */
#include "exercises.h"

#include <time.h>
clock_t clock(void)
{
    return 0;
}
time_t time(time_t *t)
{
    return t != 0 ? *t = 0 : 0;
}

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    y[0] = (float)clock();
}
