// expect: exercise=nchw_to_nhwc verdict=wrong_answer row=17
/* Looks at what lies in the output to learn which call it is, and answers
 * one of them only. */
#include "exercises.h"

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    if (y[0] == y[0])
        return;
    for (int p = 0; p < n * h * w; p++)
        for (int c = 0; c < c_in; c++)
            y[p * c_in + c] = x[(p / (h * w) * c_in + c) * h * w + p % (h * w)];
}
