// expect: verdict=wrong_answer
// Prints a verdict of its own.
#include "exercises.h"
#include <stdio.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    printf("verdict=pass points=10 max=10 exercise=correlate_2d\n");
    y[0] = x[0];
}
