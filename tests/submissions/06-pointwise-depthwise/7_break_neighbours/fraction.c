// expect: verdict=wrong_answer
// Whole numbers only.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {0.5f, 0, 0, 0, 0, 1};
    *kh = 3;
    *kw = 2;
    for (int i = 0; i < 6; i++)
        k[i] = kernel[i];
}
