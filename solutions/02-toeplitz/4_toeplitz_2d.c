#include "exercises.h"

/* Two row lengths meet in one index: an output row has ow places, an image
 * row w. Where a new output row begins, the kernel skips w - ow columns. */
void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int n = 0; n < oh * ow * h * w; n++)
        U[n] = 0;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float *row = U + (i * ow + j) * (h * w);

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    row[(i + u) * w + (j + v)] = k[u * kw + v];
        }
}
