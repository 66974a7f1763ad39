// expect: exercise=global_avg_pool verdict=wrong_answer|compile_error row=3
/* The function is weak, so that a stronger one of the judge could be taken
 * in its place. */
#include "exercises.h"

__attribute__((weak)) void global_avg_pool(const float *x, int n, int c, int h,
                                           int w, float *y)
{
    y[0] = x[0] * 0 + (float)(n * c * h * w);
}
