// expect: verdict=wrong_answer
// 9 rows.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    const float kernel[] = {1, 0, 0, 0, 0, 1, 0, 0, 0,
                            0, 0, 0, 0, 0, 0, 0, 0, 0};
    *kh = 9;
    *kw = 2;
    for (int i = 0; i < 18; i++)
        k[i] = kernel[i];
}
