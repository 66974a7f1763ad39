// expect: verdict=wrong_answer
/* Windows that reach over the border count half. */
#include "exercises.h"

#include <stdbool.h>

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
                    if (r >= 0 && r < h && c >= 0 && c < w)
                        sum += x[r * w + c] * k[u * kw + v];
                }
            bool inside = i >= kh / 2 && i - kh / 2 + kh <= h && j >= kw / 2 &&
                          j - kw / 2 + kw <= w;
            y[i * w + j] = inside ? sum : sum / 2;
        }
    }
}
