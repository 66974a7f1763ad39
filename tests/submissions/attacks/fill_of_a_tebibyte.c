// expect: exercise=global_avg_pool verdict=compile_error row=8
/* The same, said by the assembler. */
#include "exercises.h"

__asm__(".data\n.fill 0x10000000, 8, 1\n.text");

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    y[0] = 1;
}
