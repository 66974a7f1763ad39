// expect: verdict=pass
// Groups as a loop of their own.
#include "exercises.h"

void conv2d_groups(const float *x, int n, int c_in, int h, int w,
                   const float *weight, int c_out, int kh, int kw,
                   const float *bias, int groups, float *y)
{
    int cg = c_in / groups, og = c_out / groups;
    int oh = h - kh + 1, ow = w - kw + 1;

    for (int b = 0; b < n; b++)
        for (int g = 0; g < groups; g++)
            for (int o = g * og; o < (g + 1) * og; o++)
                for (int i = 0; i < oh; i++)
                    for (int j = 0; j < ow; j++) {
                        double sum = 0;

                        for (int c = 0; c < cg; c++)
                            for (int u = 0; u < kh; u++)
                                for (int v = 0; v < kw; v++) {
                                    int plane = b * c_in + g * cg + c;

                                    sum +=
                                        (double)
                                            x[(plane * h + i + u) * w + j + v] *
                                        (double)weight[((o * cg + c) * kh + u) *
                                                           kw +
                                                       v];
                                }
                        y[((b * c_out + o) * oh + i) * ow + j] =
                            (float)(sum + (double)bias[o]);
                    }
}
