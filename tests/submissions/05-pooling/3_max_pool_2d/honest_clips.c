// expect: verdict=pass
// The window cut off at the border first; no test inside.
#include "exercises.h"

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

void max_pool_2d(const float *x, int c, int h, int w, int kh, int kw, int sh,
                 int sw, int ph, int pw, float *y)
{
    int oh = (h + 2 * ph - kh) / sh + 1;
    int ow = (w + 2 * pw - kw) / sw + 1;

    for (int n = 0; n < c * oh * ow; n++) {
        const float *plane = x + n / (oh * ow) * h * w;
        int top = n / ow % oh * sh - ph, left = n % ow * sw - pw;
        int r0 = larger(top, 0), r1 = smaller(top + kh, h);
        int q0 = larger(left, 0), q1 = smaller(left + kw, w);
        float best = plane[r0 * w + q0];

        for (int r = r0; r < r1; r++)
            for (int q = q0; q < q1; q++)
                if (plane[r * w + q] > best)
                    best = plane[r * w + q];
        y[n] = best;
    }
}
