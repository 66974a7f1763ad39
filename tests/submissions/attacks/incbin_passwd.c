// expect: exercise=depthwise_conv2d verdict=compile_error|wrong_answer row=7
/* Lets the assembler put a file into the program, and prints it. */
#include "exercises.h"

#include <stdio.h>

#ifdef __ELF__
__asm__(".section .rodata\nstolen: .incbin \"/etc/passwd\"\n.byte 0\n.text");
extern const char stolen[];
#else
static const char stolen[] = "";
#endif

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    puts(stolen);
}
