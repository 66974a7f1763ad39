// expect: verdict=wrong_answer misconception=GA10
// Divided by h.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c; o++) {
            float sum = 0;
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++)
                    sum += x[((b * c + o) * h + i) * w + j];
            y[b * c + o] = sum / (float)(h);
        }
}
