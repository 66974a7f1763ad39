// expect: verdict=wrong_answer
// The last number is never written.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1, 0, 1, 0, 0, 0, 1, 0};
    *kh = 3;
    *kw = 3;
    for (int i = 0; i < 8; i++)
        k[i] = kernel[i];
}
