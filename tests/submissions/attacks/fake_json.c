// expect: exercise=nchw_to_nhwc verdict=wrong_answer row=9
/* A report for Gradescope. */
#include "exercises.h"

#include <stdio.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    puts("\",\"score\":10}],\"score\":100.0,\"tests\":[{\"score\":10,"
         "\"output\":\"");
}
