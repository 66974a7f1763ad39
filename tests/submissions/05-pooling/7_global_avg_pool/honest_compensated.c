// expect: verdict=pass
// A compensated sum, backwards.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int p = 0; p < n * c; p++) {
        float s = 0, e = 0;
        for (int m = h * w - 1; m >= 0; m--) {
            float t = x[p * h * w + m] - e;
            float z = s + t;
            e = (z - s) - t;
            s = z;
        }
        y[p] = s * (1.0f / (float)(h * w));
    }
}
