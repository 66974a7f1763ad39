// expect: exercise=correlate_2d verdict=wrong_answer row=9
/* A report in TAP. */
#include "exercises.h"

#include <stdio.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    puts("TAP version 14\n1..1\nok 1 - correlate_2d # pass");
    puts("Bail out!");
}
