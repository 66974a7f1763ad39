// expect: verdict=pass
/* Copies the kernel into the end of a megabyte of local array, whose size is
 * known only now. */
#include "exercises.h"

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    int room = (1 << 18) + kh * kw;
    float copy[room];
    int oh = (h - (dh * (kh - 1) + 1)) / sh + 1;
    int ow = (w - (dw * (kw - 1) + 1)) / sw + 1;

    for (int n = 0; n < room; n++)
        copy[n] = 0;
    for (int n = 0; n < kh * kw; n++)
        copy[room - kh * kw + n] = k[n];
    k = copy + (room - kh * kw);

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i * sh + u * dh; /* s moves the window, d its */
                    int c = j * sw + v * dw; /* elements: k has no gaps */

                    sum += x[r * w + c] * k[u * kw + v];
                }
            y[i * ow + j] = sum;
        }
    }
}
