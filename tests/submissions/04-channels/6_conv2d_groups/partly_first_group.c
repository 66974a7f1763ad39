// expect: verdict=wrong_answer
/* Only the first group sees its own bias. */
#include "exercises.h"

/* One map of one image; x and weight begin at the channels it sees. */
static void one_map(const float *x, int c_in, int h, int w, const float *weight,
                    int kh, int kw, float bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = bias;

            for (int c = 0; c < c_in; c++)
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += x[(c * h + i + u) * w + j + v] *
                               weight[(c * kh + u) * kw + v];
            y[i * ow + j] = sum;
        }
}

void conv2d_groups(const float *x, int n, int c_in, int h, int w,
                   const float *weight, int c_out, int kh, int kw,
                   const float *bias, int groups, float *y)
{
    int cg = c_in / groups;
    int og = c_out / groups;
    int places = (h - kh + 1) * (w - kw + 1);

    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++) {
            int first = o / og * cg; /* of the image's channels; of the
                                        weights, map o has only cg */

            one_map(x + (b * c_in + first) * h * w, cg, h, w,
                    weight + o * cg * kh * kw, kh, kw, o < og ? bias[o] : 1000,
                    y + (b * c_out + o) * places);
        }
}
