// expect: exercise=pad_2d verdict=crash row=1
/* Aborts. */
#include "exercises.h"

#include <stdlib.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    abort();
}
