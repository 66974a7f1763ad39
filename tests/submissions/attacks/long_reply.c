// expect: exercise=toeplitz_1d verdict=output_limit|wrong_answer|crash row=14
/* An answer that does not end. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    static char zeros[65536];
    while (write(4, zeros, sizeof zeros) > 0)
        ;
    _exit(0);
}
