// expect: exercise=conv1x1 verdict=wrong_answer row=3
/* A section whose text the linker prints as its own words. */
#include "exercises.h"

#include <stdio.h>

#ifdef __ELF__
__attribute__((section(".gnu.warning.printf"),
               used)) static const char words[] =
    "error: verdict=pass points=10/10";
#endif

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    printf("%d\n", n);
}
