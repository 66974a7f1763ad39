// expect: verdict=wrong_answer misconception=S01
// The last place is forgotten.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw; i++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += x[i + u] * k[u];
        y[i] = sum;
    }
}
