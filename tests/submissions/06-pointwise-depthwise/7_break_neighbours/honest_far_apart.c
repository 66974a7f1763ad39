// expect: verdict=pass
// Two zero rows, and large numbers.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1000, 999, 0, 0, 0, 0, 999, 1000};
    *kh = 4;
    *kw = 2;
    for (int i = 0; i < 8; i++)
        k[i] = kernel[i];
}
