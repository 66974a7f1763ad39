// expect: verdict=wrong_answer
/* The bias is that of the channel before. */
#include "exercises.h"

void depthwise_conv2d(const float *x, int c, int h, int w, const float *weight,
                      int m, int kh, int kw, const float *bias, int s, int p,
                      float *y)
{
    int oh = (h + 2 * p - kh) / s + 1;
    int ow = (w + 2 * p - kw) / s + 1;

    for (int o = 0; o < c * m; o++) {
        const float *plane = x + o / m * h * w; /* one channel, no sum over c */
        const float *kernel = weight + o * kh * kw;

        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = bias[o > 0 ? o - 1 : 0];

                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++) {
                        int row = i * s - p + u;
                        int col = j * s - p + v;

                        if (row >= 0 && row < h && col >= 0 && col < w)
                            sum += plane[row * w + col] * kernel[u * kw + v];
                    }
                y[(o * oh + i) * ow + j] = sum;
            }
    }
}
