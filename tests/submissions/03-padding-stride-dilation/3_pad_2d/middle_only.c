// expect: verdict=wrong_answer misconception=PD7
// The image without its border.
#include "exercises.h"

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    int ph = pt + h + pb, pw = pl + w + pr;

    (void)mode;
    (void)ph;
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            y[(pt + i) * pw + (pl + j)] = x[i * w + j];
}
