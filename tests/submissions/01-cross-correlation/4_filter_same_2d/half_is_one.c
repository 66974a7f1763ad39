// expect: verdict=wrong_answer misconception=FS12
// Good for 3x3 kernels only.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int i = 0; i < h; i++) {
        for (int j = 0; j < w; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i + u - 1;
                    int c = j + v - 1;

                    /* Columns too: x[r*w - 1] is inside the array, but it
                     * is the end of the row above, not a zero. */
                    if (r >= 0 && r < h && c >= 0 && c < w)
                        sum += x[r * w + c] * k[u * kw + v];
                }
            y[i * w + j] = sum;
        }
    }
}
