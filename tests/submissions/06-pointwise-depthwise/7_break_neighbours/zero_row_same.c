// expect: verdict=wrong_answer
// Zeros between two rows that are multiples.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1, 2, 0, 0, 2, 4};
    *kh = 3;
    *kw = 2;
    for (int i = 0; i < 6; i++)
        k[i] = kernel[i];
}
