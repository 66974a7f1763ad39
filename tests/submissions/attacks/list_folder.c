// expect: exercise=nchw_to_nhwc verdict=forbidden row=10
/* Looks which files there are. */
#include "exercises.h"

#include <dirent.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    y[0] = opendir("/") != 0;
}
