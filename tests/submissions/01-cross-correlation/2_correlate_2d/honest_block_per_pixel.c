// expect: verdict=pass
/* Takes and frees memory for every pixel, and grows it bit by bit. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    for (int i = 0; i < oh * ow; i++) {
        float *window = NULL;
        float sum = 0;

        for (int n = 0; n < kh * kw; n++) {
            window = realloc(window, sizeof *window * (size_t)(n + 1));
            window[n] = x[(i / ow + n / kw) * w + i % ow + n % kw];
        }
        for (int n = 0; n < kh * kw; n++)
            sum += window[n] * k[n];
        y[i] = sum;
        free(window);
    }
}
