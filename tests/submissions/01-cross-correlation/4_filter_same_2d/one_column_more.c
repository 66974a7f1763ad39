// expect: verdict=memory_error
// Column w counts as inside: past the end of the last row.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int i = 0; i < h; i++) {
        for (int j = 0; j < w; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i + u - kh / 2;
                    int c = j + v - kw / 2;

                    /* Columns too: x[r*w - 1] is inside the array, but it
                     * is the end of the row above, not a zero. */
                    if (r >= 0 && r < h && c >= 0 && c <= w)
                        sum += x[r * w + c] * k[u * kw + v];
                }
            y[i * w + j] = sum;
        }
    }
}
