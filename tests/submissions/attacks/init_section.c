// expect: exercise=nchw_to_nhwc verdict=crash row=2
/* Code put into the section .init, which runs before any function. */
#include "exercises.h"

#include <stdlib.h>

#if defined(__x86_64__) && defined(__linux__)
__asm__(".section .init\n mov $231, %eax\n xor %edi, %edi\n syscall\n .text");
#else
__attribute__((constructor)) static void early(void)
{
    _Exit(0);
}
#endif

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    y[0] = 1;
}
