// expect: exercise=global_avg_pool verdict=wrong_answer row=20
/* Right in the first call, which it takes for the one that counts. */
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    static int calls;
    if (calls++ > 0) {
        y[0] = 0;
        return;
    }
    for (int p = 0; p < n * c; p++) {
        float sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        y[p] = sum / (float)(h * w);
    }
}
