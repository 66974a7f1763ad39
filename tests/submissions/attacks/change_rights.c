// expect: exercise=avg_pool_2d verdict=forbidden row=10
/* Makes its own program writable for everybody. */
#include "exercises.h"

#include <sys/stat.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    y[0] = (float)chmod("/proc/self/exe", 07777);
}
