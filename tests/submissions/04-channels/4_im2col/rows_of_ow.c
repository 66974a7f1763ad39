// expect: verdict=wrong_answer misconception=T12
// Rows of cols overlap.
#include "exercises.h"

/* One row of cols: what the weight at (c, u, v) meets, place after place.
 * The row is oh*ow numbers long. */
static void fill_row(const float *plane, int h, int w, int u, int v, int oh,
                     int ow, int s, int p, float *row)
{
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            int r = i * s + u - p;
            int q = j * s + v - p;
            int inside = r >= 0 && r < h && q >= 0 && q < w;

            row[i * ow + j] = inside ? plane[r * w + q] : 0; /* write it */
        }
}

void im2col(const float *x, int c_in, int h, int w, int kh, int kw, int s,
            int p, float *cols)
{
    int oh = (h + 2 * p - kh) / s + 1;
    int ow = (w + 2 * p - kw) / s + 1;

    for (int c = 0; c < c_in; c++)
        for (int u = 0; u < kh; u++)
            for (int v = 0; v < kw; v++) {
                int row = (c * kh + u) * kw + v;

                fill_row(x + c * h * w, h, w, u, v, oh, ow, s, p,
                         cols + row * ow);
            }
}
