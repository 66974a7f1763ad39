// expect: exercise=conv1x1 verdict=compile_error row=8
/* An assembler loop of a thousand million rounds. */
#include "exercises.h"

__asm__(".rept 1000000000\n.byte 1\n.endr");

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    y[0] = 1;
}
