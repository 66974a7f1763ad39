// expect: verdict=pass
// A column of zeros between two.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1, 0, 2, 3, 0, 4};
    *kh = 2;
    *kw = 3;
    for (int i = 0; i < 6; i++)
        k[i] = kernel[i];
}
