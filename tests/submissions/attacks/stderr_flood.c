// expect: exercise=toeplitz_1d verdict=output_limit row=14
/* The same to the other stream, without a buffer. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    static char line[65536];
    while (write(2, line, sizeof line) > 0)
        ;
    for (;;)
        pause();
}
