// expect: verdict=pass
// Every sample is handed out to the outputs it belongs to.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int ow = w - kw + 1;
    for (int i = 0; i < ow; i++)
        y[i] = 0;
    for (int m = 0; m < w; m++)
        for (int u = 0; u < kw; u++)
            if (m - u >= 0 && m - u < ow)
                y[m - u] += x[m] * k[u];
}
