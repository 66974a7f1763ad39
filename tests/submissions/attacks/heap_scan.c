// expect: exercise=correlate_2d verdict=wrong_answer|crash|memory_error row=5
/* Takes a block and looks for numbers in what lies after it. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    const volatile float *block = malloc(64);
    for (int i = 0; i < (h - kh + 1) * (w - kw + 1); i++)
        y[i] = block[16 + i];
}
