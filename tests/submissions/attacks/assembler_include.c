// expect: exercise=toeplitz_1d verdict=compile_error row=7
/* Lets the assembler read a file as source and quote it. */
#include "exercises.h"

__asm__(".include \"/etc/passwd\"");

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    U[0] = 1;
}
