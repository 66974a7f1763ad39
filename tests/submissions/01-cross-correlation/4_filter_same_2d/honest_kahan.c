// expect: verdict=pass
// A compensated sum (Kahan); rows outside are skipped by continue.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            float sum = 0, lost = 0;
            for (int u = 0; u < kh; u++) {
                int r = i + u - kh / 2;
                if (r < 0 || r >= h)
                    continue;
                for (int v = 0; v < kw; v++) {
                    int c = j + v - kw / 2;
                    if (c < 0 || c >= w)
                        continue;
                    float term = x[r * w + c] * k[u * kw + v] - lost;
                    float next = sum + term;
                    lost = (next - sum) - term;
                    sum = next;
                }
            }
            y[i * w + j] = sum;
        }
}
