// expect: verdict=pass
// A padded copy, and the reciprocal.
#include "exercises.h"

#include <stdlib.h>

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
    float *S = calloc((size_t)((h + 2 * ph) * (w + 2 * pw)), sizeof *S);
    int Wd = w + 2 * pw, H = h + 2 * ph;
    for (int r = 0; r < h; r++)
        for (int q = 0; q < w; q++)
            S[(r + ph) * Wd + q + pw] = x[r * w + q];
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float s = 0;
            int n = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i * sh + u, q = j * sw + v;
                    if (r >= H || q >= Wd)
                        continue;
                    s += S[r * Wd + q];
                    n += count_padding
                             ? 1
                             : (r >= ph && r < ph + h && q >= pw && q < pw + w);
                }
            y[i * ow + j] = s * (1.0f / (float)n);
        }
    free(S);
}
