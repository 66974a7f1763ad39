// expect: exercise=correlate_1d verdict=wrong_answer row=17
/* Writes the answer of a call during the next one. */
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    static float last;
    float sum = 0;
    for (int u = 0; u < kw; u++)
        sum += x[u] * k[u];
    for (int i = 0; i < w - kw + 1; i++)
        y[i] = last;
    last = sum;
}
