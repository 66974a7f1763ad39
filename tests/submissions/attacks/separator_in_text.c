// expect: exercise=toeplitz_1d verdict=wrong_answer row=9
/* Prints the mark by which the shim ends the words of a call. */
#include "exercises.h"

#include <stdio.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    puts("a\036b\036c\036d\036");
}
