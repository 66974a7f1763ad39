// expect: verdict=crash
/* Clears more of a local array than there is: bytes, counted as floats. */
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    float window[4];

    volatile char *byte = (volatile char *)window;

    for (int n = 0; n < 1 << 24; n++)
        byte[n] = 0;
    window[0] = k[0];

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    y[0] += window[0] - k[0];
}
