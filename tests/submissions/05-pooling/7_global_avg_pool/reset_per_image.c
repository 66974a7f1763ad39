// expect: verdict=wrong_answer misconception=GA13
// Set back for each image.
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int b = 0; b < n; b++) {
        float sum = 0;
        for (int o = 0; o < c; o++) {
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++)
                    sum += x[((b * c + o) * h + i) * w + j];
            y[b * c + o] = sum / (float)(h * w);
        }
    }
}
