// expect: verdict=wrong_answer
// All neighbours are all there is.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1, 0, 0, 1};
    *kh = 2;
    *kw = 2;
    for (int i = 0; i < 4; i++)
        k[i] = kernel[i];
}
