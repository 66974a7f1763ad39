// expect: exercise=nchw_to_nhwc verdict=wrong_answer row=18
/* Prints the names the kernel passes to a new program. */
#include "exercises.h"

#include <stdio.h>

#ifdef __linux__
#include <sys/auxv.h>
#endif

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
#ifdef __linux__
    const char *name = (const char *)getauxval(AT_EXECFN);
    if (name != 0)
        puts(name);
#endif
    y[0] = 1;
}
