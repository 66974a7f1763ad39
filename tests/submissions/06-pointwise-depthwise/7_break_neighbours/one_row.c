// expect: verdict=wrong_answer
// One row is an outer product.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1, 0, 2, 0, 0, 3};
    *kh = 1;
    *kw = 6;
    for (int i = 0; i < 6; i++)
        k[i] = kernel[i];
}
