// expect: verdict=wrong_answer misconception=GA3
// Divided by all numbers of the image.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int p = 0; p < n * c; p++) {
        float sum = 0;

        for (int m = 0; m < h * w; m++)
            sum += x[p * h * w + m];
        y[p] = sum / (float)(c * h * w);
    }
}
