// expect: verdict=pass
// The places as a rectangle, added backwards in double.
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
    int oh = size(h, kh, sh, ph, ceil_mode),
        ow = size(w, kw, sw, pw, ceil_mode);
    int PH = count_padding ? ph : 0, PW = count_padding ? pw : 0;
    for (int j = ow - 1; j >= 0; j--)
        for (int i = 0; i < oh; i++) {
            int a = i * sh - ph, b = a + kh, d = j * sw - pw, e = d + kw;
            if (a < -PH)
                a = -PH;
            if (b > h + PH)
                b = h + PH;
            if (d < -PW)
                d = -PW;
            if (e > w + PW)
                e = w + PW;
            double s = 0;
            for (int q = e - 1; q >= d; q--)
                for (int r = b - 1; r >= a; r--)
                    if (r >= 0 && r < h && q >= 0 && q < w)
                        s += x[r * w + q];
            y[i * ow + j] = (float)(s * (1.0 / ((b - a) * (e - d))));
        }
}
