// expect: verdict=pass
// Column by column: what the convolution makes of an image with a single 1.
#include "exercises.h"
#include <string.h>

static float image[20000];

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int p = 0; p < h * w; p++) {
        memset(image, 0, sizeof image);
        image[p] = 1;
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = 0;
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += image[(i + u) * w + j + v] * k[u * kw + v];
                U[(i * ow + j) * h * w + p] = sum;
            }
    }
}
