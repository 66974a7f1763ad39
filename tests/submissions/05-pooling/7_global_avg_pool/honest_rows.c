// expect: verdict=pass
// The average of the averages of rows.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int p = 0; p < n * c; p++) {
        float s = 0;
        for (int i = 0; i < h; i++) {
            float t = 0;
            for (int j = w - 1; j >= 0; j--)
                t += x[(p * h + i) * w + j];
            s += t / (float)w;
        }
        y[p] = s / (float)h;
    }
}
