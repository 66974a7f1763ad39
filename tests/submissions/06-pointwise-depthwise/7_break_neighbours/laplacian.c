// expect: verdict=wrong_answer
// Neighbours disagree.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {0, 1, 0, 1, -4, 1, 0, 1, 0};
    *kh = 3;
    *kw = 3;
    for (int i = 0; i < 9; i++)
        k[i] = kernel[i];
}
