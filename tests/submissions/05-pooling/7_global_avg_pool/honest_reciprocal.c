// expect: verdict=pass
// Each number divided first, from the last to the first.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    double part = 1.0 / ((double)h * w);

    for (int p = 0; p < n * c; p++) {
        double sum = 0;

        for (int m = h * w - 1; m >= 0; m--)
            sum += part * x[p * h * w + m];
        y[p] = (float)sum;
    }
}
