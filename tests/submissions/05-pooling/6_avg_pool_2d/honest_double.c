// expect: verdict=pass
// Sum and count place by place, in double, a reciprocal at the end.
#include "exercises.h"

static int size(int w, int kw, int sw, int pw, int ceil_mode)
{
    int n = (w + 2 * pw - kw + (ceil_mode ? sw - 1 : 0)) / sw + 1;

    return ceil_mode && (n - 1) * sw >= w + pw ? n - 1 : n;
}

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    int oh = size(h, kh, sh, ph, ceil_mode);
    int ow = size(w, kw, sw, pw, ceil_mode);

    for (int n = oh * ow - 1; n >= 0; n--) {
        double sum = 0, count = 0;

        for (int v = kw - 1; v >= 0; v--)
            for (int u = kh - 1; u >= 0; u--) {
                int r = n / ow * sh - ph + u, q = n % ow * sw - pw + v;
                int inside = r >= 0 && r < h && q >= 0 && q < w;
                int padded = r < h + ph && q < w + pw;

                if (inside)
                    sum += x[r * w + q];
                count += count_padding ? padded : inside;
            }
        y[n] = (float)(sum * (1 / count));
    }
}
