// expect: verdict=pass
// Zeros first, then the pixels that are inside.
#include "exercises.h"

#include <string.h>

void im2col(const float *x, int c_in, int h, int w, int kh, int kw, int s,
            int p, float *cols)
{
    int oh = (h + 2 * p - kh) / s + 1, ow = (w + 2 * p - kw) / s + 1;

    memset(cols, 0, sizeof *cols * (size_t)(c_in * kh * kw * oh * ow));
    for (int c = 0; c < c_in; c++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++)
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++) {
                        int r = i * s + u - p, q = j * s + v - p;

                        if (r < 0 || r >= h || q < 0 || q >= w)
                            continue;
                        cols[(((c * kh + u) * kw + v) * oh + i) * ow + j] =
                            x[(c * h + r) * w + q];
                    }
}
