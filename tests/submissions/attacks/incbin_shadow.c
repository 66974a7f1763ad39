// expect: exercise=pad_2d verdict=compile_error row=7
/* The same with a file that only root reads. */
#include "exercises.h"

#ifdef __ELF__
__asm__(".incbin \"/etc/shadow\"");
#else
#error "no assembler for this"
#endif

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    y[0] = 1;
}
