// expect: verdict=wrong_answer misconception=AV29
// h + 2*ph for h + ph.
#include "exercises.h"

static int size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int steps = (w + 2 * pw - kw) / sw;
    if (ceil_mode && (w + 2 * pw - kw) % sw != 0 && (steps + 1) * sw < pw + w)
        steps++;
    return steps + 1;
}

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    int oh = size(h, kh, sh, ph, ceil_mode);
    int ow = size(w, kw, sw, pw, ceil_mode);
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;
            int count = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i * sh - ph + u;
                    int q = j * sw - pw + v;
                    if (r >= 0 && r < h && q >= 0 && q < w) {
                        sum += x[r * w + q];
                        count++;
                    } else if (count_padding && r < h + 2 * ph &&
                               q < w + 2 * pw)
                        count++;
                }
            y[i * ow + j] = sum / (float)count;
        }
}
