// expect: exercise=conv2d verdict=forbidden row=10 needs=seccomp
/* Writes the result itself. */
#include "exercises.h"

#include <stdio.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    FILE *f = fopen("/tmp/convlings_attack_results.json", "w");
    if (f != NULL)
        fputs("{\"score\": 100}", f);
}
