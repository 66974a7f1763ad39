// expect: verdict=wrong_answer
/* The last element is set to 0. */
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int ow = w - kw + 1; /* + 1: w - kw steps have w - kw + 1 places */

    for (int i = 0; i < ow; i++) {
        float sum = 0; /* begins anew at every place */

        for (int u = 0; u < kw; u++)
            sum += x[i + u] * k[u];
        y[i] = i < ow - 1 ? sum : 0;
    }
}
