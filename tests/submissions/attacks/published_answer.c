// expect: exercise=correlate_2d verdict=wrong_answer row=20
/* Knows the numbers of the lesson's example. */
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    static const float answer[] = {-2, -2, -2, -2, -2, -2, -2, -2, -2};
    for (int i = 0; i < (h - kh + 1) * (w - kw + 1); i++)
        y[i] = answer[i % 9];
}
