// expect: exercise=conv1x1 verdict=timeout|crash|wrong_answer row=11
/* Reads from the standard input and from the answer pipe, which say nothing. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    char c;
    while (read(0, &c, 1) > 0 || read(4, &c, 1) > 0)
        ;
    for (;;)
        pause();
}
