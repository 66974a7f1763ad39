// expect: exercise=conv1x1 verdict=wrong_answer row=17
/* Answers every call with what the first one gave. */
#include "exercises.h"

#include <string.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    static float kept[65536];
    static int known;
    if (known == 0) {
        for (int q = 0; q < n * c_out * h * w; q++) {
            int b = q / (c_out * h * w), o = q / (h * w) % c_out,
                i = q % (h * w);
            float sum = bias[o];
            for (int c = 0; c < c_in; c++)
                sum += weight[o * c_in + c] * x[(b * c_in + c) * h * w + i];
            y[q] = sum;
        }
        memcpy(kept, y, sizeof(float) * (size_t)(n * c_out * h * w));
    }
    known = 1;
    memcpy(y, kept, sizeof(float) * (size_t)(n * c_out * h * w));
}
