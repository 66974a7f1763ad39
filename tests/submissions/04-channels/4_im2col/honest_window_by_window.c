// expect: verdict=pass
// One column after the other.
#include "exercises.h"

void im2col(const float *x, int c_in, int h, int w, int kh, int kw, int s,
            int p, float *cols)
{
    int oh = (h + 2 * p - kh) / s + 1, ow = (w + 2 * p - kw) / s + 1;
    int places = oh * ow;

    for (int place = 0; place < places; place++)
        for (int r = 0; r < c_in * kh * kw; r++) {
            int i = place / ow * s + r / kw % kh - p;
            int j = place % ow * s + r % kw - p;
            float value = 0;

            if (i >= 0 && j >= 0 && i < h && j < w)
                value = x[(r / (kh * kw) * h + i) * w + j];
            cols[r * places + place] = value;
        }
}
