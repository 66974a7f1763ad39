// expect: verdict=pass
// A compensated sum (Kahan), in float.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i + kw <= w; i++) {
        float sum = 0, lost = 0;
        for (int u = 0; u < kw; u++) {
            float term = x[i + u] * k[u] - lost;
            float next = sum + term;
            lost = (next - sum) - term;
            sum = next;
        }
        y[i] = sum;
    }
}
