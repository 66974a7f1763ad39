// expect: verdict=pass
// A full convolution whose weights are 0 outside the group.
#include "exercises.h"

static float weight_at(const float *weight, int cg, int first, int o, int c,
                       int tap, int taps)
{
    if (c < first || c >= first + cg)
        return 0;
    return weight[(o * cg + c - first) * taps + tap];
}

void conv2d_groups(const float *x, int n, int c_in, int h, int w,
                   const float *weight, int c_out, int kh, int kw,
                   const float *bias, int groups, float *y)
{
    int cg = c_in / groups, og = c_out / groups;
    int oh = h - kh + 1, ow = w - kw + 1;

    for (int m = 0; m < n * c_out * oh * ow; m++) {
        int b = m / (c_out * oh * ow), o = m / (oh * ow) % c_out;
        int i = m / ow % oh, j = m % ow;

        y[m] = bias[o];
        for (int c = 0; c < c_in; c++)
            for (int t = 0; t < kh * kw; t++)
                y[m] += x[((b * c_in + c) * h + i + t / kw) * w + j + t % kw] *
                        weight_at(weight, cg, o / og * cg, o, c, t, kh * kw);
    }
}
