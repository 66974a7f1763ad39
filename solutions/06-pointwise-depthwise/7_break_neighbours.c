#include "exercises.h"

/* A row of zeros is a multiple of the row above it and of the row below,
 * which need not be multiples of each other. */
void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[6] = {
        1, 0, //
        0, 0, //
        0, 1, //
    };

    *kh = 3;
    *kw = 2;
    for (int i = 0; i < 6; i++)
        k[i] = kernel[i];
}
