// expect: exercise=pad_2d verdict=crash|wrong_answer|forbidden row=2
/* Asks the kernel to start another program as the interpreter of this one. */
#include "exercises.h"

#ifdef __ELF__
__attribute__((section(".interp"), used)) static const char interpreter[] =
    "/bin/true";
#endif

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    y[0] = 1;
}
