// expect: verdict=crash
/* A table with room for 16 numbers, asked for many more. */
#include "exercises.h"

static float table[16];

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    for (int n = 0; n < 1 << 22; n++)
        table[n] = k[n % (kh * kw)];
    k = table;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
}
