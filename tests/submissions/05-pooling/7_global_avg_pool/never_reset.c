// expect: verdict=wrong_answer misconception=C07
// The sum goes on.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    float sum = 0;

    for (int p = 0; p < n * c; p++) {
        for (int m = 0; m < h * w; m++)
            sum += x[p * h * w + m];
        y[p] = sum / (float)(h * w);
    }
}
