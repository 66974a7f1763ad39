// expect: verdict=wrong_answer misconception=N30
// Channel c begins c*h numbers on.
#include "exercises.h"

/* The channels are added up: c_in planes in, one map out. The bias comes in
 * once for each output, which is why the sum begins with it. */
void conv2d_one(const float *x, int c_in, int h, int w, const float *weight,
                int kh, int kw, float bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = bias;

            for (int c = 0; c < c_in; c++)
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += x[c * h + (i + u) * w + j + v] *
                               weight[(c * kh + u) * kw + v];
            y[i * ow + j] = sum;
        }
    }
}
