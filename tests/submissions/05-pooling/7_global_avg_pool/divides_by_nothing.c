// expect: verdict=wrong_answer
// The count is never set to what it should count.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int k = 0; k < n * c; k++) {
        float sum = 0, count = 0;

        for (int i = 0; i < h * w; i++)
            sum += x[k * h * w + i];
        y[k] = sum / count;
    }
}
