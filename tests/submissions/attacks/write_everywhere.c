// expect: exercise=nchw_to_nhwc verdict=wrong_answer|crash|output_limit row=14
/* Writes ones to every descriptor there could be. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    static float ones[64];
    for (int i = 0; i < 64; i++)
        ones[i] = 1;
    for (int i = 0; i < 64; i++)
        if (write(i, ones, sizeof ones) < 0)
            continue;
}
